"""What is known of certificates beside their words: who issues them, what a position covers, how long they last.

Advice for a reader, never a pass or a fail: codes disagree, and the certificate itself decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from recruit.errors import VocabularyError
from recruit.vocabulary.loader import FOLDER, content_of, load_vocabulary
from recruit.vocabulary.shapes import Credential, CredentialStatus

RULES_FILE = FOLDER / "rules" / "credentials.yaml"
TOP = {"credentials", "issuers", "positions", "terms"}
ORIENTATIONS = ("flat", "horizontal", "vertical", "overhead")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
#: What a line says of a certificate that is not simply held or asked for.
STATUS_WORDS = {
    CredentialStatus.IN_PROGRESS: "in progress",
    CredentialStatus.COURSE_ONLY: "course only",
    CredentialStatus.CAN_TEST: "can test",
}
ENDORSEMENT, ENDORSEMENT_NAME = "cwi-endorsement", "CWI endorsement"
#: Words of a line that say nothing by themselves.
UNITS = frozenset({"level", "h"})
#: Nothing is to be said of the standing of what nobody has.
ADVISED = frozenset({CredentialStatus.HELD, CredentialStatus.EXPIRED, CredentialStatus.LIMITED})


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownParts:
    """What the very name of a certificate says."""

    issuer: str | None = None
    code: str | None = None
    name: str | None = None
    level: str | None = None
    hours: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRule:
    """What positions tested under some codes cover; ``all_plate`` and ``all_pipe`` are the sets that cover all."""

    codes: tuple[str, ...]
    source: str
    plate: Mapping[str, tuple[str, ...]]
    all_plate: tuple[frozenset[str], ...]
    all_pipe: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long the certificates of some concepts, but for some, last; ``codes`` where only some have it."""

    concepts: frozenset[str]
    source: str
    unless: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    proof_months: int | None = None
    renewed_years: int | None = None
    retested_years: int | None = None
    ends_with_employer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialRules:
    """Everything the file of rules says."""

    known: Mapping[str, KnownParts]
    issuers: tuple[str, ...]
    positions: tuple[PositionRule, ...]
    terms: tuple[Term, ...]


@lru_cache(maxsize=1)
def load_credential_rules() -> CredentialRules:
    """The rules of this release, read and checked at the first call and kept.

    Returns
    -------
    CredentialRules
        Of every concept, code and term.

    Raises
    ------
    VocabularyError
        If the file is not as documented, or names a concept that does not exist.
    """
    return read_credential_rules(RULES_FILE)


def read_credential_rules(path: Path) -> CredentialRules:
    """Read and check a file of rules.

    Parameters
    ----------
    path : Path
        A YAML file with ``credentials``, ``issuers``, ``positions`` and ``terms``.

    Returns
    -------
    CredentialRules
        What the file says.

    Raises
    ------
    VocabularyError
        If the file is not as documented, or names a concept that does not exist.
    """
    content = content_of(path)
    if not isinstance(content, dict) or set(content) != TOP:
        raise VocabularyError(f"{path.name} must hold exactly {', '.join(sorted(TOP))} at its top.")
    try:
        rules = CredentialRules(
            known={concept: KnownParts(**row) for concept, row in content["credentials"].items()},
            issuers=tuple(content["issuers"]),
            positions=tuple(position_rule(row) for row in content["positions"]),
            terms=tuple(term_of(row) for row in content["terms"]),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise VocabularyError(f"{path.name} has a row that is not as the others: {error}.") from error
    named = {*rules.known, *(concept for term in rules.terms for concept in term.concepts | term.unless)}
    strange = sorted(named - load_vocabulary().concepts.keys())
    if strange:
        raise VocabularyError(f"{path.name} names {strange[0]!r}, which is no concept of the vocabulary.")
    return rules


def tuples_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its lists as tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def position_rule(row: Mapping[str, Any]) -> PositionRule:
    """One rule of positions; a covered position is one of four."""
    covered = {direction for directions in row["plate"].values() for direction in directions}
    if not covered <= {*ORIENTATIONS}:
        raise VocabularyError(f"A position covers {', '.join(ORIENTATIONS)}, not {sorted(covered)}.")
    return PositionRule(
        codes=tuple(row["codes"]),
        source=row["source"],
        plate=tuples_of(row["plate"]),
        all_plate=tuple(map(frozenset, row["all_plate"])),
        all_pipe=tuple(map(frozenset, row["all_pipe"])),
    )


def term_of(row: Mapping[str, Any]) -> Term:
    """One rule of how long certificates last."""
    sets = {name: frozenset(row.get(name, ())) for name in ("concepts", "unless", "codes")}
    return Term(**{**row, **sets})


@lru_cache(maxsize=1024)
def known_parts(concept: str) -> KnownParts:
    """What a certificate's name says, with what its kinds say where it says nothing itself.

    Parameters
    ----------
    concept : str
        An id of the vocabulary.

    Returns
    -------
    KnownParts
        Empty where nothing is known.

    Examples
    --------
    >>> known_parts("cqi").issuer, known_parts("cqi").name
    ('ASQ', 'CQI')
    """
    known = load_credential_rules().known
    own = known.get(concept, KnownParts())
    above = [known[kind] for kind in sorted(load_vocabulary().ancestors(concept)) if kind in known]
    return KnownParts(
        issuer=own.issuer or next((row.issuer for row in above if row.issuer), None),
        code=own.code or next((row.code for row in above if row.code and not own.issuer), None),
        name=own.name,
        level=own.level,
        hours=own.hours,
    )


# ------------------------------------------------------------------------------------------------- to be read


def credential_line(credential: Credential, *, beside: str = "") -> str:
    """The parts of a certificate in one short line; nothing of it is said twice.

    Parameters
    ----------
    credential : Credential
        Of a mention.
    beside : str, default ""
        The name that the line stands beside; what it says is left out.

    Returns
    -------
    str
        Empty where there is nothing to say beside the name.

    Examples
    --------
    >>> from recruit.vocabulary.shapes import Evidence
    >>> words = Evidence(start=0, end=4, text="D1.1")
    >>> held = Credential(status=CredentialStatus.HELD, evidence=words, positions=("3G",), processes=("FCAW",))
    >>> credential_line(held)
    '3G · FCAW'
    """
    level = credential.level
    if level and level.replace(", ", "").strip("IV") == "":
        level = f"Level {level}"
    said = {*words_of(beside), *UNITS} if beside else set()
    parts = [
        ", ".join(credential.positions),
        ", ".join(credential.processes),
        " ".join(filter(None, [", ".join(credential.methods), level])),
        credential.material,
        credential.thickness and f"thickness {credential.thickness}",
        credential.edition,
        credential.scope,
        f"{credential.hours:,} h" if credential.hours else None,
        credential.state,
    ]
    told = [part for part in parts if part and not said.issuperset(words_of(part))]
    return " \N{MIDDLE DOT} ".join([*told, *standing_of(credential)])


def words_of(text: str) -> Iterable[str]:
    """The words of a name in lower case."""
    return text.lower().replace("-", " ").replace(",", " ").split()


def tells_standing(credential: Credential) -> bool:
    """Whether the line of a certificate says that it is not simply held.

    Parameters
    ----------
    credential : Credential
        Of a mention.

    Returns
    -------
    bool
        False for what is held, and for what a job asks for.
    """
    return credential.status is CredentialStatus.EXPIRED or credential.status in STATUS_WORDS


def standing_of(credential: Credential) -> Iterable[str]:
    """Since when and until when a certificate stands, and what else is to be known first."""
    if credential.issued:
        yield f"issued {month_words(credential.issued)}"
    if credential.status is CredentialStatus.EXPIRED:
        yield f"expired {month_words(credential.expires)}".rstrip() if credential.expires else "expired"
    elif credential.expires:
        yield f"expires {month_words(credential.expires)}"
    if credential.status in STATUS_WORDS:
        yield STATUS_WORDS[credential.status]


def month_words(day: str) -> str:
    """An ISO month or year in words: "2024-06" is June 2024."""
    year, _, month = day.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def advice_on(concept: str, credential: Credential) -> tuple[str, ...]:
    """What a reader should know or ask before relying on a certificate.

    Parameters
    ----------
    concept : str
        The id of the certificate in the vocabulary.
    credential : Credential
        Its parts.

    Returns
    -------
    tuple of str
        Sentences. None of them passes or fails anybody.
    """
    advice = []
    if credential.positions and credential.status not in {CredentialStatus.ABSENT, CredentialStatus.EXCLUDED}:
        advice.append(position_advice(credential))
    if credential.status in ADVISED:
        # A code may be a welder's or an inspector's; what an inspector is endorsed in is the latter's.
        named = ENDORSEMENT if credential.name == ENDORSEMENT_NAME else concept
        kinds = {named, *load_vocabulary().ancestors(named)}
        terms = load_credential_rules().terms
        advice += [term_advice(term) for term in terms if is_under(credential, kinds, term)]
    return tuple(advice)


def is_under(credential: Credential, kinds: set[str], term: Term) -> bool:
    """Whether a certificate of some kinds lasts as a term says."""
    is_of_code = not term.codes or credential.code in term.codes
    return is_of_code and bool(term.concepts & kinds) and not term.unless & kinds


def position_advice(credential: Credential) -> str:
    """What the positions tested cover."""
    tested = frozenset(credential.positions)
    named = in_words(credential.positions)
    covers = "covers" if len(tested) == 1 else "cover"
    rules = [rule for rule in load_credential_rules().positions if credential.code in rule.codes]
    for rule in rules:
        reach = [
            *(["all plate positions"] if any(needed <= tested for needed in rule.all_plate) else []),
            *(["all pipe positions"] if any(needed <= tested for needed in rule.all_pipe) else []),
        ]
        if not reach:
            covered = {direction for position in tested for direction in rule.plate.get(position, ())}
            reach = [direction for direction in ORIENTATIONS if direction in covered]
        if reach:
            return (
                f"{named} under {credential.code} usually {covers} {in_words(reach)}; the certificate decides, "
                "by thickness, diameter and backing."
            )
    return f"What {named} {covers} depends on the code of the test and on the certificate."


def term_advice(term: Term) -> str:
    """How long it lasts, and what to ask for."""
    if term.proof_months:
        return (
            f"Proof needed: a welder's qualification lapses after {term.proof_months} months without the process."
        )
    if term.ends_with_employer:
        return "Given by an employer under its own practice: it ends on leaving, so a new employer certifies anew."
    again = f", with a new test after {term.retested_years}" if term.retested_years else ""
    return f"Renewed every {term.renewed_years} years{again}."


def in_words(words: Sequence[str]) -> str:
    """A list as a sentence has it: "3G and 4G"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
