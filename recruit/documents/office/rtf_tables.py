"""The fonts and styles that a rich text document lists at its beginning."""

from dataclasses import dataclass, field

from recruit.documents.office.rtf_words import AS_SYMBOLS, codec_of, codec_of_charset
from recruit.documents.office.styles import BODY_TEXT_OUTLINE, MOST_ANCESTORS, SYMBOL_FONT, is_heading_style


@dataclass(slots=True)
class Entry:
    """A font or a style; its name comes in pieces."""

    name: list[str] = field(default_factory=list)
    charset: int = 0
    outline: int | None = None
    based_on: int | None = None


class Tables:
    """Fonts and styles by number, and the encoding of the document."""

    def __init__(self) -> None:
        self.fonts: dict[int, Entry] = {}
        self.styles: dict[int, Entry] = {}
        self.default_font = 0
        self.codec = codec_of(1252)
        # Fonts and styles are listed before the text that uses them.
        self._codecs: dict[int, str] = {}
        self._headings: dict[int, bool] = {}

    def codec_of_font(self, number: int) -> str:
        """How bytes set in this font are to be read."""
        font = self.fonts.get(number)
        if font is None:
            return self.codec
        if number not in self._codecs:
            is_for_symbols = SYMBOL_FONT.search("".join(font.name)) is not None
            self._codecs[number] = AS_SYMBOLS if is_for_symbols else codec_of_charset(font.charset, self.codec)
        return self._codecs[number]

    def is_heading(self, number: int) -> bool:
        """Whether a style is one for headings, by itself or by what it is based on."""
        if number not in self._headings:
            self._headings[number] = self._find_heading(number)
        return self._headings[number]

    def _find_heading(self, number: int) -> bool:
        style = self.styles.get(number)
        for _ in range(MOST_ANCESTORS):
            if style is None:
                break
            if style.outline is not None:
                return style.outline < BODY_TEXT_OUTLINE
            if is_heading_style("".join(style.name).strip(" ;")):
                return True
            style = None if style.based_on is None else self.styles.get(style.based_on)
        return False
