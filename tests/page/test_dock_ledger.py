"""The dock's ledger: every number of it is read off the page and is the library's, and adds up as it is shown."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from lstm_core import Trace, load
from lstm_core.ledger import Ledger
from tests.page.shown import GO
from tests.page.test_accessibility import violations

TEXT = "Anna grew up in France and she speaks fluent"
READ = """() => {
  const number = (element) => [element.textContent, Number(element.dataset.value)];
  const all = (selector, read) => [...document.querySelectorAll(`.ledger ${selector}`)].map(read);
  const picture = document.querySelector('.ledger .plot svg');
  const well = picture.querySelector('.well');
  return {
    told: document.querySelector('.ledger .told').textContent,
    names: all('.parts li', (row) => [row.dataset.part, row.querySelector('.text').textContent,
      number(row.querySelector('.value')), number(row.querySelector('.share'))]),
    total: number(document.querySelector('.ledger .total b')),
    rows: all('.sheet tbody tr', (row) => [Number(row.dataset.t), Object.fromEntries(
      [...row.querySelectorAll('td')].map((cell) => [cell.dataset.column, number(cell)]))]),
    bands: all('path.part', (path) => [path.dataset.part, path.getAttribute('d')]),
    scale: [Number(picture.dataset.low), Number(picture.dataset.high), Number(well.getAttribute('height'))],
  };
}"""


def shown(text: str) -> tuple[float, float]:
    """(the number that is written, half of its last digit)."""
    written = text.replace("−", "-").replace("≈ ", "").replace("+", "")
    return float(written), 0.5 * 10.0 ** -len(written.partition(".")[2]) * (1 + 1e-9)


def search(model: str, text: str, t: int, unit: int, layer: str = "layer0") -> str:
    asked = {"model": model, "text": text, "t": t, "phase": 99, "unit": unit, "layer": layer, "dock": "ledger"}
    return f"?{urlencode(asked)}"


def check_names(read: dict[str, Any], ledger: Ledger, t: int) -> None:
    """Beside the picture: values, shares, what is gathered, and what they come to, as it is written."""
    left, shares = ledger.left(t), ledger.shares(t)
    places = [0, *(1 + row for row in ledger.order)]  # the page counts in the order of reading
    named, total = [], 0.0
    for part, _, (value, full), (share, whole) in read["names"]:
        if part != "others":
            named.append(places[int(part)])
            assert full == pytest.approx(left[named[-1]], abs=1e-12)
            assert whole == pytest.approx(shares[named[-1]], abs=1e-12)
        written, half = shown(value)
        assert abs(written - full) <= half
        assert share == ("< 1 %" if whole < 0.005 else f"{whole * 100:.0f} %")
        total += written
    if read["names"][-1][0] == "others":
        _, text, (_, full), (_, whole) = read["names"][-1]
        rest = [k for k in range(len(left)) if k not in named and left[k] != 0]
        assert int(text.split()[0]) == len(rest)
        assert full == pytest.approx(left[rest].sum(), abs=1e-12)
        assert whole == pytest.approx(shares[rest].sum(), abs=1e-12)
        assert shares[rest].max() <= shares[named].min()
    written, half = shown(read["total"][0])
    assert abs(written - total) <= half
    assert read["total"][1] == ledger.state[t - ledger.first]


def check_rows(read: dict[str, Any], ledger: Ledger, t: int) -> None:
    """The table: the library's numbers, and each row adds up as it is written, from the row before."""
    rows = ledger.order[: ledger.order.index(t - ledger.first) + 1]
    assert [step for step, _ in read["rows"]] == [ledger.first + row for row in rows]
    for (_, cells), row in zip(read["rows"], rows, strict=True):
        known = {"gate": ledger.keep, "found": ledger.before, "kept": ledger.kept, "erased": ledger.erased}
        known |= {"written": ledger.written, "holds": ledger.state}
        for column, values in known.items():
            assert cells[column][1] == pytest.approx(values[row], abs=1e-12)
            assert abs(shown(cells[column][0])[0] - values[row]) <= shown(cells[column][0])[1]
        gate, found, kept, erased, wrote, holds = (shown(cells[column][0]) for column in known)
        if "≈" not in cells["holds"][0]:
            assert abs(gate[0] * found[0] - kept[0]) <= kept[1]
            assert abs(kept[0] + erased[0] - found[0]) <= found[1]
            assert abs(kept[0] + wrote[0] - holds[0]) <= holds[1]


def check_bands(read: dict[str, Any], ledger: Ledger, t: int) -> None:
    """The picture: each box of a part is as high as what is left of it at its step."""
    low, high, height = read["scale"]
    places = [0, *(1 + row for row in ledger.order)]
    rows = ledger.order[: ledger.order.index(t - ledger.first) + 1]
    drawn = 0
    for part, path in read["bands"]:
        boxes = re.findall(r"M([\d.]+) ([\d.]+)h[\d.]+V([\d.]+)h", path)
        if part == "others":
            continue
        values = [ledger.left(ledger.first + row)[places[int(part)]] for row in rows]
        expected = [abs(value) for value in values if value != 0]
        assert len(boxes) == len(expected)
        for (_, top, foot), value in zip(
            sorted(boxes, key=lambda box: float(box[0])), ordered(expected, ledger), strict=True
        ):
            assert (float(foot) - float(top)) * (high - low) / height == pytest.approx(
                value, abs=0.03 * (high - low) / height
            )
            drawn += 1
    assert drawn


def ordered(values: list[float], ledger: Ledger) -> list[float]:
    """In the order of the sentence, as boxes stand from left to right."""
    return values[::-1] if ledger.backward else values


def check(page: Page, trace: Trace, t: int, unit: int, layer: str) -> dict[str, Any]:
    ledger = trace.ledger(unit, layer)
    expect(page.locator(f".ledger[data-unit='{unit}'] .sheet tr[aria-current='step'][data-t='{t}']")).to_have_count(1)
    read: dict[str, Any] = page.evaluate(READ)
    check_names(read, ledger, t)
    check_rows(read, ledger, t)
    check_bands(read, ledger, t)
    return read


def test_every_number_is_the_librarys(page: Page, server: str) -> None:
    page.goto(f"{server}/{search('reader-32', TEXT, 8, 11)}")
    trace = load("reader-32").trace(TEXT)
    read = check(page, trace, 8, 11, "layer0")
    shares = trace.ledger(11).shares(8)
    best = int(shares.argmax())
    left = f"{trace.ledger(11).left(8)[best]:+.3f}".replace("-", "−")
    percent = f"{shares[best] * 100:.0f} %"
    assert read["told"].startswith(
        f"At “fluent”, {percent} of unit 11 still comes from “{TEXT.split()[best - 1]}” ({left})."
    )
    for t, unit in ((0, 3), (4, 20)):
        page.evaluate(GO, search("reader-32", TEXT, t, unit))
        check(page, trace, t, unit, "layer0")
    assert violations(page) == []
    page.locator(".ledger .sheet tbody button").first.click()  # a click on a word goes there
    expect(page.locator(".where")).to_contain_text("word 1 of 9")


@pytest.mark.parametrize(
    ("model", "layer", "text"),
    [
        ("compare-gru", "layer0", TEXT),
        ("sentiment-bilstm", "backward", "This film is not bad at all, it is wonderful."),
        ("dates", "decoder", "5 May 1998"),
        (
            "reader-32",
            "layer0",
            " ".join(("the old man who lived in France for many years and ate bread " * 20).split()[:200]),
        ),
    ],
)
def test_of_other_cells_directions_and_lengths(page: Page, server: str, model: str, layer: str, text: str) -> None:
    trace = load(model).trace(text)
    first, end = next(one.span for one in trace.layers if one.name == layer) or (0, len(trace))
    t = first + (end - first) // 2
    page.goto(f"{server}/{search(model, text, t, 5, layer)}")
    read = check(page, trace, t, 5, layer)
    assert ("others" in [part for part, *_ in read["names"]]) == (end - first > 20) or len(read["names"]) < 8


def test_a_plain_rnn_says_why_it_has_none(page: Page, server: str) -> None:
    page.goto(f"{server}/{search('compare-rnn', TEXT, 4, 2)}")
    expect(page.locator(".ledger .told")).to_have_text(
        re.compile("A plain RNN has no ledger. It makes its whole state anew")
    )
    expect(page.locator(".ledger .body")).to_be_hidden()
