from pathlib import Path

import pytest

from tests.cli.commands import BAKER, JOB, TURNER


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a job and two resumes, where nothing else is set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RECRUIT_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "job.txt").write_text(JOB)
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "turner.txt").write_text(TURNER)
    (tmp_path / "resumes" / "baker.txt").write_text(BAKER)
    return tmp_path
