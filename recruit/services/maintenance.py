"""What an administrator does to the installation itself."""

from recruit.config import Settings
from recruit.services.house import House


def upgrade_database(settings: Settings) -> None:
    """Bring the database to the newest schema; one that is new is made."""
    raise NotImplementedError


def database_is_current(settings: Settings) -> bool:
    """Tell whether the database has the schema this program works with."""
    raise NotImplementedError


def rebuild_ranking(house: House) -> int:
    """Build the ranking index anew from the database; return how many people are in it."""
    raise NotImplementedError
