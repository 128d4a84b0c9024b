"""A Document on its way from the process that read it: bytes out there, and here only what has the right form.

The process that read a hostile file is not trusted. Nothing of its answer is run or looked up: it is JSON of lists
beside packed whole numbers, and every value is checked against the type of the field it is for.
"""

import json
import math
import struct
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np

from recruit.documents import refusals
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import PLACE, Document, Places

MAX_MESSAGE_LETTERS = 2000

_HEAD = struct.Struct("!I")
_DOCUMENT_FIELDS = tuple(field.name for field in fields(Document) if field.name != "places")
# The numbers of ``shapes.PLACE`` by their names.
_PLACE_ROW = np.dtype([("start", "<i4"), ("end", "<i4"), ("page", "<i4"), ("box", "<f4", 4)])

Check = Callable[[Any], Any]


class Malformed(ValueError):
    """An answer that no reader of ours gives."""


def packed_document(document: Document) -> bytes:
    """Pack a document: JSON of all but the places, which are packed already.

    Parameters
    ----------
    document : Document
        What was read.

    Returns
    -------
    bytes
        For ``unpacked``, in this version of the program.
    """
    head = json.dumps(
        [_plain(getattr(document, name)) for name in _DOCUMENT_FIELDS], ensure_ascii=False, check_circular=False
    ).encode("utf-8", "surrogatepass")
    return b"".join((_HEAD.pack(len(head)), head, document.places.packed))


def packed_refusal(error: UnreadableDocument) -> bytes:
    """Pack the reason why there is no document."""
    head = json.dumps({"code": error.code, "message": str(error)[:MAX_MESSAGE_LETTERS]}).encode("ascii")
    return _HEAD.pack(len(head)) + head


def unpacked(answer: bytes) -> Document:
    """Give the document of an answer, or raise the refusal that it is.

    Parameters
    ----------
    answer : bytes
        What ``packed_document`` or ``packed_refusal`` gave, or anything.

    Returns
    -------
    Document
        Every field of its type, every span within its text.

    Raises
    ------
    UnreadableDocument
        The refusal; ``corrupt`` for bytes that are neither.
    """
    try:
        length = _HEAD.unpack_from(answer)[0]
        head = json.loads(answer[_HEAD.size : _HEAD.size + length])
        if isinstance(head, dict):
            refusal = UnreadableDocument(_text(head["code"]), _text(head["message"])[:MAX_MESSAGE_LETTERS])
        else:
            return _document(head, answer[_HEAD.size + length :])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, struct.error) as error:
        raise refusals.unfinished() from error
    raise refusal


def holds_document(answer: bytes) -> bool:
    """Tell whether an answer seems to be a document, and no refusal."""
    return answer[_HEAD.size : _HEAD.size + 1] == b"["


def _plain(value: Any) -> Any:
    """Turn dataclasses into lists of their fields, in order."""
    if type(value) is tuple:
        return [_plain(one) for one in value]
    names = _field_names(value.__class__)
    return value if names is None else [_plain(getattr(value, name)) for name in names]


@lru_cache(maxsize=64)
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Name the fields of a shape in their order; None for a type that is no shape."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def _document(rows: Any, packed: bytes) -> Document:
    if not isinstance(rows, list) or len(rows) != len(_DOCUMENT_FIELDS):
        raise Malformed("a document has other fields")
    types = types_by_field(Document)
    values = {name: check_of(types[name])(row) for name, row in zip(_DOCUMENT_FIELDS, rows, strict=True)}
    document = Document(**values, places=_places(packed, pages=len(values["pages"]), letters=len(values["text"])))
    _check_spans(document, len(document.text))
    return document


def _places(packed: bytes, *, pages: int, letters: int) -> Places:
    if len(packed) % PLACE.size:
        raise Malformed("places are rows of seven numbers")
    rows = np.frombuffer(packed, _PLACE_ROW)
    starts, ends, numbers = rows["start"], rows["end"], rows["page"]
    # The beginning of the text, then each end but the last.
    previous_ends = np.append(np.zeros(1, ends.dtype), ends)[: len(rows)]
    are_within = (previous_ends <= starts) & (starts < ends) & (ends <= letters)
    are_on_pages = (numbers >= 1) & (numbers <= pages)
    if not (are_within & are_on_pages & np.isfinite(rows["box"]).all(axis=1)).all():
        raise Malformed("a place is outside of the text, or before another")
    return Places(packed)


def _check_spans(value: Any, letters: int) -> None:
    """Refuse a span that is not within the text; places were checked as they were unpacked."""
    if type(value) is tuple:
        for one in value:
            _check_spans(one, letters)
        return
    bounds = [getattr(value, name) for name in _bounds(value.__class__)]
    if bounds and not (bounds[0] >= 0 and bounds[-1] <= letters and bounds == sorted(bounds)):
        raise Malformed("a span is outside of the text")
    for name in _nested_fields(value.__class__):
        _check_spans(getattr(value, name), letters)


@lru_cache(maxsize=64)
def _bounds(kind: type) -> tuple[str, ...]:
    """Name the offsets of a shape, each at least as large as the one before."""
    names = _field_names(kind) or ()
    return tuple(name for name in ("start", "body", "end") if name in names)


@lru_cache(maxsize=64)
def _nested_fields(kind: type) -> tuple[str, ...]:
    """Name the fields of a shape that hold shapes."""
    return tuple(
        name
        for name, of_field in types_by_field(kind).items()
        if of_field is not Places and (get_origin(of_field) is not None or is_dataclass(of_field))
    )


@lru_cache(maxsize=64)
def types_by_field(kind: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields, in their order; none for another type."""
    names = _field_names(kind) or ()
    hints = get_type_hints(kind) if names else {}
    return {name: hints[name] for name in names}


@lru_cache(maxsize=64)
def check_of(kind: Any) -> Check:
    """Return the function that gives a value of this type, or raises for what is none."""
    if get_origin(kind) is UnionType:
        (inner,) = (check_of(one) for one in get_args(kind) if one is not NoneType)
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        return _tuple_of(check_of(get_args(kind)[0]))
    if is_dataclass(kind):
        return _shape_of(kind)
    if issubclass(kind, Enum):
        return lambda value: kind(_text(value))
    return {str: _text, int: _whole, float: _measure, bool: _truth}[kind]


def _tuple_of(check: Check) -> Check:
    def checked(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Malformed("not a list")
        return tuple(map(check, value))

    return checked


def _shape_of(shape: Any) -> Check:
    checks = {name: check_of(kind) for name, kind in types_by_field(shape).items()}

    def checked(value: Any) -> Any:
        if type(value) is not list:
            raise Malformed("not a list of fields")
        return shape(**{name: checks[name](one) for name, one in zip(checks, value, strict=True)})

    return checked


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Malformed("not a text")
    value.encode("utf-8")  # half a letter could not be stored or shown
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or abs(value) > sys.maxsize:
        raise Malformed("not a whole number")
    return value


def _measure(value: Any) -> float:
    if type(value) not in {int, float} or not math.isfinite(value):
        raise Malformed("not a number")
    return float(value)


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise Malformed("not true or false")
    return value
