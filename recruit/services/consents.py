"""What people agree to, in the words they see: pages print these, and the database keeps them."""

MATCHING = "matching"
TEACHING = "teaching"

#: Version of each wording; a new text is a new version, and who agreed to an older one is asked again.
VERSION_BY_PURPOSE = {MATCHING: "2026-11", TEACHING: "2026-12"}

WORDING_BY_PURPOSE = {
    MATCHING: (
        "I agree that the agency keeps my resume and what is read from it, compares it with its open jobs, and "
        "shows it to its recruiters. A person, never a score, decides about me. "
        "I can withdraw this at any time by telling the agency."
    ),
    TEACHING: (
        "The words I corrected, with those near them in their line, may teach the program to read better. My "
        "name, how to reach me, employers, towns and dates are left out. I can withdraw this here at any time."
    ),
}


def worded(purpose: str) -> str:
    """Return what is kept of a consent: the version and the words that people saw."""
    return f"[{VERSION_BY_PURPOSE[purpose]}] {WORDING_BY_PURPOSE[purpose]}"
