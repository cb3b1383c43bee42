"""How a service spells its drafts, learned from four instructions or from a draft that is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.apply_world import World

from mock_server import draft_dialects
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Segment, exactly
from nemo_spec.timeline.spelling import learn
from nemo_spec.timeline.uploads import NO_UPLOADS


def title(text: str, start: int, end: int) -> Segment:
    return Segment("title", exactly(start), exactly(end), texts=(text,))


def written(text: str, start: int, end: int) -> dict[str, Any]:
    return {"wort": text, "wann": start * 1000, "lang": (end - start) * 1000, "glow": len(text)}


EXPECTED = [title("Alpha", 200, 800), title("Beta", 1100, 1800)]
DRAFT = {"t": [{"tt": 42, "sg": [written("Alpha", 200, 800), written("Beta", 1100, 1800)]}]}


def test_what_fits_all_segments_is_learned():
    dialect = learn(DRAFT, read_draft(DRAFT), EXPECTED, NO_UPLOADS).dialect
    assert dialect.spelled == {"start": "wann", "duration": "lang", "text": "wort"}
    assert dialect.track_types == {"42": "text"}
    assert "glow" in dialect.bookkeeping


def test_a_dialect_reads_what_it_was_learned_from():
    dialect = learn(DRAFT, read_draft(DRAFT), EXPECTED, NO_UPLOADS).dialect
    first, second = read_draft(DRAFT, dialect=dialect).layers
    assert (first.role, first.texts, second.texts) == ("title", ("Alpha",), ("Beta",))
    assert (first.unreadable, first.doubts) == ((), ())


def test_a_time_that_fits_by_chance_is_not_learned():
    one = {"t": [{"tt": 7, "sg": [{"text": "Alpha", "wann": 200, "chance": 200, "d": 600}]}]}
    learned = learn(one, read_draft(one), EXPECTED[:1], NO_UPLOADS)
    assert "start" not in learned.dialect.spelled


def test_conformance_notes_how_a_server_spells(
    world: World, project: Path, monkeypatch: pytest.MonkeyPatch
):
    def spoken(draft: dict[str, Any], files: object) -> dict[str, Any]:
        for track in draft.get("t", ()):
            for number, piece in enumerate(track["sg"]):
                piece["wann"] = piece.pop("s")
                piece["glow"] = number + len(track["sg"])
        return draft

    world.service.change(speak="words", price_per_edit=0)
    monkeypatch.setitem(draft_dialects.DRAFT_DIALECTS, "words", spoken)  # type: ignore[arg-type]
    monkeypatch.setattr("nemo_spec.cli.commands.conformance.check_all", lambda *_: ())
    found = world.call("conformance", "--server", world.service.url, "--spend")
    assert found.code == 0, found.out + found.err
    assert "start" in found.out
    noted = json.loads((project / ".nemo-spec" / "draft-dialect.json").read_text())
    assert (noted["api_url"], noted["spelled"]) == (world.service.url, {"start": "wann"})
    assert "glow" in noted["bookkeeping"]
    assert world.apply().code == 0
