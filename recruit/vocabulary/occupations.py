"""The occupations of precision production: their codes, the titles people write, and which are near each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from recruit.errors import VocabularyError
from recruit.vocabulary.loader import FOLDER, OCCUPATIONS_FILE, content_of
from recruit.vocabulary.shapes import Level

SECTIONS = {"codes", "titles", "neighbours"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationTitle:
    """A title as people write it, the codes it may mean with a confidence in (0, 1], and its level if any."""

    title: str
    onetsoc_codes: Mapping[str, float]
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupations:
    """Occupations by their O*NET-SOC code.

    ``names`` and ``families`` map a code to what it is called and to its group; ``neighbours`` maps a code to the
    codes near it and how much of the work carries over, in (0, 1], the same in both directions.
    """

    names: Mapping[str, str]
    families: Mapping[str, str]
    titles: tuple[OccupationTitle, ...]
    neighbours: Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=1)
def load_occupations() -> Occupations:
    """The occupations of this release, read and checked at the first call and kept.

    Returns
    -------
    Occupations
        Codes, titles and neighbours.

    Raises
    ------
    VocabularyError
        Naming the row that is wrong.

    Examples
    --------
    >>> load_occupations().names["51-4041.00"]
    'Machinists'
    """
    return read_occupations(FOLDER / OCCUPATIONS_FILE)


def read_occupations(path: Path) -> Occupations:
    """Read and check a file of occupations.

    Parameters
    ----------
    path : Path
        A YAML file with the lists ``codes``, ``titles`` and ``neighbours``.

    Returns
    -------
    Occupations
        What the file says.

    Raises
    ------
    VocabularyError
        If the file is not as documented, or names a code it does not list.
    """
    content = content_of(path)
    if not isinstance(content, dict) or set(content) != SECTIONS:
        raise VocabularyError(f"{path.name} must hold exactly {', '.join(sorted(SECTIONS))} at its top.")
    try:
        names = {str(row["code"]): str(row["title"]) for row in content["codes"]}
        families = {str(row["code"]): str(row["family"]) for row in content["codes"]}
        titles = tuple(title_of(row, names, path.name) for row in content["titles"])
        neighbours = neighbours_of(content["neighbours"], names, path.name)
    except (KeyError, TypeError, AttributeError) as error:
        raise VocabularyError(f"{path.name}: a row lacks {error} or is no mapping.") from error
    return Occupations(names=names, families=families, titles=titles, neighbours=neighbours)


def title_of(row: Mapping[str, object], names: Mapping[str, str], source: str) -> OccupationTitle:
    """One title from its row."""
    title, codes, level = row["title"], row["onetsoc_codes"], row.get("level")
    if not isinstance(title, str) or not isinstance(codes, dict) or not codes:
        raise VocabularyError(f"{source}: {title!r} needs 'onetsoc_codes' with at least one code.")
    for code, confidence in codes.items():
        check_share(confidence, f"{source}, title {title!r}, code {code}")
        check_code(code, names, f"{source}, title {title!r}")
    if level is not None and level not in set(Level):
        raise VocabularyError(f"{source}, title {title!r}: no level {level!r}; use one of {', '.join(Level)}.")
    return OccupationTitle(
        title=title, onetsoc_codes=codes, level=Level(str(level)) if level is not None else None
    )


def neighbours_of(
    rows: list[Mapping[str, object]], names: Mapping[str, str], source: str
) -> dict[str, dict[str, float]]:
    """Pairs of codes as a mapping that can be asked from both sides."""
    near: dict[str, dict[str, float]] = {code: {} for code in names}
    for row in rows:
        codes, strength = row["codes"], row["strength"]
        if not isinstance(codes, list) or len(codes) != len({"one", "other"}):
            raise VocabularyError(f"{source}: neighbours are two codes, not {codes!r}.")
        share = check_share(strength, f"{source}, neighbours {codes}")
        for one, other in (codes, codes[::-1]):
            check_code(one, names, f"{source}, neighbours {codes}")
            near[one][other] = share
    return near


def check_share(value: object, place: str) -> float:
    """A share above nothing, at most all."""
    if not isinstance(value, int | float) or not 0 < value <= 1:
        raise VocabularyError(f"{place}: {value!r} is not in (0, 1].")
    return float(value)


def check_code(code: object, names: Mapping[str, str], place: str) -> None:
    """A code that the file lists."""
    if code not in names:
        raise VocabularyError(f"{place}: {code!r} is not among the 'codes'.")
