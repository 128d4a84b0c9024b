"""Which elements the selectors of a page's style sheets mean.

A page may have thousands of elements and of selectors, and may be made to keep its reader busy. So it is gone
through once, and each element is matched with all selectors together, every step of a selector being one bit of a
number: what it costs does not depend on how deep elements stand.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

IDENTIFIER = r"(?:[\w\u0080-\U0010ffff-]|\\[0-9a-fA-F]{1,6}[ ]?|\\[^\n0-9a-fA-F])+"
_PIECE = re.compile(
    rf"(?P<tag>\*|{IDENTIFIER})|\#(?P<id>{IDENTIFIER})|\.(?P<class>{IDENTIFIER})|"
    rf"\[\s*(?P<name>[\w-]+)\s*(?:(?P<sign>[~|^$*]?=)\s*(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|"
    rf"(?P<bare>{IDENTIFIER}))\s*(?P<flag>[iIsS])?\s*)?\]|"
    r":(?P<pseudo>[\w-]+)(?:\((?P<asked>[^()]{0,200})\))?"
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ ]?|(.))")
_COUNTED = re.compile(r"(?:(?P<step>[+-]?\d{0,4})n\s*)?(?P<sign>[+-]?)\s*(?P<shift>\d{1,4})?")
_WORDS_OF_COUNTS = {"odd": "2n+1", "even": "2n"}
LONGEST_SELECTOR = 400

Specificity = tuple[int, int, int]
Test = Callable[[etree._Element, "Standing"], bool]


@dataclass(slots=True)
class Standing:
    """How an element stands among its siblings; ``depth`` is 0 for the root."""

    depth: int
    number: int
    number_of_tag: int


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a selector between its combinators; ``combinator`` says how it hangs on the one before."""

    combinator: str = ""
    tag: str = ""
    id: str = ""
    classes: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    specificity: Specificity = (0, 0, 0)

    @property
    def key(self) -> tuple[str, str]:
        """What an element must have at least, the rarest first."""
        if self.id:
            return "id", self.id
        return ("class", self.classes[0]) if self.classes else ("tag", self.tag)

    def suits(self, tag: str, element_id: str, classes: Sequence[str]) -> bool:
        """Say whether an element may be meant, as far as its tag, id and classes tell."""
        if (self.tag and self.tag != tag) or (self.id and self.id != element_id):
            return False
        return all(name in classes for name in self.classes)


def steps_of(selector: str) -> tuple[Step, ...] | None:
    """Take a selector apart.

    Parameters
    ----------
    selector : str
        One without commas outside brackets.

    Returns
    -------
    tuple of Step, or None
        None where it asks for something that a page on paper does not have (``:hover``), for a part of an element
        (``::before``), or is wrong: browsers drop the rule, too.

    Examples
    --------
    >>> [(step.combinator, step.tag, step.classes) for step in steps_of("main > p.note.old")]
    [('', 'main', ()), ('>', 'p', ('note', 'old'))]
    """
    text = selector.strip()
    steps: list[Step] = []
    combinator, place = "", 0
    while place < len(text) <= LONGEST_SELECTOR:
        found = _step_at(text, place)
        if found is None:
            return None
        step, place = found
        steps.append(replace(step, combinator=combinator))
        if place == len(text):
            return tuple(steps)
        sign = _COMBINATOR.match(text, place)
        if sign is None:
            return None
        combinator, place = sign[1] or " ", sign.end()
    return None


def specificity_of(steps: Iterable[Step]) -> Specificity:
    """Add up what the steps of a selector weigh: its ids, then classes and the like, then tags."""
    rows = [step.specificity for step in steps]
    return sum(row[0] for row in rows), sum(row[1] for row in rows), sum(row[2] for row in rows)


def _step_at(text: str, place: int) -> tuple[Step, int] | None:
    step, start = Step(), place
    while piece := _PIECE.match(text, place):
        if piece["tag"] and place > start:
            return None
        grown = _with_piece(step, piece)
        if grown is None:
            return None
        step, place = grown, piece.end()
    return (step, place) if place > start else None


def _with_piece(step: Step, piece: re.Match[str]) -> Step | None:
    ids, classes, tags = step.specificity
    if piece["tag"]:
        name = _plain(piece["tag"]).lower()
        return replace(step, tag="" if name == "*" else name, specificity=(0, 0, int(name != "*")))
    if piece["id"]:
        name = _plain(piece["id"])
        # Two ids are never of one element.
        is_other = step.id not in {"", name}
        return None if is_other else replace(step, id=name, specificity=(ids + 1, classes, tags))
    if piece["class"]:
        names = (*step.classes, _plain(piece["class"]))
        return replace(step, classes=names, specificity=(ids, classes + 1, tags))
    if piece["name"]:
        tests = (*step.tests, _attribute_test(piece))
        return replace(step, tests=tests, specificity=(ids, classes + 1, tags))
    return _with_pseudo(step, piece["pseudo"].lower(), (piece["asked"] or "").strip())


def _with_pseudo(step: Step, name: str, asked: str) -> Step | None:
    ids, classes, tags = step.specificity
    if name in {"not", "is", "where", "matches"}:
        inner = [steps_of(one) for one in asked.split(",")]
        singles = [one[0] for one in inner if one is not None and len(one) == 1]
        if len(singles) < len(inner):
            return None
        most = max((one.specificity for one in singles), default=(0, 0, 0)) if name != "where" else (0, 0, 0)
        weight = (ids + most[0], classes + most[1], tags + most[2])
        return replace(step, tests=(*step.tests, _any_of(singles, wanted=name != "not")), specificity=weight)
    test = _standing_test(name, asked)
    if test is None:
        return None
    return replace(step, tests=(*step.tests, test), specificity=(ids, classes + 1, tags))


def _standing_test(name: str, asked: str) -> Test | None:
    plain: dict[str, Test] = {
        "root": lambda _, standing: standing.depth == 0,
        "link": lambda element, _: element.tag == "a" and element.get("href") is not None,
        "first-child": lambda _, standing: standing.number == 1,
        "first-of-type": lambda _, standing: standing.number_of_tag == 1,
        "last-child": lambda element, _: element.getnext() is None,
        "only-child": lambda element, standing: standing.number == 1 and element.getnext() is None,
        "empty": lambda element, _: len(element) == 0 and not element.text,
    }
    plain["any-link"] = plain["link"]
    if name in plain:
        return plain[name]
    count = _COUNTED.fullmatch(_WORDS_OF_COUNTS.get(asked.lower(), asked.lower()).replace(" ", ""))
    if count is None or name not in {"nth-child", "nth-of-type"}:
        return None
    has_step = count["step"] is not None
    step = int(f"{count['step']}1" if count["step"] in {"", "+", "-"} else count["step"]) if has_step else 0
    shift = int(f"{count['sign']}{count['shift'] or 0}")
    if name == "nth-child":
        return lambda _, standing: _is_counted(standing.number - shift, step)
    return lambda _, standing: _is_counted(standing.number_of_tag - shift, step)


def _is_counted(distance: int, step: int) -> bool:
    return distance == 0 if step == 0 else distance % step == 0 and distance // step >= 0


def _any_of(steps: Sequence[Step], *, wanted: bool) -> Test:
    def test(element: etree._Element, standing: Standing) -> bool:
        classes = (element.get("class") or "").split()
        return wanted is any(
            step.suits(str(element.tag), element.get("id") or "", classes)
            and all(one(element, standing) for one in step.tests)
            for step in steps
        )

    return test


def _attribute_test(piece: re.Match[str]) -> Test:
    name, sign = piece["name"].lower(), piece["sign"]
    given = next((piece[key] for key in ("quoted", "single", "bare") if piece[key] is not None), "")
    wanted = _plain(given)
    is_any_case = (piece["flag"] or "").lower() == "i"
    wanted = wanted.lower() if is_any_case else wanted
    tests: dict[str | None, Callable[[str], bool]] = {
        None: lambda _: True,
        "=": lambda value: value == wanted,
        "~=": lambda value: wanted in value.split(),
        "|=": lambda value: value == wanted or value.startswith(f"{wanted}-"),
        "^=": lambda value: bool(wanted) and value.startswith(wanted),
        "$=": lambda value: bool(wanted) and value.endswith(wanted),
        "*=": lambda value: bool(wanted) and wanted in value,
    }
    holds = tests[sign]

    def test(element: etree._Element, _: Standing) -> bool:
        value = element.get(name)
        return value is not None and holds(value.lower() if is_any_case else value)

    return test


def _plain(name: str) -> str:
    """Undo the escapes of a name."""
    if "\\" not in name:
        return name
    return _ESCAPE.sub(lambda sign: sign[2] or chr(min(int(sign[1], 16), 0x10FFFF)), name)


@dataclass(slots=True)
class _Open:
    """An open element: bits of the steps it is the end of, those of all around it, and those of its children."""

    matched: int = 0
    around: int = 0
    last_child: int = 0
    children: int = 0
    count: int = 0
    tags: Counter[str] = field(default_factory=Counter)


class Sieve:
    """Matches the elements of a page, entered and left in their order, with all selectors at once.

    Parameters
    ----------
    selectors : sequence of tuple of Step
        In the order in which they are counted.
    """

    def __init__(self, selectors: Sequence[tuple[Step, ...]]) -> None:
        self._by_key: dict[tuple[str, str], list[tuple[int, Step]]] = defaultdict(list)
        self._bits_by_combinator = dict.fromkeys(("", " ", ">", "+", "~"), 0)
        self._ends = 0
        self._selector_by_bit: dict[int, int] = {}
        place = 0
        for number, steps in enumerate(selectors):
            for step in steps:
                self._by_key[step.key].append((1 << place, step))
                self._bits_by_combinator[step.combinator] |= 1 << place
                place += 1
            self._ends |= 1 << (place - 1)
            self._selector_by_bit[place - 1] = number
        self._open = [_Open()]
        self._suiting: dict[tuple[str, str, str], tuple[int, tuple[tuple[int, Step], ...]]] = {}

    def enter(self, element: etree._Element) -> tuple[int, ...]:
        """Return the numbers of the selectors that mean an element, ascending; it is open until ``leave``."""
        parent = self._open[-1]
        tag = str(element.tag)
        parent.count += 1
        parent.tags[tag] += 1
        certain, doubtful = self._steps_for(tag, element.get("id") or "", element.get("class") or "")
        if doubtful:
            standing = Standing(len(self._open) - 1, parent.count, parent.tags[tag])
            for bit, step in doubtful:
                certain |= bit if all(test(element, standing) for test in step.tests) else 0
        reached = self._bits_by_combinator
        matched = certain and certain & (
            reached[""]
            | (reached[" "] & parent.around << 1)
            | (reached[">"] & parent.matched << 1)
            | (reached["+"] & parent.last_child << 1)
            | (reached["~"] & parent.children << 1)
        )
        parent.last_child = matched
        parent.children |= matched
        self._open.append(_Open(matched, parent.around | matched))
        return tuple(self._selector_by_bit[place] for place in _places(matched & self._ends))

    def leave(self) -> None:
        """Close the element entered last."""
        self._open.pop()

    def _steps_for(self, tag: str, element_id: str, classes: str) -> tuple[int, tuple[tuple[int, Step], ...]]:
        """Bits of the steps that suit elements of this kind, and the steps that ask for more."""
        kind = (tag, element_id, classes)
        if kind not in self._suiting:
            names = classes.split()
            keys = [
                ("id", element_id),
                *(("class", name) for name in dict.fromkeys(names)),
                ("tag", tag),
                ("tag", ""),
            ]
            likely = [row for key in keys for row in self._by_key.get(key, ())]
            suiting = [(bit, step) for bit, step in likely if step.suits(tag, element_id, names)]
            certain = sum(bit for bit, step in suiting if not step.tests)
            self._suiting[kind] = certain, tuple(row for row in suiting if row[1].tests)
        return self._suiting[kind]


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
