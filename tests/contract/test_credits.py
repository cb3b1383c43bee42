"""What happens when the credits do not suffice: it is said, and nothing goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.commands import Outcome
from support.paths import INTERVIEW

from mock_server import start


def test_out_of_credits_is_said_with_the_cure(
    nemo_spec: Callable[..., Outcome],
    recipe: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
):
    path = recipe('keep 0-2s; generate 4s "a city at night"; title 0-1s "Intro"\nexport 90p mp4\n')
    with start(credits=100) as mock:
        monkeypatch.setenv("NEMO_API_URL", mock.url)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.chdir(tmp_path)
        outcome = nemo_spec("apply", path, INTERVIEW, "-o", tmp_path / "out.mp4")
        sent = mock.requests(call="run_sse")
    assert outcome.code == 3
    assert "out of credits" in outcome.err
    assert "/register?bind=anon_" in outcome.err
    assert len(sent) == 3
    assert not (tmp_path / "out.mp4").exists()


def test_an_offline_account_is_a_free_one(
    nemo_spec: Callable[..., Outcome], recipe: Callable[..., Path], tmp_path: Path
):
    path = recipe('keep 0-2s; generate 4s "a city at night"\nexport 90p mp4\n')
    short = nemo_spec("apply", path, INTERVIEW, "--offline", "-o", tmp_path / "out.mp4")
    assert (short.code, "out of credits" in short.err) == (3, True)
    enough = nemo_spec(
        "apply", path, INTERVIEW, "--offline", "--credits", "150", "-o", tmp_path / "out.mp4"
    )
    assert enough.code == 0


def test_credits_are_a_matter_of_the_mock(
    nemo_spec: Callable[..., Outcome], recipe: Callable[..., Path]
):
    outcome = nemo_spec("apply", recipe("mute"), INTERVIEW, "--credits", "5")
    assert (outcome.code, "--credits needs --offline" in outcome.err) == (2, True)


def test_recipes_under_test_have_enough_unless_told(
    nemo_spec: Callable[..., Outcome], recipe: Callable[..., Path]
):
    path = recipe('keep 0-2s; generate 4s "a city at night"\n')
    assert nemo_spec("test", path).code == 0
    assert nemo_spec("test", path, "--credits", "100").code == 3
