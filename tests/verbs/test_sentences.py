"""What is sent carries all that the recipe says, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.edits import completed, contents

from nemo_spec.verbs.base import VERBS, Edit, Slot, syntax_of

ABOUT_FILES = {"encoding"}
"""Options that say how a file is read here: the service is told what is in it."""
FIELDS = [
    (cls, slot)
    for cls in VERBS.values()
    if issubclass(cls, Edit)
    for slot in syntax_of(cls).slots
    if slot.field not in ABOUT_FILES
]


every_field = pytest.mark.parametrize(
    ("cls", "slot"), FIELDS, ids=lambda item: getattr(item, "field", None)
)


@every_field
@settings(deadline=None, max_examples=10)
@given(data=st.data())
def test_every_value_and_option_changes_both_sentences(
    cls: type[Edit], slot: Slot, data: st.DataObject
) -> None:
    changes_every_sentence(cls, slot, data)


@pytest.mark.slow
@every_field
@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_every_value_and_option_changes_both_sentences_for_long(
    cls: type[Edit], slot: Slot, data: st.DataObject
) -> None:
    changes_every_sentence(cls, slot, data)


def changes_every_sentence(cls: type[Edit], slot: Slot, data: st.DataObject) -> None:
    slots = syntax_of(cls).slots
    drawn = {
        s.field: data.draw(contents(s)) for s in slots if s.required or data.draw(st.booleans())
    }
    if cls.__name__ == "Music" and slot.field != "path":
        drawn.pop("path", None)
    without = {field: content for field, content in drawn.items() if field != slot.field}
    before = data.draw(contents(slot)) if slot.required else slot.default
    after = data.draw(contents(slot).filter(lambda content: content != before))
    one = completed(cls, without | {slot.field: before})
    other = completed(cls, without | {slot.field: after})
    for language in ("en", "zh-CN", "ja"):
        assert one.instruct(language) != other.instruct(language)
