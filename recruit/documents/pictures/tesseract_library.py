"""Tesseract as a library in this process: its data is loaded once for many pages, and no picture is packed.

The program, started for each page, reads the same and needs a third more processor time. Only what C programs may
call is called, by its names in ``capi.h`` of version 5.
"""

import ctypes
import functools
import os
import shutil
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from ctypes import POINTER, byref, c_char_p, c_float, c_int, c_void_p
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PIL import Image

from recruit.documents import refusals
from recruit.documents.pictures.sightings import Sighting
from recruit.documents.reader import Limits

PROGRAM = "tesseract"
LANGUAGE = "eng"
DPI = 300
FILE = "libtesseract.5.dylib" if sys.platform == "darwin" else "libtesseract.so.5"
_LINES_BY_NETWORK, _ANY_LAYOUT = 1, 3
_LINE, _WORD = 2, 3
_SETTINGS = MappingProxyType(
    {
        # Not trying each line as white on black, too: it is given none.
        "tessedit_do_invert": "0",
        "debug_file": os.devnull,
    }
)
_BOX = (POINTER(c_int),) * 4
_CALLS: MappingProxyType[str, tuple[Any, tuple[Any, ...]]] = MappingProxyType(
    {
        "TessBaseAPICreate": (c_void_p, ()),
        "TessBaseAPIDelete": (None, (c_void_p,)),
        "TessBaseAPIInit2": (c_int, (c_void_p, c_char_p, c_char_p, c_int)),
        "TessBaseAPISetVariable": (c_int, (c_void_p, c_char_p, c_char_p)),
        "TessBaseAPISetPageSegMode": (None, (c_void_p, c_int)),
        "TessBaseAPISetImage": (None, (c_void_p, c_char_p, c_int, c_int, c_int, c_int)),
        "TessBaseAPISetSourceResolution": (None, (c_void_p, c_int)),
        "TessBaseAPIRecognize": (c_int, (c_void_p, c_void_p)),
        "TessBaseAPIGetIterator": (c_void_p, (c_void_p,)),
        "TessBaseAPIClear": (None, (c_void_p,)),
        "TessMonitorCreate": (c_void_p, ()),
        "TessMonitorDelete": (None, (c_void_p,)),
        "TessMonitorSetDeadlineMSecs": (None, (c_void_p, c_int)),
        "TessResultIteratorNext": (c_int, (c_void_p, c_int)),
        "TessResultIteratorGetUTF8Text": (c_void_p, (c_void_p, c_int)),
        "TessResultIteratorConfidence": (c_float, (c_void_p, c_int)),
        "TessResultIteratorDelete": (None, (c_void_p,)),
        "TessPageIteratorIsAtBeginningOf": (c_int, (c_void_p, c_int)),
        "TessPageIteratorBoundingBox": (c_int, (c_void_p, c_int, *_BOX)),
        "TessDeleteText": (None, (c_void_p,)),
    }
)


class Tesseract:
    """The library with English loaded, used by one thread at a time."""

    def __init__(self, library: ctypes.CDLL) -> None:
        for name, (result, arguments) in _CALLS.items():
            call = getattr(library, name)
            call.restype, call.argtypes = result, arguments
        self._library = library
        self._turn = threading.Lock()
        self._api = library.TessBaseAPICreate()
        weakref.finalize(self, library.TessBaseAPIDelete, self._api)
        self.is_ready = library.TessBaseAPIInit2(self._api, None, LANGUAGE.encode(), _LINES_BY_NETWORK) == 0
        for name, value in _SETTINGS.items():
            library.TessBaseAPISetVariable(self._api, name.encode(), value.encode())
        library.TessBaseAPISetPageSegMode(self._api, _ANY_LAYOUT)

    def sightings_in(self, picture: Image.Image, limits: Limits) -> list[Sighting]:
        """Find the words of a grey picture, as ``tesseract.sightings_in`` tells."""
        width, height = picture.size
        with self._turn:
            self._library.TessBaseAPISetImage(self._api, picture.convert("L").tobytes(), width, height, 1, width)
            self._library.TessBaseAPISetSourceResolution(self._api, DPI)
            try:
                self._recognise(limits.ocr_seconds)
                return list(self._seen())
            finally:
                self._library.TessBaseAPIClear(self._api)

    def _recognise(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        monitor = self._library.TessMonitorCreate()
        try:
            self._library.TessMonitorSetDeadlineMSecs(monitor, max(1, round(seconds * 1000)))
            failed = self._library.TessBaseAPIRecognize(self._api, monitor)
        finally:
            self._library.TessMonitorDelete(monitor)
        if failed:
            raise refusals.picture_too_slow(seconds) if time.monotonic() >= end else refusals.unfinished()

    def _seen(self) -> Iterator[Sighting]:
        library = self._library
        words = library.TessBaseAPIGetIterator(self._api)
        if not words:
            return
        line = -1
        edges = [c_int() for _ in _BOX]
        try:
            while True:
                line += library.TessPageIteratorIsAtBeginningOf(words, _LINE)
                text = self._text_of(words)
                if text and library.TessPageIteratorBoundingBox(words, _WORD, *map(byref, edges)):
                    confidence = library.TessResultIteratorConfidence(words, _WORD) / 100
                    left, top, right, bottom = (float(edge.value) for edge in edges)
                    yield Sighting(text, confidence, left, top, right, bottom, line)
                if not library.TessResultIteratorNext(words, _WORD):
                    return
        finally:
            library.TessResultIteratorDelete(words)

    def _text_of(self, words: int) -> str:
        text = self._library.TessResultIteratorGetUTF8Text(words, _WORD)
        if not text:
            return ""
        try:
            return ctypes.string_at(text).decode("utf-8", errors="replace").strip()
        finally:
            self._library.TessDeleteText(text)


@functools.cache
def loaded() -> Tesseract | None:
    """Load the library and its English.

    Returns
    -------
    Tesseract or None
        None where there is no library of this version that knows English. Asked once in the life of a process.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    # One thread, because documents are what is read side by side; the library looks for this when it is loaded.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    beside = Path(program).resolve().parents[1] / "lib" / FILE
    for path in (str(beside), FILE):
        try:
            tesseract = Tesseract(ctypes.CDLL(path))
        except (OSError, AttributeError):
            continue
        return tesseract if tesseract.is_ready else None
    return None
