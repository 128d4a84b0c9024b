"""How much one document may cost in an installation."""

from dataclasses import replace

from recruit.config import Settings
from recruit.documents import Limits


def limits_of(settings: Settings) -> Limits:
    """Return how much one document may cost in this installation."""
    return replace(
        Limits(),
        wall_seconds=settings.read_wall_seconds,
        memory_bytes=settings.read_memory_bytes,
        max_bytes=settings.max_upload_bytes,
    )
