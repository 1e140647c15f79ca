"""Dates: each writing is read back by rules of the test's own, and a held-out date is seen in no writing."""

from __future__ import annotations

import datetime
import re
from random import Random

import pytest

from training.pairs import END
from training.tasks import dates

CHRISTMAS = datetime.date(2021, 12, 25)
FOURTH = datetime.date(2007, 3, 4)
ORDINALS = {dates.ordinal(n): n for n in range(31, 0, -1)}  # the long ones first


def read(text: str) -> str:
    """A reader by rules: every date that is not mistyped."""
    text = re.sub(r"\s+", " ", text.replace("–", "-").replace("’", "'")).strip()
    text = re.sub(r"^(on )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ?", "", text)
    for word, n in ORDINALS.items():
        text = re.sub(rf"\b{word.replace('-', '[- ]')}\b", str(n), text)
    month = re.search("|".join(name[:3] for name in dates.MONTHS), text)
    numbers = re.findall(r"\d+", text)
    if re.fullmatch(r"\d{8}", text):
        numbers = [text[:4], text[4:6], text[6:]]
    if month:
        numbers.insert(1, str([name[:3] for name in dates.MONTHS].index(month[0]) + 1))
    if len(numbers[0]) == 4:
        year, month_number, day = map(int, numbers)
    else:
        day, month_number, year = map(int, numbers)
    if month_number > 12:
        day, month_number = month_number, day
    if len(numbers[-1]) == 2 and len(numbers[0]) != 4:
        year += 2000 if year < 60 else 1900
    return f"{year}-{month_number:02}-{day:02}"


def test_the_reader_by_rules_reads() -> None:
    assert read("the twenty first of may 1998") == "1998-05-21"
    assert read("12/25/21") == "2021-12-25"
    assert read("fri. dec 25, '59") == "2059-12-25"


@pytest.mark.parametrize("name", dates.FORMATS)
def test_every_writing_tells_its_date(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "MISTYPED", 0.0)
    random, writer = Random(1), dates.FORMATS[name][0]
    for _ in range(300):
        day = dates.any_date(random)
        assert read(writer(random, day)) == day.isoformat()


def test_the_writings_by_hand() -> None:
    def writes(name: str, day: datetime.date) -> set[str]:
        random = Random(2)
        return {dates.FORMATS[name][0](random, day) for _ in range(3000)}

    assert {"04/03/2007", "4/3/07", "04/03/07", "4/03/2007"} <= writes("04/03/2021", FOURTH)
    assert {"12/25/2021", "12/25/21"} == writes("12/25/2021", CHRISTMAS)
    assert "04/03/2007" in writes("12/25/2021", FOURTH)  # day first, wherever that can be
    assert {"the 4th of march, 2007", "4th mar. '07", "4th of march ’07"} <= writes("the 4th of march, 2021", FOURTH)
    assert {"december the twenty-fifth, 2021", "dec twenty-fifth 2021"} <= writes("march the fourth, 2021", CHRISTMAS)
    assert {"saturday, 25 december 2021", "on sat. 25.12.21"} <= writes("thursday, 4 march 2021", CHRISTMAS)
    assert writes("20210304", FOURTH) == {"20070304"}
    assert writes("2021-03-04", FOURTH) == {"2007-03-04"}


def test_numbers_as_words() -> None:
    assert [dates.ordinal(n) for n in (1, 12, 20, 21, 30, 31)] == [
        "first", "twelfth", "twentieth", "twenty-first", "thirtieth", "thirty-first",
    ]  # fmt: skip
    assert [dates.numbered(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "30th", "31st",
    ]  # fmt: skip


def test_a_held_out_date_is_in_no_training_pair() -> None:
    training = {"".join(dates.pair(Random(seed)).target) for seed in range(5000)}
    held_out = {"".join(dates.pair(Random(seed), held_out=True).target) for seed in range(2000)}
    assert len(training) > 4000
    assert not training & held_out
    assert all(dates.is_held_out(datetime.date.fromisoformat(text)) for text in held_out)
    days = [datetime.date.fromordinal(n) for n in range(datetime.date(1900, 1, 1).toordinal(),
                                                        datetime.date(2060, 1, 1).toordinal())]  # fmt: skip
    assert 0.09 < sum(map(dates.is_held_out, days)) / len(days) < 0.11


def test_pairs_use_their_tables_and_valid_years() -> None:
    random = Random(3)
    letters: set[str] = set()
    for _ in range(20_000):
        pair = dates.pair(random)
        letters |= set(pair.source)
        day = datetime.date.fromisoformat("".join(pair.target))
        assert dates.FIRST_YEAR <= day.year <= dates.LAST_YEAR
        assert set(pair.target) < set(dates.OUTPUTS) - {END}
    assert letters <= set(dates.SYMBOLS)
    assert set(dates.SYMBOLS) - letters <= set("qxz")  # letters of typing errors alone
    assert len(set(dates.SYMBOLS)) == len(dates.SYMBOLS)


def test_a_typing_error_leaves_one_nearest_month(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "MISTYPED", 1.0)
    random = Random(4)
    for _ in range(2000):
        name = random.choice(dates.MONTHS)
        wrong = dates._mistyped(random, name)
        assert wrong == name or len(name) >= 5
        near = sorted(dates.MONTHS, key=lambda month: _edits(wrong, month))
        assert near[0] == name and _edits(wrong, near[1]) > _edits(wrong, name)


def _edits(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(last + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def test_the_examples_can_be_read() -> None:
    assert [read(text.lower().replace("febuary", "february")) for text in dates.EXAMPLES] == [
        "2021-03-03", "1998-05-05", "2007-12-12", "1989-07-14", "2024-12-24", "2032-02-29",
    ]  # fmt: skip
    assert not {letter for text in dates.EXAMPLES for letter in text.lower()} - set(dates.SYMBOLS)
