import io
import zipfile

import pytest

from recruit.documents.office.package import open_package
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

MEBIBYTE = 1024 * 1024


def package(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("entries", "limits"),
    [
        ({"a": b"x" * 2 * MEBIBYTE}, Limits(max_unpacked_bytes=MEBIBYTE)),
        ({"a": b"\0" * 20 * MEBIBYTE}, Limits()),
        ({str(number): b"" for number in range(11)}, Limits(max_unpacked_files=10)),
    ],
    ids=["too many bytes", "packed too tightly", "too many files"],
)
def test_package_that_would_flood_is_refused_before_it_is_unpacked(entries, limits):
    with pytest.raises(UnreadableDocument) as caught, open_package(package(entries), limits, "Word document"):
        pass
    assert caught.value.code == "too_large"


def test_sizes_that_lie_are_corrupt():
    content = package({"a.xml": b"<a>" + b"x" * 5000 + b"</a>"})
    small, large = (3).to_bytes(4, "little"), (5007).to_bytes(4, "little")
    with (
        pytest.raises(UnreadableDocument) as caught,
        open_package(content.replace(large, small), Limits(), "Word document") as opened,
    ):
        opened.xml("a.xml")
    assert caught.value.code == "corrupt"


def test_relationships_stay_inside_the_package():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="x/header" Target="../../../etc/passwd"/>'
        '<Relationship Id="r2" Type="x/hyperlink" Target="https://example.com" TargetMode="External"/>'
        "</Relationships>"
    )
    with open_package(
        package({"word/_rels/document.xml.rels": rels.encode()}), Limits(), "Word document"
    ) as opened:
        rows = opened.relationships("word/document.xml")
    assert [(row.kind, row.target) for row in rows] == [("header", "etc/passwd")]
