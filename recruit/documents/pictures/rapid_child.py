"""The process RapidOCR runs in: a picture in, JSON rows of text, confidence and box out.

Started by ``rapid``. RapidOCR would ask the network for models it does not find; it is given those of its own
package by their paths.
"""

import io
import json
import os
import resource
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

FINDING_SIDE_PIXELS = 960
"""Longer side of the copy in which lines are found; their letters are read in the picture as it is."""
MAX_SIDE_PIXELS = 4200


def make_room(memory_bytes: int) -> None:
    """Allow this process more address space than the one that reads documents, as far as that one may give."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
    # macOS does not hold a process to its address space, and refuses some limits.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))


def settings(models: Path) -> dict[str, Any]:
    """Which models, how large a picture, one thread, and nothing printed."""
    return {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "Global.max_side_len": MAX_SIDE_PIXELS,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        "Det.model_path": str(_model(models, "_det_")),
        "Det.limit_type": "max",
        "Det.limit_side_len": FINDING_SIDE_PIXELS,
        "Rec.model_path": str(_model(models, "_rec_")),
        "Rec.rec_batch_num": 1,
    }


def _model(models: Path, purpose: str) -> Path:
    """The one model for a purpose; its name carries a version."""
    return next(path for path in sorted(models.glob("*.onnx")) if purpose in path.name)


def rows_of(picture: bytes) -> list[list[object]]:
    """Text, confidence, and left, top, right and bottom of every line."""
    # Named only here, when there is room for them: they are an extra, and large.
    cv2, rapidocr, numpy, image = map(import_module, ("cv2", "rapidocr", "numpy", "PIL.Image"))
    cv2.setNumThreads(1)
    engine = rapidocr.RapidOCR(params=settings(Path(str(rapidocr.__file__)).parent / "models"))
    found = engine(numpy.asarray(image.open(io.BytesIO(picture)).convert("RGB")))
    if found.boxes is None:
        return []
    return [
        [text, float(score), *map(float, (*box.min(axis=0), *box.max(axis=0)))]
        for text, score, box in zip(found.txts, found.scores, found.boxes, strict=True)
    ]


def main() -> None:
    """Serve one picture and end."""
    with os.fdopen(os.dup(1), "wb") as output:
        # Whatever a library prints must not get into the answer.
        os.dup2(2, 1)
        make_room(int(sys.argv[1]))
        output.write(json.dumps(rows_of(sys.stdin.buffer.read())).encode("ascii"))


if __name__ == "__main__":
    main()
