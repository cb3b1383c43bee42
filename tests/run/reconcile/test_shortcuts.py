"""What is passed over, shared or looked at in part: the outcome is that of the plain way."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.changed_recipes import Line, any_line, story, tamper, with_captions
from support.plain_reconcile import plainly
from support.short_recipes import carried_out, program_of

from nemo_spec.compile import Instruction
from nemo_spec.run.messages.step_check import check_step
from nemo_spec.run.reconcile import status
from nemo_spec.run.reconcile.corrections import removal
from nemo_spec.run.reconcile.repair import still_there
from nemo_spec.timeline.draft import DraftReader, read_draft
from nemo_spec.timeline.model import Segment, Timeline, exactly
from nemo_spec.verdict.step import verify_step

TELLING = ("87", "91", "111", "653", "2190", "quick 8", "quick 54")
"""Of these each has gone wrong where one of the conditions of the shortcuts was left out."""


@pytest.fixture(scope="module", autouse=True)
def short_ones_are_retold_too() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(status, "_MANY", 1)
        yield


def outcomes(seed: str, line: Line = any_line) -> list[Any] | None:
    """All that is sent, found and left behind."""
    told = story(seed, line=line)
    if told is None:
        return None
    runs = [(run.said, run.findings) for run in told.told()]
    return [*runs, told.nemo.draft]


def check(seed: str, line: Line = any_line) -> None:
    found = outcomes(seed, line)
    with plainly():
        assert outcomes(seed, line) == found


@pytest.mark.parametrize("seed", [*TELLING, *map(str, range(4))])
def test_corrections_are_those_of_the_plain_way(seed: str):
    check(seed)


@pytest.mark.parametrize("seed", ["104", "191", "343", "301802", "400443"])
def test_so_they_are_where_nobody_wrote_what_is_heard(seed: str):
    check(seed, with_captions)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(st.integers(0), st.sampled_from([any_line, with_captions]))
def test_corrections_are_those_of_the_plain_way_for_many_recipes(seed: int, line: Line):
    check(str(seed), line)


CAPTIONS = "".join(f'caption {n}-{n}.9s "Line {n}"; ' for n in range(5)) + 'title 0-3s "Intro"'


def test_a_draft_is_read_alike_whatever_was_read_before():
    right = carried_out(program_of(CAPTIONS))
    reader = DraftReader()
    for how in range(4):
        draft = json.loads(json.dumps(right))
        tamper(draft, how)
        assert draft != right
        for one in (draft, right, draft):
            assert reader.read(one) == read_draft(one)


def a_draft_later(draft: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The draft with something of a track gone, moved, said twice or in other words; or a track moved."""
    draft = json.loads(json.dumps(draft))
    tracks = draft["t"]
    segments = dice.choice(tracks)["sg"]
    at, other = dice.randrange(len(segments)), dice.randrange(len(segments))
    match dice.choice(["gone", "moved", "again", "later", "said", "track", "copied"]):
        case "gone" if len(segments) > 1:
            del segments[at]
        case "moved":
            segments.insert(other, segments.pop(at))
        case "again":
            segments.insert(other, {**segments[at], "id": "again"})
        case "copied":
            segments.insert(other, dict(segments[at]))
        case "later":
            for one in segments[at:]:
                one["s"] += 100
        case "said":
            segments[at]["text"] = "Somebody else said this."
        case "track":
            tracks.append(tracks.pop(dice.randrange(len(tracks))))
    return draft


@pytest.mark.parametrize("seed", range(8))
def test_drafts_that_follow_one_another_are_read_alike_together_and_each_alone(seed: int):
    dice, draft, reader = random.Random(seed), carried_out(program_of(CAPTIONS)), DraftReader()
    for _ in range(25):
        draft = a_draft_later(draft, dice)
        assert reader.read(draft) == read_draft(draft)


def test_what_only_looks_alike_is_read_anew():
    """1 is equal to True in Python, and what says nothing of its time begins where the one before ends."""
    first: list[dict[str, Any]] = [{"s": 0, "d": 900, "text": "a"}, {"d": 500, "text": "b"}]
    drafts: list[list[Any]] = [
        first,
        [{**first[0], "d": 400}, first[1]],
        [{**first[0], "duck": 1}, first[1]],
        [{**first[0], "duck": True}, first[1]],
        [{**first[0], "s": 0.0}, first[1]],
        [first[1], first[0]],
        [first[0], {"s": 900, "d": 900, "text": "c"}],
        [
            first[0],
            [{"s": 900, "d": 900, "text": "c"}],
        ],  # ends with the same bytes as the one before
    ]
    for tt in (7, 0, 1):
        reader = DraftReader()
        for segments in drafts:
            draft = json.loads(json.dumps({"t": [{"tt": tt, "sg": segments}]}))
            assert reader.read(draft) == read_draft(draft)


def caption(start: int, text: str, place: str) -> Segment:
    return Segment("caption", exactly(start), exactly(start + 900), texts=(text,), place=place)


def test_a_repair_follows_what_it_removes():
    """What is taken away in front of a segment gives it another place in the draft."""
    gone = [caption(0, "a", "t[1].sg[3]"), caption(0, "a", "t[1].sg[4]")]
    step = removal(gone, None, 100, "en")
    assert step is not None
    now = [
        caption(0, "b", "t[1].sg[0]"),
        caption(0, "a", "t[1].sg[1]"),
        caption(0, "a", "t[1].sg[2]"),
    ]
    found = still_there((step, []), Timeline(layers=now))
    assert found is not None
    assert [layer.place for layer in _gone(found[0])] == ["t[1].sg[1]", "t[1].sg[2]"]
    assert still_there((step, []), Timeline(layers=now[:2])) is None


def _gone(step: Instruction) -> tuple[Segment, ...]:
    gone: tuple[Segment, ...] = getattr(step.edit, "gone", ())
    return gone


def test_what_is_said_again_word_for_word_is_seen():
    """A service that, told to add one caption, copies another one as well."""
    step = program_of(CAPTIONS).instructions[-2]
    there = carried_out(program_of(CAPTIONS))
    captions = next(track["sg"] for track in there["t"] if len(track["sg"]) > 1)
    own = captions.pop()
    reader = DraftReader()
    before = reader.read(json.loads(json.dumps(there)))
    captions += [dict(captions[0]), own]
    after = reader.read(there)
    findings, timeline = verify_step(step, before, after)
    assert [finding.status for finding in findings] == ["met", "unrequested"]
    assert check_step(step, before, after)[:2] == (findings, timeline)


def test_of_two_that_are_said_alike_one_goes():
    """Both were read once, as one."""
    there = carried_out(program_of(CAPTIONS))
    captions = next(track["sg"] for track in there["t"] if len(track["sg"]) > 1)
    reader = DraftReader()
    reader.read(json.loads(json.dumps(there)))
    captions.append(dict(captions[1]))
    before = reader.read(json.loads(json.dumps(there)))
    del captions[1]
    after = reader.read(there)
    step = removal([before.layers[1]], None, 100, "en")
    assert step is not None
    assert check_step(step, before, after)[:2] == verify_step(step, before, after)
