"""How long an import takes, in words that terminal and pages share."""

MINUTE, HOUR = 60, 3600
#: From here on a tenth of a file a second means nothing.
FAST = 10


def duration(seconds: float) -> str:
    """Return a length of time as people say it: two units at most."""
    whole = max(round(seconds), 0)
    if whole < MINUTE:
        return f"{whole} s"
    if whole < HOUR:
        return f"{whole // MINUTE} min {whole % MINUTE} s"
    return f"{whole // HOUR} h {whole % HOUR // MINUTE} min"


def time_taken(seconds: float | None, working_seconds: float) -> str:
    """Say how long an import took, and how much of that went into files: the rest is starting, waiting, pauses."""
    work = duration(working_seconds)
    if seconds is None:
        return f"{work} of reading so far"
    whole = duration(seconds)
    return whole if whole == work else f"{whole} from start to end, {work} of it reading"


def rate(files_per_second: float) -> str:
    """Return a speed with as many digits as mean something."""
    return f"{files_per_second:.{0 if files_per_second >= FAST else 1}f} files/s"
