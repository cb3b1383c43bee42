"""The times of an edit after other edits have moved the timeline."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import statements

from nemo_spec.language.values import DAY, Range
from nemo_spec.run.reconcile import corrections
from nemo_spec.run.reconcile.corrections import moved
from nemo_spec.timeline.deltas import Cut, Delta, FreezeFrame, Retime, Reverse
from nemo_spec.verbs.base import VERBS, Edit, Slot, syntax_of
from nemo_spec.verbs.cuts import Cut as CutVerb
from nemo_spec.verbs.sound import Mute, Sound
from nemo_spec.verbs.speed import Freeze
from nemo_spec.verbs.text import Title

EDITS = [cls for cls in VERBS.values() if issubclass(cls, Edit)]
FIRST_SECOND = Cut(((0, 1000),))
LATER: list[list[Delta]] = [[FIRST_SECOND], [Retime(0, DAY, 2000)], [FreezeFrame(0, 500)]]


def is_place(slot: Slot) -> bool:
    """By what may be written: a test of its own for what the kinds claim."""
    about = slot.kind.about if slot.kind else ""
    return about.startswith(("a place on the timeline", "from – to"))


@pytest.mark.parametrize("cls", EDITS, ids=lambda cls: cls.__name__)
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_an_edit_keeps_every_field_that_is_no_place(cls: type[Edit], data: st.DataObject) -> None:
    edit: Any = data.draw(statements(cls))
    try:
        after = moved(edit, data.draw(st.sampled_from(LATER)))
    except corrections._NowhereKnown:
        return
    for slot in syntax_of(cls).slots:
        if not is_place(slot):
            assert getattr(after, slot.field) == getattr(edit, slot.field), slot.field


@pytest.mark.parametrize("cls", EDITS, ids=lambda cls: cls.__name__)
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_every_place_of_an_edit_shifts(cls: type[Edit], data: st.DataObject) -> None:
    edit: Any = data.draw(statements(cls))
    places = {
        slot.field: (Range(4000, 6000),) if slot.many else content
        for slot in syntax_of(cls).slots
        if is_place(slot)
        for content in [Range(4000, 6000) if "–" in slot.kind.about else 4000]
    }
    after = moved(edit.model_copy(update=places), [FIRST_SECOND])
    for field, content in places.items():
        expected = {int: 3000, Range: Range(3000, 5000), tuple: (Range(3000, 5000),)}
        assert getattr(after, field) == expected[type(content)], field


def test_the_position_of_a_title_is_no_time() -> None:
    title = Title(range=Range(4000, 6000), text="Hi", at="top")
    after = moved(title, [FIRST_SECOND])
    assert after == Title(range=Range(3000, 5000), text="Hi", at="top")


def test_several_ranges_and_points_move_each() -> None:
    cut = CutVerb(ranges=(Range(2000, 3000), Range(4000, "end")))
    expected = (Range(1000, 2000), Range(3000, "end"))
    assert moved(cut, [FIRST_SECOND]) == CutVerb(ranges=expected)
    assert moved(Freeze(at=2000, duration=500), [FIRST_SECOND]) == Freeze(at=1000, duration=500)
    assert moved(Sound(name="whoosh", at="end"), [FIRST_SECOND]) == Sound(name="whoosh", at="end")
    assert moved(Mute(), [FIRST_SECOND]) == Mute()


def test_after_a_reversal_no_place_is_known() -> None:
    with pytest.raises(corrections._NowhereKnown):
        moved(Title(range=Range(4000, 6000), text="Hi", at="top"), [Reverse()])
