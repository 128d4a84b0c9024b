from pathlib import Path

from recruit.config import Settings
from recruit.services.limits import limits_of


def test_limits_of_takes_what_the_installation_sets(tmp_path: Path) -> None:
    environment = {
        "RECRUIT_DATA_DIR": str(tmp_path),
        "RECRUIT_MAX_UPLOAD_BYTES": "2048",
        "RECRUIT_READ_WALL_SECONDS": "7",
    }
    limits = limits_of(Settings.from_environment(environment))
    assert (limits.max_bytes, limits.wall_seconds) == (2048, 7)
