"""One refusal for the rate holds all threads back, and lets them go one after another."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from support.clock import FakeClock

from nemo_spec.nemo.errors import RateLimited
from nemo_spec.run.session.auth import RATE_LIMIT_WAIT, attempt


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
