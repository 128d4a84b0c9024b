"""What work is paid an hour, a week or a year, in its currency, with units that cannot be meant put right.

A posting was seen with "$30.00/hr" as its least and "$37.00/yr" as its most: a number tells its unit.
"""

import re
from collections.abc import Iterator
from itertools import chain

from recruit.documents.contents.marked import Marked
from recruit.matching.quantities.amounts import FROM, UP_TO, Amount, PlainText, bound_of, ends_of
from recruit.vocabulary.shapes import Kind, QuantityKind

#: An hour of this work is paid less than this, a year between these, and a year has so many hours. US dollars.
MOST_USD_PER_HOUR = 200.0
LEAST_USD_PER_HOUR = 5.0
LEAST_USD_PER_YEAR = 15_000.0
MOST_USD_PER_YEAR = 250_000.0
WEEKLY_USD = (200.0, 6_000.0)
MONTHS_PER_YEAR = 12

MONEY = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?"
PER = (
    r"(?:\s?(?:/|per|an?|each)\s?(?:(?P<hour>hour(?!\w)|hr\.?(?!\w)|h(?!\w))|(?P<week>week(?!\w)|wk(?!\w))"
    r"|(?P<month>month(?!\w)|mo\.?(?!\w))|(?P<year>year(?!\w)|yr\.?(?!\w)|annum|yearly))"
    r"|\s?(?P<hourly>hourly|hrly|ph(?!\w))|\s?(?P<yearly>annual(?:ly|ized)?(?!\w)|yearly|salary|pa(?!\w)))"
)
#: ISO 4217, by what is written for it; a bare "$" is that of the United States.
CURRENCIES = {
    "USD": r"us\$|u\.s\. ?\$|usd",
    "CAD": r"ca?\$|cdn\$|cad|cdn|canadian",
    "AUD": r"au?\$|aud|australian",
    "NZD": r"nz\$|nzd",
    "MXN": r"mx\$|mxn|pesos?",
    "EUR": r"\u20ac|euros?|eur",
    "GBP": r"\u00a3|gbp|pounds sterling",
    "CHF": r"chf",
    "JPY": r"\u00a5|jpy",
    "INR": r"\u20b9|inr|rupees?",
    "PLN": r"pln",
    "SEK": r"sek",
    "NOK": r"nok",
    "DKK": r"dkk",
    "SGD": r"s\$|sgd",
    "HKD": r"hk\$|hkd",
}
CURRENCY = rf"(?:{'|'.join(CURRENCIES.values())})"
SIGN = rf"(?P<sign>(?<![a-z]){CURRENCY}\s?\$?|\$)"
NAMED = rf"(?:\s?(?P<currency>{CURRENCY})(?!\w)(?:\sdollars?)?|\sdollars)"
SIGN_MARK = re.compile(
    r"[$\u20ac\u00a3\u00a5\u20b9]"
    r"|(?:usd|cad|cdn|aud|nzd|mxn|eur|gbp|chf|jpy|inr|pln|sek|nok|dkk|sgd|hkd)(?= ?[$\d])"
)
BOUND = rf"(?:(?P<up>{UP_TO}\s?)|(?P<from>{FROM}\s?))?"
LOW = rf"(?P<low>{MONEY})(?P<low_k>\s?k(?!\w))?(?P<more>\s?\+)?(?:{PER.replace('?P<', '?P<first_')})?"
HIGH = (
    r"(?:\s?(?:-|to|and)\s?(?:up to\s)?(?:[a-z]{0,3}\$|[\u20ac\u00a3\u00a5\u20b9])?"
    rf"\s?(?P<high>{MONEY})(?P<high_k>\s?k(?!\w))?)?"
)
NOT_MONEY = r"(?![\d,]*\d|\s?%|\s?(?:million|mm?(?!\w)|billion))"
SIGNED = Marked(
    re.compile(rf"{BOUND}{SIGN}\s?{LOW}{HIGH}{NOT_MONEY}(?:{NAMED})?(?:{PER})?"),
    SIGN_MARK,
    before=32,
    behind=60,
)
BARE = Marked(
    re.compile(
        rf"{BOUND}(?P<sign>)(?<![\w.,/$-]){LOW}{HIGH}{NOT_MONEY}(?P<ends_in_k>(?<=k))?"
        rf"(?:{NAMED})?(?:(?:{PER})|(?(ends_in_k)|(?!)))"
    ),
    re.compile(r"k(?!\w)|hourly|hrly|/ ?h(?:ou)?r|per (?:hour|year)|an hour|a year|/ ?y(?:ea)?r|annual"),
    before=44,
    behind=24,
)
CONTEXT = re.compile(
    r"\b(?:pay|pays|paying|wages?|salar(?:y|ies)|compensation|rates?|desired|earn(?:ing|ed|s)?|mak(?:e|ing)|hourly"
    r"|start(?:s|ing)?(?: at)?|doe|base)\b"
)
ON_EXPERIENCE = re.compile(r"[\s,(]*(?:doe|doq|boe|depending|based on|commensurate|d\.o\.e)")
OTHER_MONEY = re.compile(
    r"[\s,:+]*(?:(?:per hour|an hour|/hr|/hour|more|extra)\s)?"
    r"(?:shift |sign|night |weekend |retention |referral |annual )*"
    r"(?:differential|diff\b|bonus|on\b|premium|per diem|allowance|reimburs|tuition|stipend|tool|boot|match"
    r"|contribution|budget|sales|revenue|savings?|in (?:savings|sales|revenue|scrap|tooling)|worth"
    r"|of (?:parts|tooling|scrap))"
)
OTHER_MONEY_BEFORE = re.compile(
    r"(?:bonus|differential|diff|per diem|premium|allowance|tuition|sav(?:ed|ing|ings)|reduc(?:ed|ing)|cost|budget"
    r"|sales|revenue|cut|scrap|sign[- ]on|deductible|insurance|reimburse\w*)\W+(?:\w+\W+){0,3}$"
)
PAY_PARTS = frozenset({"pay", "schedule"})
REACH = 40


def find_pay(read: PlainText) -> Iterator[Amount]:
    """Pay with its unit; bonuses, differentials, savings and budgets are none."""
    for match in chain(SIGNED.finditer(read.lower), BARE.finditer(read.lower)):
        if not (match["sign"] or match["low_k"] or unit_named(match)) or is_other_money(read, match):
            continue
        low, high = ends_of(match["low"], match["high"], bound_of(match))
        if match["low_k"] or match["high_k"]:
            low, high = in_thousands(low), in_thousands(high)
        if match["more"] and not match["high"]:
            high = None
        unit = unit_of(match, low, high)
        if unit is None or not (unit_named(match) or is_told(read, match)):
            continue
        if unit == "month":
            low, high = times(low, MONTHS_PER_YEAR), times(high, MONTHS_PER_YEAR)
            unit = "year"
        yield Amount(match.start(), match.end(), QuantityKind.PAY, low, high, f"{currency_of(match)}/{unit}")


def currency_of(match: re.Match[str]) -> str:
    """The currency that stands before or behind an amount, by its code; dollars where nothing says another."""
    for written in (match["currency"], match["sign"].removesuffix("$").strip(), match["sign"]):
        for code, pattern in CURRENCIES.items():
            if written and re.fullmatch(pattern, written):
                return code
    return "USD"


def unit_named(match: re.Match[str]) -> str | None:
    """The unit that the words name."""
    found = match.groupdict()
    for unit, names in UNITS.items():
        if any(found.get(name) or found.get(f"first_{name}") for name in names):
            return unit
    return None


UNITS = {
    "hour": ("hour", "hourly"),
    "year": ("year", "yearly"),
    "week": ("week",),
    "month": ("month",),
}


def unit_of(match: re.Match[str], low: float | None, high: float | None) -> str | None:
    """The unit that is meant: what the words name, unless the number cannot be that; None for no pay at all."""
    amounts = [amount for amount in (low, high) if amount is not None]
    named = unit_named(match)
    if all(LEAST_USD_PER_HOUR <= amount <= MOST_USD_PER_HOUR for amount in amounts):
        return "hour"
    if named == "week" and all(WEEKLY_USD[0] <= amount <= WEEKLY_USD[1] for amount in amounts):
        return named
    monthly = (LEAST_USD_PER_YEAR / MONTHS_PER_YEAR, MOST_USD_PER_YEAR / MONTHS_PER_YEAR)
    if named == "month" and all(monthly[0] <= amount <= monthly[1] for amount in amounts):
        return named
    if all(LEAST_USD_PER_YEAR <= amount <= MOST_USD_PER_YEAR for amount in amounts):
        return "year"
    return None


def is_told(read: PlainText, match: re.Match[str]) -> bool:
    """Whether an amount without a unit is pay: in the part on pay, beside its words, in a title, or "$28 DOE"."""
    if read.is_in(match.start(), PAY_PARTS) or ON_EXPERIENCE.match(read.lower, match.end()):
        return True
    if CONTEXT.search(read.before(match.start(), REACH)) or CONTEXT.search(match[0]):
        return True
    return read.kind is Kind.JOB and bool(match["sign"]) and "\n" not in read.lower[: match.start()].lstrip()


def is_other_money(read: PlainText, match: re.Match[str]) -> bool:
    """Whether it is a bonus or a differential, or was saved, sold or spent."""
    before = read.before(match.start(), REACH)
    if OTHER_MONEY.match(read.lower, match.end()) or OTHER_MONEY_BEFORE.search(before):
        return True
    is_yearly = unit_named(match) in {"year", "week", "month"}
    return read.kind is Kind.RESUME and is_yearly and CONTEXT.search(before) is None


def in_thousands(amount: float | None) -> float | None:
    """An amount that is written with a "k" on either side of its range."""
    return amount * 1000 if amount is not None and amount < 1000 else amount


def times(amount: float | None, factor: float) -> float | None:
    """An amount so many times."""
    return None if amount is None else amount * factor
