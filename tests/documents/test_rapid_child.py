import resource
import subprocess
import sys
from pathlib import Path

import pytest
import rapidocr

from recruit.documents.rapid_child import settings


def test_models_are_those_of_the_package() -> None:
    folder = Path(rapidocr.__file__).parent / "models"
    chosen = settings(folder)
    assert all(Path(chosen[name]).is_file() for name in ("Det.model_path", "Rec.model_path"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its address space")
def test_child_takes_more_memory_than_its_parent_but_not_more_than_it_may() -> None:
    program = (
        "import resource, recruit.documents.rapid_child as child\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 2 << 30))\n"
        "child.make_room(3 << 30)\n"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) == 2 << 30
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 2 << 30
