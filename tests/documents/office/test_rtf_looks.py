import pytest

from recruit.documents.office.rtf import read_rtf
from recruit.documents.reader import Limits

# Colours: 1 white, 2 a dark blue, 3 a pale grey.
COLOURS = rb"{\colortbl;\red255\green255\blue255;\red31\green56\blue100;\red190\green190\blue190;}"


def read(inner: bytes) -> tuple[str, list[str]]:
    reading = read_rtf(rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}" + COLOURS + inner + b"}", Limits())
    text = "\n".join(" ".join(block.text.split()) for block in reading.pages[0].blocks)
    return text, [finding.code for finding in reading.findings]


@pytest.mark.parametrize(
    "inner",
    [
        rb"Turner {\cf1 swarf reamer} fitter\par",
        rb"Turner {\fs2 swarf reamer} fitter\par",
        rb"Turner {\cf1\cb1 swarf reamer} fitter\par",
        rb"Turner {\cf2\highlight2 swarf reamer} fitter\par",
        rb"Turner {\cf1 \u1089?\u1090?\'e9} fitter\par",
        rb"{\cf2 Turner }\cf1 swarf\plain  fitter\par",
        rb"\trowd\cellx4000\pard\intbl Turner {\cf1 swarf} fitter\cell\row",
    ],
)
def test_letters_that_nobody_sees_are_left_out_and_named(inner):
    assert read(inner) == ("Turner fitter", ["hidden_text"])


@pytest.mark.parametrize(
    "inner",
    [
        rb"{\cf3 Turner and fitter}\par",
        rb"{\cf1\cb2 Turner and fitter}\par",
        rb"{\cf1\highlight2 Turner and fitter}\par",
        rb"\pard\cbpat2{\cf1 Turner and fitter}\par",
        rb"\pard\shading5000{\cf1 Turner and fitter}\par",
        rb"{\cf1\outl Turner and fitter}\par",
        rb"\trowd\clcbpat2\cellx4000\pard\intbl{\cf1 Turner and fitter}\cell\row",
        rb"{\cf9 Turner and fitter}\par",
        rb"{\shp{\*\shpinst{\shptxt{\cf1 Turner and fitter}\par}}}\par",
        rb"{\*\background x}{\cf1 Turner and fitter}\par",
    ],
)
def test_letters_that_can_be_read_stay(inner):
    assert read(inner) == ("Turner and fitter", [])


def test_the_ground_of_a_paragraph_ends_with_it():
    assert read(rb"\pard\cbpat2\cf1 Turner\par\pard swarf\par") == ("Turner", ["hidden_text"])


def test_the_ground_of_a_row_ends_with_it():
    rows = rb"\trowd\clcbpat2\cellx4000\pard\intbl\cf1 Turner\cell\row\trowd\cellx4000\pard\intbl swarf\cell\row"
    assert read(rows) == ("Turner", ["hidden_text"])
