"""What an administrator does to the installation itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

import recruit
from recruit.config import Settings
from recruit.db import open_engine
from recruit.errors import ConfigurationError
from recruit.matching import extract
from recruit.matching.score import load_context
from recruit.services.house import House
from recruit.vocabulary.shapes import Kind

MIGRATIONS = Path(recruit.__file__).parents[1] / "migrations"

#: What keeps a second upgrade waiting, and makes one that breaks leave nothing behind. SQLite begins no
#: transaction for a change of tables by itself; and it copies a table to change it, which must not delete what
#: refers to the old one.
ALONE = {
    "sqlite": ("PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"),
    "postgresql": ("SELECT pg_advisory_xact_lock(5106)",),
}


def upgrade_database(settings: Settings) -> None:
    """Bring the database to the newest schema; one that is new is made."""
    with connected(settings) as connection:
        for statement in ALONE[connection.dialect.name]:
            connection.exec_driver_sql(statement)
        command.upgrade(migrations_over(connection), "head")


def database_is_current(settings: Settings) -> bool:
    """Tell whether the database has the schema this program works with."""
    with connected(settings) as connection:
        newest = ScriptDirectory.from_config(migrations_over(connection)).get_current_head()
        return MigrationContext.configure(connection).get_current_revision() == newest


def warm_up(house: House) -> None:
    """Load what reading and ranking need, so that the first person does not wait for it."""
    extract("CNC lathe", Kind.RESUME)
    load_context()
    house.ranking.catch_up()


def rebuild_ranking(house: House) -> int:
    """Build the ranking index anew from the database; return how many people are in it."""
    return house.ranking.rebuild()


@contextmanager
def connected(settings: Settings) -> Iterator[Connection]:
    """Hold one connection in one transaction."""
    engine = open_engine(settings.database_url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def migrations_over(connection: Connection) -> Config:
    """Return what Alembic needs to know; there is no alembic.ini."""
    if not MIGRATIONS.is_dir():
        raise ConfigurationError(
            f"The folder of schema changes is missing: {MIGRATIONS}. Run recruit from its checkout."
        )
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(hour).2d%%(minute).2d_%%(slug)s")
    config.attributes["connection"] = connection
    return config
