"""Why a file cannot be read, in words for the person who sent it: what happened, then what to do next."""

from recruit.documents.reader import MEBIBYTE
from recruit.errors import UnreadableDocument

_SAVE_AGAIN = "Save it again from the program it was written in, and upload the new copy."
#: What mends a damaged file of a kind that no program of its owner wrote.
_MENDS = {
    "picture": "Take or save the picture again, and upload the new one.",
    "e-mail": "Save the resume that came with it, and upload that.",
    "saved web page": "Open the page in a browser, print it to a PDF, and upload that.",
    "web page": "Open the page in a browser, print it to a PDF, and upload that.",
    "packed folder": "Pack the files again, and import the new one.",
    "packed file": "Pack it again, or upload it on its own.",
}


def empty() -> UnreadableDocument:
    """Nothing is in the file: no bytes, or only spaces."""
    return UnreadableDocument(
        "empty", "This file is empty. Open it to see that it holds any text, then upload it again."
    )


def blank(kind: str) -> UnreadableDocument:
    """The file is whole and shows nothing; ``kind`` names it ("PDF")."""
    return UnreadableDocument(
        "empty",
        f"There is nothing to read in this {kind}: its pages are blank. "
        "Open it to see that it shows any text, save it again, and upload the new copy.",
    )


def blank_picture() -> UnreadableDocument:
    """A picture of one colour, or as good as."""
    return UnreadableDocument(
        "empty",
        "There is nothing to read on this picture: it is blank. Take or scan the page again, look whether its "
        "words can be seen, and upload the new picture.",
    )


def empty_mail() -> UnreadableDocument:
    """A mail that brings no file and says nothing."""
    return UnreadableDocument(
        "empty", "This e-mail has no resume attached and says nothing itself. Upload the resume on its own."
    )


def corrupt(kind: str) -> UnreadableDocument:
    """The file ends too early or is damaged inside; ``kind`` names it ("PDF")."""
    return UnreadableDocument(
        "corrupt",
        f"This {kind} is damaged or not complete, so none of it was read. {_MENDS.get(kind, _SAVE_AGAIN)}",
    )


def damaged_text() -> UnreadableDocument:
    """Text with bytes among it that no text has, as a copy that broke off leaves."""
    return UnreadableDocument(
        "corrupt",
        "This file is text with signs among it that no text has, as a broken copy or download leaves them, so "
        "none of it was read. Open it in the program it was written in, save it as PDF, DOCX or plain text, and "
        "upload that.",
    )


def unfinished() -> UnreadableDocument:
    """Reading ended the process, whatever the reason: the file is not tried again."""
    return UnreadableDocument(
        "corrupt",
        "This file could not be read: something inside it is damaged or far too large to open. "
        "Save it again as PDF, DOCX or plain text, and upload the new copy.",
    )


def encrypted(kind: str) -> UnreadableDocument:
    """A password stands before the text."""
    then = "Pack it again" if kind == "packed file" else "Save a copy"
    return UnreadableDocument(
        "encrypted", f"This {kind} is locked with a password. {then} without the password, and upload that."
    )


# ------------------------------------------------------------------------------------------------------ too large


def too_many_bytes(size: float, most: float) -> UnreadableDocument:
    """A file larger than is taken; both in bytes."""
    return UnreadableDocument(
        "too_large",
        f"This file is too large: it has {size / MEBIBYTE:,.1f} MB, and the most we take is "
        f"{most / MEBIBYTE:,.0f} MB. Save it again with smaller pictures or none, and upload the new copy.",
    )


def too_many_pages(count: int, most: int) -> UnreadableDocument:
    """More pages than any resume has."""
    return UnreadableDocument(
        "too_large",
        f"This file is too long: it has {count:,} pages, and the most we read is {most:,}. "
        "Save the pages of the resume as a file of their own, and upload that.",
    )


def too_many_letters(count: int, most: int) -> UnreadableDocument:
    """More text than any resume has."""
    return UnreadableDocument(
        "too_large",
        f"This file is too long: it holds {count:,} letters, and the most we read is {most:,}. "
        "Save the resume as a file of its own, and upload that.",
    )


def too_many_points(size: str, most: int) -> UnreadableDocument:
    """A picture that would fill the memory; ``size`` is its own in words, ``most`` a number of points."""
    return UnreadableDocument(
        "too_large",
        f"This picture is too large: it has {size} points, and we read at most {most / 1e6:,.0f} million. "
        "Save it smaller, 3,000 points along its longer side show every letter of a page, and upload that.",
    )


def unpacks_to(size: float, most: float) -> UnreadableDocument:
    """What is packed inside would be more than is unpacked; both in bytes."""
    return UnreadableDocument(
        "too_large",
        f"Unpacked, this file would have {size / MEBIBYTE:,.0f} MB, and the most we unpack is "
        f"{most / MEBIBYTE:,.0f} MB, so it was not opened. Save it again with smaller pictures or none, and "
        "upload the new copy.",
    )


def grows(size: float) -> UnreadableDocument:
    """A few bytes are packed so that they become very many; ``size`` in bytes."""
    return UnreadableDocument(
        "too_large",
        f"This file is packed so that it grows to {size / MEBIBYTE:,.0f} MB out of next to nothing, which no "
        f"resume does, so it was not opened. {_SAVE_AGAIN}",
    )


def too_many_parts(count: int, most: int) -> UnreadableDocument:
    """A packed document of more parts than any program writes."""
    return UnreadableDocument(
        "too_large",
        f"This file is made of {count:,} files, and the most we unpack is {most:,}. {_SAVE_AGAIN}",
    )


def too_many_members(count: int, most: int) -> UnreadableDocument:
    """A packed folder of more files than are taken at once."""
    return UnreadableDocument(
        "too_large",
        f"This packed folder holds {count:,} files, and the most we take from one is {most:,}. "
        "Pack them into several, and import one after the other.",
    )


def mail_of_many_parts(count: int, most: int) -> UnreadableDocument:
    """A mail, or a saved web page, whose parts hold parts without end."""
    return UnreadableDocument(
        "too_large",
        f"This e-mail or saved page is packed into itself: {count:,} of its parts hold further parts, and the "
        f"most we open is {most}. Save the resume that is in it, and upload that.",
    )


def mails_in_mails(most: int) -> UnreadableDocument:
    """The resume is attached to a mail that is attached to a mail, and so on."""
    return UnreadableDocument(
        "too_large",
        f"This e-mail holds e-mails that hold e-mails, deeper than the {most} we open, so the resume was not "
        "found. Save the resume that is in it, and upload that.",
    )


def nested(kind: str) -> UnreadableDocument:
    """Parts of the file stand in each other without end; ``kind`` names it ("web page")."""
    return UnreadableDocument(
        "too_large",
        f"In this {kind} parts stand inside each other, or stand for each other, deeper than any program writes "
        "them, so none of it was read. Copy the text you see into a new document, and upload that.",
    )


def too_many_styles() -> UnreadableDocument:
    """Style sheets go on without end."""
    return UnreadableDocument(
        "too_large",
        "This web page comes with more rules for its style than any page needs, so none of it was read. "
        "Open it in a browser, print it to a PDF, and upload that.",
    )


def overlapping() -> UnreadableDocument:
    """Files of an archive share their packed bytes, as no program packs them."""
    return UnreadableDocument(
        "too_large",
        "This packed folder is made to unpack without end: files in it overlap, so none of it was read. "
        "Pack the files again, and import the new one.",
    )


# ------------------------------------------------------------------------------------------------------- too slow


def too_slow(seconds: float) -> UnreadableDocument:
    """The time allowed has passed."""
    return UnreadableDocument(
        "too_slow",
        f"This file took longer than {seconds:g} seconds to read, so reading was stopped. "
        "Save it again as a plain PDF, DOCX or text file without drawings, and upload the new copy.",
    )


def picture_too_slow(seconds: float) -> UnreadableDocument:
    """The time allowed for the letters of one page has passed."""
    return UnreadableDocument(
        "too_slow",
        f"Recognising the letters of a page took longer than {seconds:g} seconds, so reading was stopped. "
        "Upload a smaller, sharper picture of it, or the file it was printed or scanned from.",
    )


# ------------------------------------------------------------------------------------------------ without a text


def needs_ocr(kind: str) -> UnreadableDocument:
    """Pages are there, but as pictures, and no engine that reads letters in pictures is installed."""
    return UnreadableDocument(
        "needs_ocr",
        f"The words of this {kind} are in pictures, and reading letters in pictures is not set up here. "
        "Upload the file it was printed or scanned from, or a PDF whose words can be selected. "
        "Whoever runs this site can set it up by installing tesseract-ocr.",
    )


def pictures_only(kind: str) -> UnreadableDocument:
    """A document that people write in, with nothing in it but pictures."""
    return UnreadableDocument(
        "needs_ocr",
        f"This {kind} holds pictures and no words. Pictures inside it are not read: upload them on their own, "
        "or save the document as PDF and upload that.",
    )


def no_words(kind: str) -> UnreadableDocument:
    """A picture in which no letters could be recognised."""
    what = "picture" if kind == "picture" else f"{kind}, whose pages are pictures"
    return UnreadableDocument(
        "no_text",
        f"No words could be made out in this {what}. Upload a sharper, straight photo or scan of every whole "
        "page in good light, or the file it was printed or scanned from.",
    )


def tiny_picture(width: int, height: int) -> UnreadableDocument:
    """A picture too small for a word; both in points of the picture."""
    return UnreadableDocument(
        "no_text",
        f"This picture has only {width} by {height} points, too few for words. Upload the picture in its full "
        "size, or the file it was made from.",
    )


def no_text(kind: str) -> UnreadableDocument:
    """Characters are there, but they spell nothing."""
    then = "with its fonts included, or as DOCX" if kind == "PDF" else "as PDF or DOCX"
    return UnreadableDocument(
        "no_text",
        f"The letters in this {kind} cannot be told apart: copied out, they are signs without meaning. "
        f"Open it, look whether it shows words, save it again {then}, and upload that.",
    )


# -------------------------------------------------------------------------------------------------- other kinds


def unsupported(kind: str) -> UnreadableDocument:
    """A kind of file without a reader that can be turned into another; ``kind`` has its article."""
    return UnreadableDocument(
        "unsupported_type",
        f"This file is {kind}, which cannot be read. Save it as PDF, DOCX or plain text, and upload that.",
    )


def unknown_kind() -> UnreadableDocument:
    """Bytes that begin like nothing we know of."""
    return UnreadableDocument(
        "unsupported_type",
        "What kind of file this is could not be told, so it was not read. Open it in the program it was written "
        "in, save it as PDF, DOCX or plain text, and upload that.",
    )


def no_document(kind: str) -> UnreadableDocument:
    """What is no document at all, and cannot be turned into one; ``kind`` has its article ("a video")."""
    return UnreadableDocument(
        "unsupported_type",
        f"This file is {kind}, and no resume can be read from that. "
        "Upload the resume itself as PDF, DOCX or plain text.",
    )


def picture(kind: str) -> UnreadableDocument:
    """The file is itself a picture of a kind without a reader; ``kind`` has its article ("a picture (SVG)")."""
    return UnreadableDocument(
        "unsupported_type",
        f"This file is {kind}, and pictures of that kind cannot be read. "
        "Save it as JPEG, PNG or PDF, and upload that; better still the file it was printed or scanned from.",
    )


def packed(kind: str) -> UnreadableDocument:
    """Files packed into one, where one document is wanted; ``kind`` has its article ("a packed folder (ZIP)")."""
    return UnreadableDocument(
        "unsupported_type", f"This file is {kind}. Unpack it, and upload the resume that is in it."
    )


def packed_unusually() -> UnreadableDocument:
    """A file in an archive, packed by a method that few programs know."""
    return UnreadableDocument(
        "unsupported_type",
        "This file is packed in a way that few programs can open. Pack the folder again as an ordinary ZIP, and "
        "import that.",
    )


def two_kinds() -> UnreadableDocument:
    """Programs of two kinds would open the file, and show different things."""
    return UnreadableDocument(
        "unsupported_type",
        "This file is two kinds of file at once, so nobody can say which of them is meant. "
        "Save it again as PDF, DOCX or plain text from the program it was written in, and upload that.",
    )


def entities(kind: str) -> UnreadableDocument:
    """A document declares abbreviations of its own, as bombs do."""
    return UnreadableDocument(
        "unsupported_type",
        f"This {kind} declares abbreviations for pieces of text (entities), as no program for resumes does and "
        f"harmful files do, so none of it was read. {_SAVE_AGAIN}",
    )


def outlook_message() -> UnreadableDocument:
    """A message that only Outlook writes."""
    return UnreadableDocument(
        "unsupported_type",
        "This file is an Outlook message (MSG), which cannot be read. Upload the resume attached to it, "
        "or save the message as EML and upload that.",
    )


def attached(kind: str) -> UnreadableDocument:
    """A mail brings only files of a kind that is not read; ``kind`` has its article."""
    return UnreadableDocument(
        "unsupported_type",
        f"No resume was found in this e-mail: what is attached to it is {kind}, and it says nothing itself. "
        "Upload the resume on its own as PDF, DOCX or plain text.",
    )


def cannot_open() -> UnreadableDocument:
    """The system does not let us read the file."""
    return UnreadableDocument(
        "corrupt",
        "This file cannot be opened on the machine it lies on. See that it is still there and may be read by "
        "everybody, then import it again.",
    )
