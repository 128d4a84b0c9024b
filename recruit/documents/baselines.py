"""What anybody would use instead of our readers, to measure beside them: plain text as each package gives it."""

import importlib
import io
import logging
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import pypdfium2

from recruit.documents.filetypes import kinds

TESSERACT = "tesseract"
TESSERACT_SECONDS = 60.0


def optional(module: str) -> Any:
    """Import what only the test extra installs, None where it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


pdfminer = optional("pdfminer.high_level")
python_docx = optional("docx")
striprtf = optional("striprtf.striprtf")

# What it thinks of a file is of no use in a table of figures.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Peer:
    """A plain reader and the media types it is for; ``read`` is None where it is not installed."""

    name: str
    install: str
    media_types: tuple[str, ...]
    read: Callable[[bytes], str] | None

    def is_for(self, media_type: str) -> bool:
        """Whether people would read this kind of file with it; ``image/*`` stands for every picture."""
        return media_type in self.media_types or f"{media_type.partition('/')[0]}/*" in self.media_types


def peers() -> tuple[Peer, ...]:
    """List the plain readers, those that are not installed too.

    Returns
    -------
    tuple of Peer
        In the order of their columns.

    Examples
    --------
    >>> [peer.name for peer in peers() if peer.is_for("application/pdf")]
    ['pypdfium2', 'pdfminer.six']
    """
    tests = "./run test installs it"
    tesseract = read_by_tesseract if shutil.which(TESSERACT) else None
    return (
        Peer("pypdfium2", tests, (kinds.PDF,), read_by_pdfium),
        Peer("pdfminer.six", tests, (kinds.PDF,), read_by_pdfminer if pdfminer else None),
        Peer("python-docx", tests, (kinds.DOCX,), read_by_python_docx if python_docx else None),
        Peer("striprtf", tests, (kinds.RTF,), read_by_striprtf if striprtf else None),
        Peer("html.parser", tests, (kinds.HTML,), read_by_html_parser),
        Peer("decode", tests, (kinds.TEXT, "text/markdown"), read_by_decoding),
        Peer("tesseract", "apt install tesseract-ocr, or brew install tesseract", ("image/*",), tesseract),
    )


def read_by_pdfium(content: bytes) -> str:
    """Give the text of every page as pdfium does."""
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def read_by_pdfminer(content: bytes) -> str:
    """Give the text as pdfminer.six lays it out by default."""
    return str(pdfminer.extract_text(io.BytesIO(content)))


def read_by_python_docx(content: bytes) -> str:
    """Give the paragraphs of the body, as every first example of python-docx does."""
    return "\n".join(paragraph.text for paragraph in python_docx.Document(io.BytesIO(content)).paragraphs)


def read_by_striprtf(content: bytes) -> str:
    """Give the text without the control words."""
    return str(striprtf.rtf_to_text(content.decode("latin-1"), errors="ignore"))


def read_by_html_parser(content: bytes) -> str:
    """Give everything between tags."""
    parser = BetweenTags()
    parser.feed(read_by_decoding(content))
    parser.close()
    return " ".join(parser.pieces)


class BetweenTags(HTMLParser):
    """Keeps what stands between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a piece."""
        self.pieces.append(data)


def read_by_decoding(content: bytes) -> str:
    """Give the bytes as UTF-8."""
    return content.decode("utf-8", errors="replace")


def read_by_tesseract(content: bytes) -> str:
    """Give the letters that tesseract finds in a picture as it comes."""
    done = subprocess.run(  # noqa: S603 - the one on the PATH is meant
        [TESSERACT, "stdin", "stdout"],
        input=content,
        capture_output=True,
        timeout=TESSERACT_SECONDS,
        check=True,
    )
    return done.stdout.decode("utf-8", errors="replace")
