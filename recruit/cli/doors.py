"""What commands need that work on an installation: its settings, its house."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from recruit.config import Settings
from recruit.services.house import House, close_house, open_house
from recruit.services.maintenance import upgrade_database


def settings_with(**changed: Any) -> Settings:
    """Return the settings of the environment, those given on the command line before them."""
    given = {name: value for name, value in changed.items() if value is not None}
    return replace(Settings.from_environment(os.environ), **given)


@contextmanager
def opened_house(settings: Settings | None = None) -> Iterator[House]:
    """Open the house on an up-to-date database, and close it whatever happens."""
    settings = settings or settings_with()
    upgrade_database(settings)
    house = open_house(settings)
    try:
        yield house
    finally:
        close_house(house)
