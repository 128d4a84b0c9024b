"""Why a file cannot be read, in words for the person who sent it: what happened, then what to do next."""

from recruit.errors import UnreadableDocument


def empty() -> UnreadableDocument:
    """Nothing is in the file: no bytes, only spaces, or blank pages."""
    return UnreadableDocument(
        "empty", "This file is empty. Open it on your device to see that it holds your text, then upload it again."
    )


def corrupt(kind: str) -> UnreadableDocument:
    """The file ends too early or is damaged inside; ``kind`` names it ("PDF")."""
    return UnreadableDocument(
        "corrupt",
        f"This {kind} is damaged or not complete, so none of it was read. "
        "Save it again from the program it was written in, and upload the new copy.",
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
    return UnreadableDocument(
        "encrypted",
        f"This {kind} is locked with a password. Save a copy without the password, and upload that copy.",
    )


def too_large(what: str, most: str) -> UnreadableDocument:
    """More than the limit; both arguments carry their unit ("75 pages", "60 pages")."""
    return UnreadableDocument(
        "too_large", f"This file is too large: {what}, and the most we read is {most}. Upload a shorter version."
    )


def nested(kind: str) -> UnreadableDocument:
    """Elements stand in elements without end; ``kind`` names the file ("web page")."""
    return UnreadableDocument(
        "too_large",
        f"In this {kind} more parts stand inside each other than any program writes, so none of it was read. "
        "Open it, copy the text you see into a new document, and upload that.",
    )


def too_many_styles() -> UnreadableDocument:
    """Style sheets go on without end."""
    return UnreadableDocument(
        "too_large",
        "This web page comes with more rules for its style than any page needs, so none of it was read. "
        "Open it in a browser, print it to a PDF, and upload that.",
    )


def too_slow(seconds: float) -> UnreadableDocument:
    """The time allowed has passed."""
    return UnreadableDocument(
        "too_slow",
        f"This file took longer than {seconds:g} seconds to read, so reading was stopped. "
        "Save it again as a plain PDF, DOCX or text file without drawings, and upload the new copy.",
    )


def needs_ocr(kind: str) -> UnreadableDocument:
    """Pages are there, but as pictures, and no engine that reads letters in pictures is installed."""
    return UnreadableDocument(
        "needs_ocr",
        f"The words of this {kind} are in pictures, and reading letters in pictures is not set up here. "
        "Upload the file it was printed or scanned from, or a PDF whose words can be selected. "
        "Whoever runs this site can set it up by installing tesseract-ocr.",
    )


def picture(kind: str) -> UnreadableDocument:
    """The file is itself a picture of a kind without a reader; ``kind`` has its article ("a picture (SVG)")."""
    return UnreadableDocument(
        "unsupported_type",
        f"This file is {kind}, and pictures of that kind cannot be read. "
        "Save it as JPEG, PNG or PDF, and upload that; better still the file it was printed or scanned from.",
    )


def no_words(kind: str) -> UnreadableDocument:
    """A picture in which no letters could be recognised."""
    return UnreadableDocument(
        "no_text",
        f"No words could be made out in this {kind}. Upload a sharper, straight one of the whole page in good "
        "light, or the file it was printed or scanned from.",
    )


def no_text(kind: str) -> UnreadableDocument:
    """Characters are there, but they spell nothing."""
    return UnreadableDocument(
        "no_text",
        f"The letters in this {kind} cannot be told apart: copied out, they are signs without meaning. "
        "Save it again with its fonts included, or upload it as DOCX or plain text.",
    )


def unsupported(kind: str) -> UnreadableDocument:
    """A kind of file without a reader; ``kind`` has its article ("a picture (PNG)")."""
    return UnreadableDocument(
        "unsupported_type",
        f"This file is {kind}, which cannot be read yet. Save it as PDF, DOCX or plain text, and upload that.",
    )


def packed() -> UnreadableDocument:
    """A folder packed into a file, where one document is wanted."""
    return UnreadableDocument(
        "unsupported_type",
        "This file is a packed folder (ZIP). Unpack it, and upload the resume that is in it.",
    )


def two_kinds() -> UnreadableDocument:
    """Programs of two kinds would open the file, and show different things."""
    return UnreadableDocument(
        "unsupported_type",
        "This file is two kinds of file at once, so nobody can say which of them is meant. "
        "Save it again as PDF, DOCX or plain text from the program it was written in, and upload that.",
    )


def outlook_message() -> UnreadableDocument:
    """A message that only Outlook writes."""
    return UnreadableDocument(
        "unsupported_type",
        "This file is an Outlook message (MSG), which cannot be read. Upload the resume attached to it, "
        "or save the message as EML and upload that.",
    )


def cannot_open() -> UnreadableDocument:
    """The system does not let us read the file."""
    return UnreadableDocument(
        "corrupt",
        "This file cannot be opened on the machine it lies on. See that it is still there and may be read by "
        "everybody, then import it again.",
    )


def overlapping() -> UnreadableDocument:
    """Files of an archive share their packed bytes, as no program packs them."""
    return UnreadableDocument(
        "too_large",
        "This packed folder is made to unpack without end: files in it overlap, so none of it was read. "
        "Pack the files again, and import the new archive.",
    )
