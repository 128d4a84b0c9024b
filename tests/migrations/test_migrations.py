import re

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from recruit.config import Settings
from recruit.db import Base
from recruit.services.maintenance import MIGRATIONS, connected, migrations_over, upgrade_database

FILE_NAME = re.compile(r"\d{8}_\d{4}_[a-z0-9_]+\.py")


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, Base.metadata))


def checks_of(connection: Connection) -> dict[str, set[str | None]]:
    inspector = inspect(connection)
    return {
        table: {check["name"] for check in inspector.get_check_constraints(table)}
        for table in Base.metadata.tables
    }


def test_the_migrations_make_the_tables_that_the_program_declares(empty_database: Settings) -> None:
    upgrade_database(empty_database)
    with connected(empty_database) as connection:
        assert differences(connection) == []


def test_the_migrations_make_the_same_checks_as_the_tables(empty_database: Settings) -> None:
    with connected(empty_database) as connection:
        Base.metadata.create_all(connection)
        declared = checks_of(connection)
        Base.metadata.drop_all(connection)
        command.upgrade(migrations_over(connection), "head")
        assert checks_of(connection) == declared


def test_every_migration_goes_up_down_and_up_again(empty_database: Settings) -> None:
    with connected(empty_database) as connection:
        config = migrations_over(connection)
        revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
        for revision in reversed(revisions):
            command.upgrade(config, revision)
            command.downgrade(config, "-1")
            command.upgrade(config, revision)
        assert differences(connection) == []
        command.downgrade(config, "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}


def test_a_migration_is_named_by_when_it_was_made_and_what_it_does() -> None:
    files = [path.name for path in (MIGRATIONS / "versions").glob("*.py")]
    assert files
    assert all(FILE_NAME.fullmatch(name) for name in files)
