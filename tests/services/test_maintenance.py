import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from recruit.config import Settings
from recruit.db import open_engine
from recruit.errors import ConfigurationError
from recruit.services import maintenance, shortlists
from recruit.services.house import House, close_house, open_house
from recruit.services.maintenance import connected, database_is_current, rebuild_ranking, upgrade_database, warm_up
from tests.people import World


def test_an_empty_database_is_brought_up_to_date(empty_database: Settings) -> None:
    assert not database_is_current(empty_database)
    upgrade_database(empty_database)
    upgrade_database(empty_database)
    assert database_is_current(empty_database)


def test_an_upgrade_that_breaks_leaves_nothing_behind(
    empty_database: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "migrations"
    shutil.copytree(maintenance.MIGRATIONS, broken)
    (newest,) = (broken / "versions").glob("*_first_tables.py")
    newest.write_text(
        newest.read_text().replace("\ndef downgrade", "    raise RuntimeError('on purpose')\n\ndef downgrade")
    )
    with monkeypatch.context() as patched:
        patched.setattr(maintenance, "MIGRATIONS", broken)
        with pytest.raises(RuntimeError, match="on purpose"):
            upgrade_database(empty_database)
    with connected(empty_database) as connection:
        assert inspect(connection).get_table_names() == []
    upgrade_database(empty_database)
    assert database_is_current(empty_database)


def test_two_upgrades_at_once_wait_for_each_other(empty_database: Settings) -> None:
    with ThreadPoolExecutor(max_workers=2) as pool:
        list(pool.map(upgrade_database, [empty_database] * 2))
    assert database_is_current(empty_database)


def test_a_database_of_an_older_program_is_not_current(empty_database: Settings) -> None:
    upgrade_database(empty_database)
    engine = open_engine(empty_database.database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    engine.dispose()
    assert not database_is_current(empty_database)


def test_an_installation_without_its_migrations_says_so(
    empty_database: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintenance, "MIGRATIONS", maintenance.MIGRATIONS / "nowhere")
    with pytest.raises(ConfigurationError, match="schema changes is missing"):
        upgrade_database(empty_database)


def test_rebuilding_counts_everybody_and_changes_no_rank(house: House, world: World) -> None:
    before = shortlists.rank_candidates(house, world["ben"], world.open_job)
    assert rebuild_ranking(house) == 1
    assert shortlists.rank_candidates(house, world["ben"], world.open_job) == before


def test_warming_up_makes_the_ranking_ready(house: House, world: World) -> None:
    warm_up(house)
    assert shortlists.rank_candidates(house, world["ben"], world.open_job).total == 1


def test_a_house_that_is_closed_and_opened_again_knows_the_same(settings: Settings, world: World) -> None:
    first = open_house(settings)
    before = shortlists.rank_candidates(first, world["ben"], world.open_job)
    close_house(first)
    second = open_house(settings)
    assert shortlists.rank_candidates(second, world["ben"], world.open_job) == before
    close_house(second)
