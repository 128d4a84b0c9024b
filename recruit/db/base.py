"""What every table shares: base class, named constraints, times, stored shapes, and how a database is opened."""

import datetime as dt
import json
import zlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    DateTime,
    Engine,
    Enum,
    LargeBinary,
    MetaData,
    TypeDecorator,
    create_engine,
    event,
    insert,
)
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import DeclarativeBase, Session

from recruit.errors import ConfigurationError
from recruit.vocabulary.shapes import Places

SQLITE_BUSY_TIMEOUT_MS = 10_000

# Named constraints let a migration alter them on every database.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return None if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value


class JsonText(str):
    """JSON that is ready to be stored as it is."""

    __slots__ = ()


def json_of(value: Any) -> str:
    """Write a value as JSON, unless it is."""
    return value if isinstance(value, JsonText) else json.dumps(value)


class StoredShape(TypeDecorator[Any]):
    """Shapes of the vocabulary kept as JSON: a row gives back what was put in, checked on the way out."""

    impl = JSON
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__(none_as_null=True)
        self.shape = shape
        self._adapter: TypeAdapter[Any] = TypeAdapter(shape)

    def written(self, value: Any) -> JsonText | None:
        """Write a value as it is stored; what is written already stays."""
        if value is None or isinstance(value, JsonText):
            return value
        return JsonText(self._adapter.dump_json(value).decode())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        return self.written(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else self._adapter.validate_python(value)


class StoredPlaces(TypeDecorator[Places]):
    """The places of a document's words, packed and compressed: as JSON they would outweigh the file itself."""

    impl = LargeBinary
    cache_ok = True

    def written(self, value: Places | bytes | None) -> bytes | None:
        """Write places as they are stored; what is written already stays."""
        return zlib.compress(value.packed) if isinstance(value, Places) else value

    def process_bind_param(self, value: Places | bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return self.written(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Places | None:  # noqa: ARG002
        return None if value is None else Places(zlib.decompress(value))


def values_of(enumeration: type[StrEnum]) -> list[str]:
    """Return what a column of this enumeration stores."""
    return [member.value for member in enumeration]


def stored_enumeration(enumeration: type[StrEnum], *, name: str | None = None) -> Enum:
    """Return the type of a column of an enumeration: values as text with a CHECK, so a new one is a migration."""
    return Enum(
        enumeration, name=name, native_enum=False, create_constraint=True, length=32, values_callable=values_of
    )


class Base(DeclarativeBase):
    """Base class of every table."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {  # noqa: RUF012
        dt.datetime: UtcDateTime(),
        dict[str, Any]: JSON,
        list[Any]: JSON,
        StrEnum: stored_enumeration(StrEnum),
    }


def insert_rows(session: Session, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> Sequence[int]:
    """Insert rows of the same columns in one statement, and return their ids in the same order."""
    if not rows:
        return []
    query = insert(table).returning(table.__table__.c.id, sort_by_parameter_order=True)
    return session.scalars(query, rows).all()


def written_row(table: type[Base], values: Mapping[str, Any]) -> dict[str, Any]:
    """Write the shapes among a row's values as they are stored: what is left costs little to send and insert."""
    columns = table.__table__.columns
    row = {}
    for name, value in values.items():
        kind = columns[name].type
        row[name] = kind.written(value) if isinstance(kind, (StoredShape, StoredPlaces)) else value
    return row


def utc_now() -> dt.datetime:
    """Return the current moment in UTC."""
    return dt.datetime.now(dt.UTC)


def open_engine(database_url: str) -> Engine:
    """Open a database; SQLite gets WAL, foreign keys and a busy timeout on every connection."""
    try:
        url = make_url(database_url)
    except ArgumentError as error:
        raise ConfigurationError(
            f"RECRUIT_DATABASE_URL is {database_url!r}, which is no database address. "
            "Set it to something like sqlite:////srv/recruit/recruit.db or postgresql://user@host/recruit."
        ) from error
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, json_serializer=json_of)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, json_serializer=json_of)
    event.listen(engine, "connect", set_sqlite_pragmas)
    return engine


def set_sqlite_pragmas(connection: Any, _record: Any) -> None:
    """Make one SQLite connection durable, checked and patient."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {SQLITE_BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
