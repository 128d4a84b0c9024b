"""Parses the YAML files of the vocabulary."""

from pathlib import Path
from typing import Any

import yaml

from recruit.errors import VocabularyError


class UniqueKeys(yaml.CSafeLoader):
    """Refuses a field that stands twice in one entry: YAML keeps the last and loses what the first said."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """An entry as a dict, each field once."""
        seen: set[Any] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value!r} stands twice in one entry", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def parsed(path: Path) -> Any:
    """The content of one file."""
    try:
        return yaml.load(path.read_bytes(), Loader=UniqueKeys)  # noqa: S506  (a safe loader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path.name} is no YAML: {error}") from error
