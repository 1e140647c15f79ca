"""Motion: what is new moves, by transform and opacity alone, from what was to what is; unwanted, nothing moves."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from lstm_core import cells
from tests.page.belt_stage import PHASES, Stage, open_stage

FORWARD = [((3, 5), (4, 0)), ((4, 0), (4, 1)), ((4, 1), (4, 2)), ((4, 2), (4, 3)), ((4, 3), (4, 4)), ((4, 4), (4, 5))]
#: What a person sees of every strip: where its bars are and whether they can be seen.
SEEN = """() => Object.fromEntries([...document.querySelectorAll('[data-strip]')].map((strip) => {
  const bars = strip.querySelector('.bars'), style = getComputedStyle(bars);
  const whole = [...bars.children].every((group) =>
    ['none', 'matrix(1, 0, 0, 1, 0, 0)'].includes(getComputedStyle(group).transform));
  return [strip.dataset.symbol, [style.transform, style.opacity, whole]];
}))"""


def still(stage: Stage) -> int:
    return int(stage.page.evaluate("() => still().length"))


@pytest.mark.parametrize("cell", PHASES)
def test_a_phase_can_be_sought(page: Page, cell: str) -> None:
    stage = open_stage(page, cell=cell)
    last = len(PHASES[cell]) - 1
    for phase, names in enumerate(PHASES[cell]):
        before = (4, phase - 1) if phase else (3, last)
        stage.render(4, phase)
        rest = page.evaluate(SEEN)
        stage.animate(before, (4, phase))
        assert still(stage) > 0
        start = page.evaluate(SEEN)
        page.evaluate("() => seek(0.7)")
        middle = page.evaluate(SEEN)
        page.evaluate("() => seek(1)")
        assert page.evaluate(SEEN) == rest
        moved = {name for name in rest if start[name] != rest[name]}
        assert moved == {*names, *(f"{state}_prev" for state in cells.get(cell).states if phase == 0)}
        if moved:
            assert middle != start
        page.evaluate("() => playing.finish()")


@pytest.mark.parametrize("cell", [cell for cell in PHASES if cell != "rnn"])
def test_both_ends_of_a_coupled_valve_move_at_once(page: Page, cell: str) -> None:
    stage = open_stage(page, cell=cell)
    turns: dict[str, tuple[int, float]] = {}
    for phase in range(1, len(PHASES[cell])):
        stage.animate((4, phase - 1), (4, phase))
        delays = page.evaluate(
            """() => still().filter((one) => one.effect.target.matches('.blade'))
              .map((one) => [one.effect.target.closest('.box').dataset.box, one.effect.getTiming().delay])"""
        )
        turns |= {name: (phase, delay) for name, delay in delays}
    coupled = turns["write"] == turns.get("forget", turns.get("keep"))
    assert coupled == (cell in ("cifg", "gru", "gru-before"))


def test_only_transform_and_opacity_are_animated(page: Page) -> None:
    stage = open_stage(page)
    for before, after in [*FORWARD, ((4, 3), (4, 2)), ((3, 5), (4, 5))]:
        stage.animate(before, after)
        properties = page.evaluate(
            """() => [...new Set(still().flatMap((one) => one.effect.getKeyframes().flatMap(Object.keys)))]
              .filter((key) => !['offset', 'computedOffset', 'easing', 'composite'].includes(key))"""
        )
        assert set(properties) <= {"transform", "opacity"}


def test_a_gate_takes_300_ms_a_vector_600(page: Page) -> None:
    stage = open_stage(page)

    def timing(after: tuple[int, int], selector: str) -> list[dict[str, float]]:
        stage.animate((after[0], after[1] - 1), after)
        result: list[dict[str, float]] = page.evaluate(
            """(selector) => still().filter((one) => one.effect.target.matches(selector)).map((one) => {
              const timing = one.effect.getComputedTiming();
              return { from: timing.delay, to: timing.endTime } })""",
            selector,
        )
        return result

    bars = timing((4, 1), "[data-strip=f] .bars > g")
    assert max(one["to"] for one in bars) - min(one["from"] for one in bars) == pytest.approx(300, abs=10)
    belt = timing((4, 3), ".tread")
    assert [one["to"] - one["from"] for one in belt] == [600]


def test_the_values_are_right_at_every_instant(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 1)
    wanted = stage.strips()
    stage.animate((4, 0), (4, 1))
    for part in (0, 0.3, 0.5, 0.9, 1):
        page.evaluate("(part) => seek(part)", part)
        assert stage.strips() == wanted


@pytest.mark.parametrize("end", ["finish", "cancel"])
def test_a_motion_cut_short_leaves_the_end(page: Page, end: str) -> None:
    stage = open_stage(page)
    stage.render(4, 2)
    rest = page.evaluate(SEEN)
    stage.animate((4, 1), (4, 2), hold=False)
    page.evaluate("(end) => playing[end]()", end)
    page.evaluate("() => playing.finished")
    assert (page.evaluate(SEEN), still(stage), page.locator(".ghosts > *").count()) == (rest, 0, 0)


def test_a_new_moment_completes_the_running_motion(page: Page) -> None:
    stage = open_stage(page)
    stage.animate((3, 5), (4, 5), hold=False)
    assert still(stage) > 0
    stage.render(6, 2)
    wanted = stage.strips()
    page.evaluate("() => playing.finished")
    assert (still(stage), page.locator(".ghosts > *").count(), stage.strips()) == (0, 0, wanted)


def test_speed_is_the_rate_of_all(page: Page) -> None:
    stage = open_stage(page)
    stage.animate((4, 0), (4, 1), speed=4)
    assert page.evaluate("() => [...new Set(still().map((one) => one.playbackRate))]") == [4]


@pytest.mark.parametrize(("before", "after"), [*FORWARD, ((4, 3), (4, 2)), ((4, 5), (5, 5))])
def test_reduced_motion_moves_nothing(page: Page, before: tuple[int, int], after: tuple[int, int]) -> None:
    stage = open_stage(page)
    stage.animate(before, after, reduced=True)
    assert (still(stage), page.locator(".ghosts > *").count()) == (0, 0)
    stage_again: dict[str, Any] = stage.strips()
    stage.render(*after)
    assert stage.strips() == stage_again


def test_jumps_are_cuts_and_a_phase_back_is_a_retreat(page: Page) -> None:
    stage = open_stage(page)
    stage.animate((2, 5), (9, 3))
    assert still(stage) == 0
    stage.animate((4, 5), (3, 5))
    assert still(stage) == 0
    stage.animate((4, 2), (4, 1))
    assert still(stage) > 0
    page.evaluate("() => playing.finish()")
    assert page.locator(".ghosts > *").count() == 0
