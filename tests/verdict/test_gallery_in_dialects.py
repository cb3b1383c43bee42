"""The gallery applied to services that spell drafts in other ways: met where the draft can be read, else in
doubt; no correction is sent, and nothing is misjudged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support import gallery

from mock_server import start
from mock_server.draft_dialects import DRAFT_DIALECTS
from nemo_spec.harness.bundled_mock import probe_once, target_on
from nemo_spec.harness.case import Case, run_case
from nemo_spec.harness.target import Target

_PICTURES_ONLY = {"slideshow"}
"""No upload has a length, so that only the draft's `d` tells the unit."""
DOUBTED: dict[str, set[str]] = {
    "capcut": _PICTURES_ONLY,
    "seconds": _PICTURES_ONLY,
}


@pytest.fixture(scope="module", params=DRAFT_DIALECTS)
def speaking(request: pytest.FixtureRequest) -> Iterator[tuple[str, Target]]:
    """A dialect and a service that speaks it, without a thought of the recipe before."""
    dialect: str = request.param
    with start(credits=1000, probe=probe_once(), speak=dialect) as mock, target_on(mock) as target:
        begin = target.begin
        assert begin is not None

        def begin_anew(seed: int) -> None:
            mock.begin_anew(seed, [])
            begin(seed)

        yield dialect, replace(target, begin=begin_anew)


def check(name: str, dialect: str, target: Target) -> None:
    record = run_case(Case(gallery.path_of(name), repairs=1), target)
    wanted = "doubted" if name in DOUBTED.get(dialect, ()) else "met"
    assert record.result == wanted, (record.error, record.findings)
    assert {one.status for one in record.findings} <= {"met", "unreadable"}
    assert record.corrections == []


@pytest.mark.parametrize("name", ["product-teaser", "social-cuts"])
def test_a_recipe_is_met_or_doubted_in_every_dialect(name: str, speaking: tuple[str, Target]):
    check(name, *speaking)


@pytest.mark.slow
@pytest.mark.parametrize("name", gallery.RECIPES)
def test_so_is_the_whole_gallery(name: str, speaking: tuple[str, Target]):
    check(name, *speaking)
