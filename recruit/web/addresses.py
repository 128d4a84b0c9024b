"""What may stand in an address."""

from typing import Any

from werkzeug.routing import IntegerConverter

#: The largest number a column of ids holds; SQLite breaks on some larger ones.
LARGEST_ID = 2**31 - 1


class RowId(IntegerConverter):
    """The number of a row; a larger one than any row can have leads to nothing, like every wrong address."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max": LARGEST_ID, **options})
