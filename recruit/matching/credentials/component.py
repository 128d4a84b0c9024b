"""Certificates in their parts: code, positions, processes, level, dates, and whether they are still held.

"AWS D1.1 3G/4G FCAW, exp. 06/2024" is one certificate with two positions, expired.
"""

import re

from recruit.matching.credentials.bundles import (
    NIMS,
    TAIL,
    Bundle,
    end_of_statement,
    issuers,
    kinds_of,
    read_head,
    read_name,
    read_tail,
)
from recruit.matching.credentials.groups import ENDORSEMENT, join_mentions
from recruit.matching.credentials.nims import name_listed, read_level
from recruit.matching.credentials.standing import LESS_THAN_HELD, status_of
from recruit.matching.reading import Reading
from recruit.vocabulary.credentials import KnownParts, known_parts
from recruit.vocabulary.shapes import Category, Credential, Evidence, Polarity

SCHEMES: dict[str, str] = {
    r"snt-?tc-?1-?a": "ASNT SNT-TC-1A",
    r"cp-?189": "ANSI/ASNT CP-189",
    r"nas-? ?410": "NAS 410",
    r"en ?4179": "EN 4179",
    r"iso ?9712": "ISO 9712",
}
SCHEME = re.compile("|".join(f"(?P<s{number}>{pattern})" for number, pattern in enumerate(SCHEMES)))
GDTP_ITSELF = re.compile(r"gdtp|asme|technologist|senior")
CODES_IN_WORDS = (
    (re.compile(r"(?<!\w)d(?P<number>\d{1,2}\.\d{1,2})(?!\d)"), "AWS D"),
    (re.compile(r"api (?P<number>1104)"), "API "),
    (re.compile(r"(?:asme|section) (?:section )?(?P<number>ix|b31(?:\.\d)?)(?!\w)"), "ASME "),
)
INSPECTORS_ISSUER = "AWS"  # endorses its inspectors in the codes of others, too
ENDORSED = re.compile(r"\bendorse(?:d|ments?)\b")


def part_credentials(reading: Reading) -> None:
    """Give every certificate its parts, and correct what a stated day makes of it.

    Parameters
    ----------
    reading : Reading
        With drafts in reading order whose polarity is judged; certificates are changed in place.
    """
    name_listed(reading)
    drafts = [draft for draft in reading.drafts if draft.category is Category.CERTIFICATION]
    bundles: list[Bundle] = []
    for number, draft in enumerate(drafts):
        following = drafts[number + 1].start if number + 1 < len(drafts) else len(reading.lower)
        bundle = Bundle(draft, draft.start, draft.end, head_from=bundles[-1].reached if bundles else 0)
        bundle.limit = min(following, draft.end + TAIL, end_of_statement(reading, draft.end))
        read_name(reading, bundle)
        if NIMS in kinds_of(draft.concept) and "level" not in bundle.found:
            read_level(reading, bundle)
        read_head(reading, bundle)
        read_tail(reading, bundle, is_met=following == bundle.limit)
        bundles.append(bundle)
    join_mentions(reading, bundles)
    for bundle in bundles:
        credential = credential_of(reading, bundle)
        bundle.draft.credential = credential
        less = LESS_THAN_HELD.get(credential.status)
        if less and bundle.draft.polarity is Polarity.HELD:
            bundle.draft.polarity = less


def credential_of(reading: Reading, bundle: Bundle) -> Credential:
    """The finished certificate."""
    draft, found = bundle.draft, bundle.found
    words = reading.lower[draft.start : draft.end]
    known = known_parts(draft.concept)
    if draft.concept == "gdtp" and not GDTP_ITSELF.search(words):
        known = KnownParts()  # "GD&T certified" is a course of some days
    coded = known_parts(found["code_of"]) if "code_of" in found else known
    code = coded.code or known.code or scheme_of(reading.lower, bundle)
    if draft.concept == ENDORSEMENT:
        code = code_in(words) or code
    hours = int(found["hours"].replace(",", "")) if "hours" in found else known.hours
    is_endorsement = bundle.is_welders and (
        "endorsed" in found or ENDORSED.search(reading.lower, bundle.start, bundle.reached) is not None
    )
    return Credential(
        status=status_of(reading, bundle),
        evidence=evidence_of(reading, bundle),
        issuer=INSPECTORS_ISSUER if is_endorsement else coded.issuer or known.issuer or issuer_of(reading, bundle),
        code=code,
        name="CWI endorsement" if is_endorsement else known.name,
        positions=tuple(bundle.positions),
        processes=tuple(bundle.processes),
        methods=tuple(bundle.methods),
        material=found.get("material"),
        thickness=thickness_of(found.get("thickness")),
        level=found.get("level") or known.level or capitalised(found.get("grade")),
        edition=edition_of(found.get("edition")),
        scope=found.get("scope"),
        hours=hours,
        state=found.get("state"),
        number=found.get("number"),
        issued=found.get("issued"),
        expires=found.get("expires"),
    )


def evidence_of(reading: Reading, bundle: Bundle) -> Evidence:
    """Everything a certificate was read from, with the bracket that closes what it opened."""
    start, end = bundle.start, bundle.reached
    words = reading.text[start:end]
    if words.count("(") > words.count(")") and reading.text[end : end + 1] == ")":
        end += 1
    return Evidence(start=start, end=end, text=reading.text[start:end])


def code_in(words: str) -> str | None:
    """The code that the words of an endorsement name: "API 1104 endorsement"."""
    for pattern, maker in CODES_IN_WORDS:
        match = pattern.search(words)
        if match:
            return maker + match["number"].upper()
    return None


def scheme_of(lower: str, bundle: Bundle) -> str | None:
    """Under which practice testers are certified, where the text says it."""
    match = SCHEME.search(lower, bundle.start, bundle.reached) if bundle.is_of_ndt else None
    return list(SCHEMES.values())[int(str(match.lastgroup)[1:])] if match else None


def issuer_of(reading: Reading, bundle: Bundle) -> str | None:
    """Who issued it, where the name of one stands within it."""
    match = issuers().search(reading.text, bundle.start, bundle.reached)
    return match[0] if match else None


def thickness_of(written: str | None) -> str | None:
    """A thickness with one sign for the inch."""
    if written and "," in written:
        return ", ".join(filter(None, map(thickness_of, written.split(", "))))
    if written is None or "limited" in written:
        return written and written.partition(" ")[0]
    number = re.sub(r"\s?(?:\"|''|in\.?(?!\w)|inch(?:es)?).*", " in", written)
    return re.sub(r"\s?mm.*", " mm", number)


def edition_of(written: str | None) -> str | None:
    """An edition, its standard in capitals."""
    return written.upper().replace(" ", "-").replace(":", "-") if written else None


def capitalised(written: str | None) -> str | None:
    """A class or group as certificates write it: "Class A", "Class I, IV"."""
    if written is None:
        return None
    word, *grades = re.findall(r"[a-z]+|\d", written.replace("classes", "class"))
    return f"{word.capitalize()} {', '.join(grade.upper() for grade in grades if grade != 'and')}"
