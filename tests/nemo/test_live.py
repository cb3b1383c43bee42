"""Read-only checks against the real service, with NEMO_TOKEN. They spend no credits."""

import os
from pathlib import Path

import pytest

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import NemoError, SessionNotFound, TokenInvalid
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import attempt, connect

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(not os.environ.get("NEMO_TOKEN"), reason="needs NEMO_TOKEN"),
]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.from_env(os.environ, tmp_path)


def test_the_balance_adds_up(settings: Settings, tmp_path: Path) -> None:
    with connect(settings, Clock(), tmp_path) as nemo:
        credits = attempt(nemo.credits, nemo, Clock(), tmp_path)
    assert credits.total in (None, credits.available + credits.frozen)


def test_a_session_that_does_not_exist(settings: Settings) -> None:
    with Nemo(settings) as nemo, pytest.raises(SessionNotFound):
        nemo.state("1")


def test_a_render_that_does_not_exist(settings: Settings) -> None:
    with Nemo(settings) as nemo, pytest.raises(NemoError):
        nemo.render("render_that_does_not_exist")


def test_a_wrong_token(settings: Settings) -> None:
    with Nemo(settings, token="nmv_usr_wrong") as nemo, pytest.raises(TokenInvalid):
        nemo.credits()
