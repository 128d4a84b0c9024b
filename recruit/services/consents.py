"""What people agree to, in the words they see: pages print these, and the database keeps them."""

#: Version of the wording; a new text is a new version, and who agreed to an older one is asked again.
VERSION = "2026-11"

MATCHING = "matching"
TEACHING = "teaching"

WORDING_BY_PURPOSE = {
    MATCHING: (
        "I agree that the agency keeps my resume and what is read from it, compares it with its open jobs, and "
        "shows it to its recruiters. A person, never a score, decides about me. "
        "I can withdraw this at any time by telling the agency."
    ),
    TEACHING: (
        "The lines around the words I corrected may teach the program to read better, without my name and how to "
        "reach me. I can withdraw this here at any time."
    ),
}


def worded(purpose: str) -> str:
    """Return what is kept of a consent: the version and the words that people saw."""
    return f"[{VERSION}] {WORDING_BY_PURPOSE[purpose]}"
