"""Which words of a web page can be seen, by the style that is in its file."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from recruit.documents.markup.colours import CLEAR, Colour, is_lost
from recruit.documents.markup.looks import Look, free_ground_of, look_below
from recruit.documents.markup.selectors import Sieve
from recruit.documents.markup.style_sheets import applies, inline_declarations, style_sheet_of
from recruit.documents.markup.tags import PICTURE_TAGS, UNSHOWN_TAGS

# Sheets of these only bring the letters of a face or of icons.
_ONLY_FACES = re.compile(r"//(?:fonts|use)\.|font-?awesome|material-?(?:icons|symbols)", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b[^;]{0,300}", re.IGNORECASE)
_BARE_DIGITS = re.compile(r"[0-9a-f]{6}")
_SHEETS_OF_NOBODY = frozenset({"noscript", "template"})
_HINTS = ("hidden", "color", "bgcolor", "text", "background", "href")
_NO_HINTS: tuple[str | None, ...] = (None,) * len(_HINTS)


class StyledPage:
    """The looks of all elements of a page that are not gone altogether.

    Parameters
    ----------
    root : etree element
        The page.
    sheets : mapping of str to str
        Texts of style sheets that are in the file, by the addresses the page links to them with.

    Raises
    ------
    UnreadableDocument
        ``too_large`` for style sheets without end.
    """

    def __init__(self, root: etree._Element, sheets: Mapping[str, str]) -> None:
        sources, self._lacks_sheets = _sources_of(root, sheets)
        sheet = style_sheet_of(sources)
        self._rules = sheet.rules
        self._cache: dict[tuple[object, ...], Look] = {}
        self._looks: dict[Look, Look] = {}
        self._by_element: dict[etree._Element, Look] = {}
        self._grounds: set[Colour | None] = set()
        self._free_grounds = {free_ground_of(said) for said in sheet.drawn_beside} - {CLEAR}
        self._hidden: dict[int, bool] = {}
        self._walk(root)

    def __getitem__(self, element: etree._Element) -> Look:
        return self._by_element[element]

    def hides_text(self, look: Look) -> bool:
        """Say whether the words of an element with this look cannot be seen.

        Colours are judged where the page says all about them: not where a sheet is missing, nor where something
        placed freely on the page may be what the words stand on.
        """
        if id(look) not in self._hidden:
            self._hidden[id(look)] = look.hides_text or self._is_lost(look)
        return self._hidden[id(look)]

    def _is_lost(self, look: Look) -> bool:
        if self._lacks_sheets or look.has_shadow or look.letters is None or look.ground is None:
            return False
        grounds = [look.ground, *self._free_grounds, *(self._grounds if look.is_lifted else ())]
        return all(ground is not None and is_lost(look.letters, ground) for ground in grounds)

    def _walk(self, root: etree._Element) -> None:
        sieve = Sieve([rule.steps for rule in self._rules])
        walker = etree.iterwalk(root, events=("start", "end"))
        looks = [Look()]
        for event, element in walker:
            if event == "end":
                sieve.leave()
                looks.pop()
                continue
            look = self._look_of(element, looks[-1], sieve.enter(element))
            looks.append(look)
            self._by_element[element] = look
            if look.is_gone or element.tag in UNSHOWN_TAGS:
                walker.skip_subtree()
            else:
                self._grounds.add(None if element.tag in PICTURE_TAGS else look.ground)
                if look.free_ground != CLEAR:
                    self._free_grounds.add(look.free_ground)

    def _look_of(self, element: etree._Element, parent: Look, matched: tuple[int, ...]) -> Look:
        tag = str(element.tag)
        style = element.get("style") or ""
        hints = tuple(map(element.get, _HINTS)) if element.attrib else _NO_HINTS
        # Equal looks are one and the same, and are kept as long as the page: their address stands for them.
        key = (id(parent), matched, tag, style, hints)
        if key not in self._cache:
            said = {**_said_by_hints(tag, hints), **self._said_by_style(matched, style)}
            look = look_below(parent, tag, said)
            self._cache[key] = self._looks.setdefault(look, look)
        return self._cache[key]

    def _said_by_style(self, matched: Sequence[int], style: str) -> Mapping[str, str]:
        """The declarations that count: of the rules for an element, and of its own ``style``."""
        order = sorted((self._rules[number].specificity, number) for number in matched)
        rules = [self._rules[number] for _, number in order]
        plain, important = inline_declarations(style)
        said: dict[str, str] = {}
        for one in [*(rule.plain for rule in rules), plain, *(rule.important for rule in rules), important]:
            said.update(one)
        return said


def _said_by_hints(tag: str, hints: Sequence[str | None]) -> Mapping[str, str]:
    """What the older attributes say, and the browser by itself; any style sheet says it better."""
    hidden, colour, ground, text, picture, link = hints
    letters = {"font": colour, "body": text, "a": link and "#0000ee"}.get(tag)
    said = {
        "display": None if hidden is None else "none",
        "color": letters,
        "background-color": "#ffff00" if tag == "mark" else ground,
        "background-image": picture and "url()",
    }
    return {name: _with_hash(value.strip().lower()) for name, value in said.items() if value}


def _with_hash(value: str) -> str:
    return f"#{value}" if _BARE_DIGITS.fullmatch(value) else value


def _sources_of(root: etree._Element, sheets: Mapping[str, str]) -> tuple[list[str], bool]:
    """The texts of the style sheets in their order, and whether others are linked to that are not at hand."""
    found: list[str] = []
    lacks_some = False
    for element in root.iter("style", "link"):
        if not applies(element.get("media") or ""):
            continue
        if element.tag == "style":
            is_css = (element.get("type") or "text/css").strip().lower() == "text/css"
            is_used = is_css and not any(one.tag in _SHEETS_OF_NOBODY for one in element.iterancestors())
            found += ["".join(map(str, element.itertext()))] if is_used else []
        elif "stylesheet" in (element.get("rel") or "").lower().split():
            address = (element.get("href") or "").strip()
            found += [sheets[address]] if address in sheets else []
            lacks_some |= address not in sheets and not _ONLY_FACES.search(address)
    imports = (one[0] for text in found for one in _IMPORT.finditer(text))
    return found, lacks_some or not all(map(_ONLY_FACES.search, imports))
