"""What every service works with, opened once at start."""

from dataclasses import dataclass

from recruit.config import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The open parts of one installation: its settings, its database and its engines."""

    settings: Settings


def open_house(settings: Settings) -> House:
    """Open the database and the engines; bring the database up to date first, or this refuses."""
    raise NotImplementedError


def close_house(house: House) -> None:
    """Let go of every connection and file, and keep the ranking index for a fast start."""
    raise NotImplementedError
