"""One frozen Settings, read from the environment once; every default runs on one machine."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from recruit.errors import ConfigurationError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that differs between two installations.

    Each field is read from ``RECRUIT_<FIELD IN CAPITALS>``; what is not set has a default for one machine.
    """

    data_dir: Path
    database_url: str
    secret_key: str
    redis_url: str | None = None
    host: str = "127.0.0.1"
    port: int = 5000
    max_upload_bytes: int = 10 * MEBIBYTE
    max_import_bytes: int = 2048 * MEBIBYTE
    read_wall_seconds: float = 30.0
    read_memory_bytes: int = 1024 * MEBIBYTE
    login_rate_limit: str = "10 per minute"
    secure_cookies: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read and check the settings; make the data folder and its secret key where they do not exist yet.

        Raises
        ------
        ConfigurationError
            Naming the variable, its value, and what it should look like.
        """
        data_dir = Path(environment.get("RECRUIT_DATA_DIR", "data")).expanduser().resolve()
        defaults = cls(data_dir=data_dir, database_url=f"sqlite:///{data_dir / 'recruit.db'}", secret_key="")
        redis_url = environment.get("RECRUIT_REDIS_URL")
        if redis_url:
            raise ConfigurationError(
                "RECRUIT_REDIS_URL is set, but this release has no Redis queue yet. "
                "Unset it: the queue runs on SQLite in RECRUIT_DATA_DIR."
            )
        return cls(
            data_dir=data_dir,
            database_url=environment.get("RECRUIT_DATABASE_URL", defaults.database_url),
            secret_key=environment.get("RECRUIT_SECRET_KEY") or kept_secret_key(data_dir),
            host=environment.get("RECRUIT_HOST", defaults.host),
            port=whole_number(environment, "RECRUIT_PORT", defaults.port, low=0, high=65535),
            max_upload_bytes=whole_number(
                environment,
                "RECRUIT_MAX_UPLOAD_BYTES",
                defaults.max_upload_bytes,
                low=1024,
                high=1024 * MEBIBYTE,
            ),
            max_import_bytes=whole_number(
                environment,
                "RECRUIT_MAX_IMPORT_BYTES",
                defaults.max_import_bytes,
                low=1024,
                high=1024 * 1024 * MEBIBYTE,
            ),
            read_wall_seconds=whole_number(
                environment, "RECRUIT_READ_WALL_SECONDS", int(defaults.read_wall_seconds), low=1, high=3600
            ),
            read_memory_bytes=whole_number(
                environment,
                "RECRUIT_READ_MEMORY_BYTES",
                defaults.read_memory_bytes,
                low=256 * MEBIBYTE,
                high=64 * 1024 * MEBIBYTE,
            ),
            login_rate_limit=environment.get("RECRUIT_LOGIN_RATE_LIMIT", defaults.login_rate_limit),
            secure_cookies=truth(environment, "RECRUIT_SECURE_COOKIES", default=defaults.secure_cookies),
        )


def whole_number(environment: Mapping[str, str], name: str, default: int, *, low: int, high: int) -> int:
    """Read a whole number between two bounds."""
    raw = environment.get(name)
    if raw is None:
        return default
    try:
        number = int(raw)
    except ValueError as error:
        raise ConfigurationError(f"{name} is {raw!r}. Set it to a whole number from {low} to {high}.") from error
    if number < low or number > high:
        raise ConfigurationError(f"{name} is {number}. Set it to a whole number from {low} to {high}.")
    return number


def truth(environment: Mapping[str, str], name: str, *, default: bool) -> bool:
    """Read a yes or no."""
    raw = environment.get(name)
    if raw is None:
        return default
    if raw.lower() not in {"1", "yes", "true", "0", "no", "false"}:
        raise ConfigurationError(f"{name} is {raw!r}. Set it to yes or no.")
    return raw.lower() in {"1", "yes", "true"}


def kept_secret_key(data_dir: Path) -> str:
    """Return the installation's secret key, made once and readable by its owner only."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        path = data_dir / "secret_key"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48), encoding="ascii")
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise ConfigurationError(
            f"RECRUIT_DATA_DIR is {data_dir}, which cannot be written: {error.strerror}. "
            "Set it to a folder that this user may write to."
        ) from error
