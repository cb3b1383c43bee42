"""One refusal for the rate holds all threads back, and lets them go one after another."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from support.clock import FakeClock

from nemo_spec.nemo.errors import RateLimited
from nemo_spec.run.session.auth import RATE_LIMIT_WAIT, attempt
from nemo_spec.run.session.pauses import Pause


class Meanwhile(FakeClock):
    """Lets somebody else call while the first one sleeps."""

    def __init__(self, other: Any) -> None:
        super().__init__()
        self.other, self.calls = other, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        other, self.other = self.other, None
        if other:
            other()
        else:
            self.advance(seconds)


def service(url: str = "http://127.0.0.1:1") -> Any:
    return cast(Any, SimpleNamespace(token="t", settings=SimpleNamespace(api_url=url)))


def test_others_wait_as_well_and_behind(tmp_path: Path):
    refused = [RateLimited()]
    sent: list[str] = []

    def first() -> None:
        if refused:
            raise refused.pop()
        sent.append("first")

    def others() -> None:
        attempt(lambda: sent.append("second"), service(), clock, tmp_path)
        assert clock.slept == [RATE_LIMIT_WAIT, RATE_LIMIT_WAIT + 1]
        attempt(lambda: sent.append("elsewhere"), service("http://127.0.0.1:2"), clock, tmp_path)
        attempt(lambda: sent.append("other account"), service(), clock, tmp_path / "x")

    clock = Meanwhile(others)
    attempt(first, service(), clock, tmp_path)
    assert sent == ["second", "elsewhere", "other account", "first"]
    attempt(lambda: sent.append("later"), service(), clock, tmp_path)
    assert len(clock.slept) == 2


def test_a_second_refusal_is_final(tmp_path: Path):
    def refuse() -> None:
        raise RateLimited

    clock = FakeClock()
    with pytest.raises(RateLimited):
        attempt(refuse, service(), clock, tmp_path)
    assert clock.slept == [RATE_LIMIT_WAIT]


def test_no_more_threads_wait_than_there_are(tmp_path: Path):
    """Whoever has waited makes room, also where the wait is broken off."""

    class Broken(FakeClock):
        def sleep(self, seconds: float) -> None:
            self.slept.append(seconds)
            raise KeyboardInterrupt

    clock, failures = Broken(), [RateLimited()]

    def call() -> None:
        if failures:
            raise failures.pop()

    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            attempt(call, service(), clock, tmp_path)
    assert clock.slept == [RATE_LIMIT_WAIT] * 3


def test_other_processes_stay_behind(tmp_path: Path):
    """Each with a pause of its own, which knows of the others by a file."""
    clock, url = FakeClock(), "http://127.0.0.1:3"
    first, second, elsewhere = (
        Pause(tmp_path, url), Pause(tmp_path, url), Pause(tmp_path, f"{url}1"),
    )  # fmt: skip
    first.begin(clock, 30)
    elsewhere.wait(clock)
    assert clock.slept == []
    second.wait(clock)
    assert clock.slept == [pytest.approx(31, abs=0.01)]
    second.wait(clock)
    first.wait(clock)
    assert len(clock.slept) == 1


@pytest.mark.parametrize("noted", ["", "x", "nan", "inf", "-1", "1e300", "9" * 200])
def test_a_note_that_makes_no_sense_holds_nobody_back(tmp_path: Path, noted: str):
    pause, clock = Pause(tmp_path, "http://127.0.0.1:4"), FakeClock()
    pause.begin(clock, 30)
    (file,) = (tmp_path / ".config/nemovideo/nemo-spec/pauses").iterdir()
    file.write_text(noted, "utf-8")
    Pause(tmp_path, "http://127.0.0.1:4").wait(clock)
    assert clock.slept == []


def test_where_nothing_can_be_noted(tmp_path: Path):
    (tmp_path / ".config").write_text("a file", "utf-8")
    pause, clock = Pause(tmp_path, "http://127.0.0.1:5"), FakeClock()
    pause.begin(clock, 30)
    pause.wait(clock)
    assert clock.slept == [30]
