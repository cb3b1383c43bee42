"""How a service spells its drafts, learned from four instructions or from a draft that is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.apply_world import World
from support.commands import Call

from mock_server import draft_dialects
from nemo_spec.run.session.environment import environment
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
    found = world.call("conformance", "--server", world.service.url, "--spend", "--format", "json")
    assert found.code == 0, found.out + found.err
    told, file = json.loads(found.out)["drafts"], project / ".nemo-spec" / "draft-dialect.json"
    assert [row["key"] for row in told["spelled"] if row["what"] == "start"] == ["wann"]
    assert (told["noted"], told["why_not"]) == (str(file), "")
    noted = json.loads(file.read_text())
    assert (noted["api_url"], noted["spelled"]) == (world.service.url, {"start": "wann"})
    assert "glow" in noted["bookkeeping"]
    assert world.apply().code == 0


READ_A_DRAFT = [
    ("show", "draft.json"),
    ("diff", "draft.json", "draft.json"),
    ("status",),
    ("export", "-o", "b.mp4"),
    ("chat", "status"),
]
ABOUT_ANOTHER = "it is about another service"


@pytest.mark.parametrize("command", READ_A_DRAFT, ids=lambda command: command[0])
def test_every_command_that_reads_a_draft_takes_a_dialect(
    call: Call, project: Path, command: tuple[str, ...]
):
    (project / "draft.json").write_text(json.dumps(DRAFT))
    (project / "d.json").write_text(json.dumps({"api_url": "http://127.0.0.1:1"}))
    found = call(*command, "--draft-dialect", "d.json")
    assert found.code != 0
    assert ABOUT_ANOTHER in found.err


def test_a_plan_and_a_resumed_run_take_one_and_a_run_keeps_its_own(world: World, project: Path):
    named = project / "d.json"
    named.write_text(json.dumps({"api_url": world.service.url}))
    world.write('title 0-1s "A"\n')
    assert world.apply("--draft-dialect", "d.json").code == 0
    named.write_text(json.dumps({"api_url": "http://127.0.0.1:1"}))
    for found in (
        world.plan("--draft-dialect", "d.json"),
        world.call("resume", "1", "--draft-dialect", "d.json"),
        world.call("resume", "1"),
    ):
        assert found.code != 0
        assert ABOUT_ANOTHER in found.err


def test_a_dialect_tells_show_what_it_sees(call: Call, project: Path):
    (project / "draft.json").write_text(json.dumps(DRAFT))
    learned = {"spelled": {"start": "wann", "duration": "lang", "text": "wort"}}
    content = {"api_url": environment().api_url, "track_types": {"42": "text"}} | learned
    (project / "d.json").write_text(json.dumps(content))
    without, known = (
        call("show", "draft.json"),
        call("show", "draft.json", "--draft-dialect", "d.json"),
    )
    assert "cannot be read" in without.err
    assert (known.err, "Alpha" in known.out) == ("", True)
