import io
import zipfile

from recruit.documents.filetypes.packed_kinds import DOCX, TWO_MAIN_PARTS, ZIP, packed_type


def package(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def test_word_document_cut_off_is_told_by_the_parts_left():
    assert packed_type(package("[Content_Types].xml", "word/document.xml")[:150]) == DOCX


def test_package_with_the_main_parts_of_two_programs_is_both():
    assert packed_type(package("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")) == TWO_MAIN_PARTS


def test_archive_of_countless_broken_entries_is_told_quickly():
    assert packed_type(b"PK\x03\x04" * 200_000) == ZIP
