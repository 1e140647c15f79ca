"""A browser is found or refused for the right reason, whatever the machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import browser


def executable(path: Path, status: int) -> Path:
    """A program that ends with `status`."""
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser, Playwright's included: its one folder of programs."""
    monkeypatch.delenv("GATEWALK_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    return tmp_path


def test_the_installed_one_is_taken(machine: Path) -> None:
    chrome = executable(machine / "google-chrome", 0)
    assert browser.find() == chrome
    assert browser.find() == browser.ensure()


def test_chromium_comes_before_chrome(machine: Path) -> None:
    executable(machine / "google-chrome", 0)
    chromium = executable(machine / "chromium", 0)
    assert browser.find() == chromium


def test_a_stub_that_does_not_start_is_passed_over(machine: Path) -> None:
    executable(machine / "chromium-browser", 1)
    chrome = executable(machine / "google-chrome", 0)
    assert browser.find() == chrome


def test_a_named_one_is_never_replaced(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable(machine / "chromium", 0)
    named = executable(machine / "mine", 0)
    monkeypatch.setenv("GATEWALK_CHROMIUM", str(named))
    assert browser.find() == named
    monkeypatch.setenv("GATEWALK_CHROMIUM", str(machine / "gone"))
    assert browser.find() is None
    assert browser.ensure() is None


def test_without_any_it_says_what_to_install(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GATEWALK_CHROMIUM", str(machine / "gone"))
    monkeypatch.setattr("sys.argv", ["tests.browser", "--ensure"])
    assert browser.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err
