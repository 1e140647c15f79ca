"""Dates as people write them → ISO 8601, letter by letter: ``Tuesday, 5 May 1998`` → ``1998-05-05``.

Every date of the years 1900 … 2059 is there, and nothing that is no date. What is not plain from the writing:

- ``03/04/2021`` and its like are day, month, year. Where that is no date since the second number is over 12,
  the first is the month: ``12/25/2021`` is Christmas.
- Four digits first are a year, and the month follows it: ``2021/03/04`` is the 4th of March.
- Two digits are a year from 1960 to 2059: ``'07`` is 2007, ``60`` is 1960, ``59`` is 2059.
- A weekday is read over; a month may be mistyped by one letter, never a number.
"""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Callable
from random import Random

from training.pairs import END, Pair

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
         "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
         "eighteenth", "nineteenth", "twentieth")  # fmt: skip

SYMBOLS = tuple(" '’,-–./0123456789abcdefghijklmnopqrstuvwxyz")  # what is read
OUTPUTS = (END, "-", *"0123456789")  # what is said

FIRST_YEAR, LAST_YEAR = 1900, 2059
SHORT_FROM = 1960  # the first year that two digits can tell
HELD_OUT = 10  # one date in this many is kept from training, in every writing
MISTYPED = 0.06  # share of the long month and weekday names with a wrong letter
ANY_YEAR = 0.6  # share of the dates whose year is any; the others' year is one that two digits can tell

Date = datetime.date
Writer = Callable[[Random, Date], str]


def is_held_out(day: Date) -> bool:
    """True for a fixed tenth of all dates; the same on every machine."""
    return zlib.crc32(day.isoformat().encode()) % HELD_OUT == 0


def ordinal(n: int) -> str:
    """1 … 31 as a word: ``twenty-first``."""
    if n <= 20:
        return UNITS[n - 1]
    return "thirtieth" if n == 30 else f"{'thirty' if n > 30 else 'twenty'}-{UNITS[n % 10 - 1]}"


def numbered(n: int) -> str:
    """1 … 31 with its ending: ``21st``."""
    return f"{n}{'th' if 11 <= n <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def _mistyped(random: Random, name: str) -> str:
    """A long name now and then with one letter swapped, doubled, dropped or wrong; a short one never."""
    if len(name) < 5 or random.random() >= MISTYPED:
        return name
    k = random.randrange(1, len(name) - 1)
    wrong = random.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = name[:k] + name[k + 1] + name[k] + name[k + 2 :]
    return random.choice(
        [swapped, name[:k] + name[k] + name[k:], name[:k] + name[k + 1 :], name[:k] + wrong + name[k + 1 :]]
    )


def _name(random: Random, day: Date) -> str:
    """A month's name, whole or short."""
    whole = MONTHS[day.month - 1]
    if random.random() < 0.6 or whole == "may":
        return _mistyped(random, whole)
    short = "sept" if day.month == 9 and random.random() < 0.5 else whole[:3]
    return short + random.choice(["", "", "."])


def _weekday(random: Random, day: Date) -> str:
    whole = WEEKDAYS[day.weekday()]
    return _mistyped(random, whole) if random.random() < 0.6 else whole[:3] + random.choice(["", "."])


def _day(random: Random, day: Date) -> str:
    return f"{day.day:02}" if random.random() < 0.4 else str(day.day)


def _month(random: Random, day: Date) -> str:
    return f"{day.month:02}" if random.random() < 0.6 else str(day.month)


def _year(random: Random, day: Date, short: float = 0.3) -> str:
    """The year in four digits, or in two where two can tell it."""
    return f"{day.year % 100:02}" if day.year >= SHORT_FROM and random.random() < short else str(day.year)


def _named_year(random: Random, day: Date) -> str:
    """A year beside a month's name: in two digits it wears an apostrophe or stands alone."""
    year = _year(random, day, 0.25)
    return year if len(year) == 4 else random.choice(["'", "'", "’", ""]) + year


def _numbers(mark: str) -> Writer:
    def write(random: Random, day: Date) -> str:
        return mark.join([_day(random, day), _month(random, day), _year(random, day)])

    return write


def _year_first(mark: str) -> Writer:
    def write(random: Random, day: Date) -> str:
        return mark.join([str(day.year), _month(random, day), _day(random, day)])

    return write


def _iso(_: Random, day: Date) -> str:
    return day.isoformat()


def _month_first(random: Random, day: Date) -> str:
    """12/25/2021, where the day tells that it is none; else day first."""
    if day.day <= 12:
        return _numbers("/")(random, day)
    return "/".join([_month(random, day), str(day.day), _year(random, day)])


def _compact(_: Random, day: Date) -> str:
    return f"{day:%Y%m%d}"


def _day_month(random: Random, day: Date) -> str:
    return f"{_day(random, day)} {_name(random, day)}{random.choice([' ', ' ', ', '])}{_named_year(random, day)}"


def _day_of_month(random: Random, day: Date) -> str:
    the = random.choice(["the ", ""])
    end = f"{random.choice([' ', ', '])}{_named_year(random, day)}"
    return f"{the}{numbered(day.day)} {random.choice(['of ', ''])}{_name(random, day)}{end}"


def _month_day(random: Random, day: Date) -> str:
    number = random.choice([str(day.day), str(day.day), numbered(day.day)])
    return f"{_name(random, day)} {number}{random.choice([', ', ' '])}{_named_year(random, day)}"


def _word_of_month(random: Random, day: Date) -> str:
    word = ordinal(day.day) if random.random() < 0.7 else ordinal(day.day).replace("-", " ")
    the = random.choice(["the ", "the ", ""])
    return f"{the}{word} {random.choice(['of ', 'of ', ''])}{_name(random, day)}{random.choice([' ', ', '])}{day.year}"


def _month_the_word(random: Random, day: Date) -> str:
    the = random.choice(["the ", ""])
    return f"{_name(random, day)} {the}{ordinal(day.day)}{random.choice([', ', ' '])}{day.year}"


def _joined(random: Random, day: Date) -> str:
    return "-".join([_day(random, day), MONTHS[day.month - 1][:3], _year(random, day, 0.5)])


def _year_month(random: Random, day: Date) -> str:
    return f"{day.year}{random.choice([' ', ', '])}{_name(random, day)} {_day(random, day)}"


def _on_a_weekday(random: Random, day: Date) -> str:
    writer = random.choice([_day_month, _day_of_month, _month_day, _word_of_month, _numbers("/"), _numbers(".")])
    return f"{random.choice(['', '', 'on '])}{_weekday(random, day)}{random.choice([', ', ' '])}{writer(random, day)}"


# How a date is written, and how often.
FORMATS: dict[str, tuple[Writer, float]] = {
    "2021-03-04": (_iso, 1),
    "04/03/2021": (_numbers("/"), 2.5),
    "12/25/2021": (_month_first, 1.5),
    "04.03.2021": (_numbers("."), 1.5),
    "4. 3. 2021": (_numbers(". "), 0.5),
    "04-03-2021": (_numbers("-"), 1.5),
    "04–03–2021": (_numbers("–"), 0.4),
    "4 3 2021": (_numbers(" "), 0.6),
    "2021/03/04": (_year_first("/"), 0.8),
    "2021.3.4": (_year_first("."), 0.5),
    "20210304": (_compact, 0.7),
    "4 march 2021": (_day_month, 2.5),
    "the 4th of march, 2021": (_day_of_month, 2.5),
    "march 4, 2021": (_month_day, 2.5),
    "the fourth of march 2021": (_word_of_month, 1.5),
    "march the fourth, 2021": (_month_the_word, 1),
    "04-mar-21": (_joined, 0.8),
    "2021 march 4": (_year_month, 0.6),
    "thursday, 4 march 2021": (_on_a_weekday, 3),
}


def _spaced(random: Random, text: str) -> str:
    """The spaces as hurried people leave them: now and then two, or none after a comma, or one at the end."""
    if random.random() < 0.08:
        spaces = [k for k, letter in enumerate(text) if letter == " "]
        if spaces:
            k = random.choice(spaces)
            text = text[:k] + ("" if text[k - 1] in ",." else "  ") + text[k + 1 :]
    return text + " " if random.random() < 0.02 else text


def any_date(random: Random, held_out: bool = False) -> Date:
    """A date of training, or a held-out one; years that two digits can tell come more often."""
    while True:
        first = FIRST_YEAR if random.random() < ANY_YEAR else SHORT_FROM
        start, end = Date(first, 1, 1).toordinal(), Date(LAST_YEAR, 12, 31).toordinal()
        day = Date.fromordinal(random.randint(start, end))
        if is_held_out(day) == held_out:
            return day


def pair(random: Random, held_out: bool = False) -> Pair:
    """A date in one of the writings, in small letters, and its ISO form."""
    day = any_date(random, held_out)
    writers, weights = zip(*FORMATS.values(), strict=True)
    text = _spaced(random, random.choices(writers, weights)[0](random, day))
    return Pair(tuple(text), tuple(day.isoformat()))


EXAMPLES = (
    "the 3rd of March, 2021",
    "Tuesday, 5 May 1998",
    "12 Dec '07",
    "July the fourteenth, 1989",
    "24/12/2024",
    "on Sunday the 29th of Febuary 2032",
)
