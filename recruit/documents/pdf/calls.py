"""Calls of pdfium that are made thousands of times for a page."""

import ctypes
from collections.abc import Callable
from typing import Any


def quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same function without the checks of each argument, which cost more than the call.

    Parameters
    ----------
    function : ctypes function
        One of pdfium's.
    result : ctypes type
        What it gives.
    *arguments : ctypes type
        What it takes; pointers as ``c_void_p``, so that addresses can be given.

    Returns
    -------
    callable
        Takes plain numbers.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def address_of(item: Any) -> int:
    """Where something of pdfium's lies, as the calls take it.

    Parameters
    ----------
    item : pypdfium2 helper
        A page, or the letters of one.

    Returns
    -------
    int
        Good for as long as somebody holds the item.
    """
    return ctypes.cast(item.raw, ctypes.c_void_p).value or 0
