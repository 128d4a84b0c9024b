import subprocess
import sys
from pathlib import Path

import rapidocr

from recruit.documents.pictures.rapid_child import settings


def test_models_are_those_of_the_package() -> None:
    folder = Path(rapidocr.__file__).parent / "models"
    chosen = settings(folder)
    assert all(Path(chosen[name]).is_file() for name in ("Det.model_path", "Rec.model_path"))


def test_child_takes_no_more_memory_than_its_parent_may_give() -> None:
    program = (
        "import resource, sys, recruit.documents.pictures.rapid_child as child\n"
        "if sys.platform == 'linux':\n"
        "    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 2 << 30))\n"
        "child.make_room(3 << 30)\n"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert sys.platform != "linux" or int(done.stdout) == 2 << 30
