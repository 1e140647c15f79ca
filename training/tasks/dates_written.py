"""The writings of a date that ``dates`` learns, as one regular expression: what it does not match was never learned.

It is read without regard to case, by Python and JavaScript alike. A long month or weekday name may have one wrong
letter inside. It knows days and months by their numbers, not the calendar: the 31st of June passes.
"""

from __future__ import annotations

from training.tasks.dates import MONTHS, UNITS, WEEKDAYS


def _any(*options: str) -> str:
    return f"(?:{'|'.join(options)})"


def _mistyped(name: str) -> str:
    """The name, with up to one letter more or less than it has between its first and last, which may be swapped."""
    return name if len(name) < 5 else f"{name[0]}[a-z]{{{len(name) - 3},{len(name) - 1}}}[{name[-2:]}]"


def _names(names: tuple[str, ...], shorts: tuple[str, ...]) -> str:
    return _any(*map(_mistyped, names), *shorts)


_SEPT = ("sept",)
_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19[0-9]{2}|20[0-5][0-9])"
_NUMBERED = f"{_DAY}(?:st|nd|rd|th)"
_WORD = _any(*UNITS, "thirtieth", f"(?:twenty|thirty)(?:-| +){_any(*UNITS[:9])}")
_NAME = _names(MONTHS, (*_SEPT, *(month[:3] for month in MONTHS)))
_WEEKDAY = _names(WEEKDAYS, tuple(day[:3] for day in WEEKDAYS))
_SHORT = f"(?:{_YEAR}|['’]?[0-9]{{2}})"
_GAP = "[., ]+"  # a blank, a comma, the point of a short name
_MARK = r"(?:[-/–]|\. *| +)"

_BY_NUMBERS = _any(
    f"{_DAY}{_MARK}{_MONTH}{_MARK}(?:{_YEAR}|[0-9]{{2}})",
    f"{_MONTH}/(?:1[3-9]|2[0-9]|3[01])/(?:{_YEAR}|[0-9]{{2}})",
)
_DAY_FIRST = f"(?:the +)?{_any(_DAY, _NUMBERED, _WORD)} +(?:of +)?{_NAME}{_GAP}{_SHORT}"
_MONTH_FIRST = f"{_NAME}{_GAP}(?:the +)?{_any(_DAY, _NUMBERED, _WORD)}{_GAP}{_SHORT}"
WRITTEN = _any(
    _BY_NUMBERS,
    _DAY_FIRST,
    _MONTH_FIRST,
    f"(?:on +)?{_WEEKDAY}{_GAP}{_any(_BY_NUMBERS, _DAY_FIRST, _MONTH_FIRST)}",
    f"{_YEAR}(?:-{_MONTH}-|/{_MONTH}/|[.] *{_MONTH}[.] *){_DAY}",
    f"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])",
    f"{_DAY}-{_any(*(month[:3] for month in MONTHS))}-(?:{_YEAR}|[0-9]{{2}})",
    f"{_YEAR}{_GAP}{_NAME}{_GAP}{_DAY}",
)
