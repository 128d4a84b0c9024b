import stat
from pathlib import Path

import pytest

from recruit.config import Settings
from recruit.errors import ConfigurationError


def test_settings_put_everything_into_one_folder_when_nothing_is_set(tmp_path: Path) -> None:
    settings = Settings.from_environment({"RECRUIT_DATA_DIR": str(tmp_path / "data")})
    assert settings.database_url == f"sqlite:///{tmp_path / 'data' / 'recruit.db'}"
    assert settings.host == "127.0.0.1"


def test_secret_key_is_made_once_and_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = Settings.from_environment({"RECRUIT_DATA_DIR": str(tmp_path)})
    second = Settings.from_environment({"RECRUIT_DATA_DIR": str(tmp_path)})
    assert len(first.secret_key) >= 48
    assert first.secret_key == second.secret_key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_secret_key_comes_from_the_environment_where_it_is_set(tmp_path: Path) -> None:
    settings = Settings.from_environment({"RECRUIT_DATA_DIR": str(tmp_path), "RECRUIT_SECRET_KEY": "k" * 40})
    assert settings.secret_key == "k" * 40
    assert not (tmp_path / "secret_key").exists()


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("RECRUIT_PORT", "eighty", "whole number from 0 to 65535"),
        ("RECRUIT_PORT", "70000", "whole number from 0 to 65535"),
        ("RECRUIT_MAX_UPLOAD_BYTES", "10MB", "whole number"),
        ("RECRUIT_SECURE_COOKIES", "maybe", "yes or no"),
        ("RECRUIT_REDIS_URL", "redis://cache", "Unset it"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_name_and_what_to_do(
    tmp_path: Path, name: str, value: str, advice: str
) -> None:
    with pytest.raises(ConfigurationError, match=advice) as caught:
        Settings.from_environment({"RECRUIT_DATA_DIR": str(tmp_path), name: value})
    assert name in str(caught.value)


def test_a_data_folder_that_is_a_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text("not a folder")
    with pytest.raises(ConfigurationError, match="RECRUIT_DATA_DIR"):
        Settings.from_environment({"RECRUIT_DATA_DIR": str(path)})
