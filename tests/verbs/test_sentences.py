"""What is sent carries all that the recipe says, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import values_of

from nemo_spec.media.cues import Cue
from nemo_spec.verbs.base import VERBS, Edit, Slot, syntax_of
from nemo_spec.verbs.join import Join
from nemo_spec.verbs.material import Material

WORDS = st.from_regex(r"[a-z]{3,9}", fullmatch=True)
"""Texts without folders: of a path only the name of the file is sent."""
ABOUT_FILES = {"encoding"}
"""Options that say how a file is read here: the service is told what is in it."""
FIELDS = [
    (cls, slot)
    for cls in VERBS.values()
    if issubclass(cls, Edit)
    for slot in syntax_of(cls).slots
    if slot.field not in ABOUT_FILES
]


def contents(slot: Slot) -> st.SearchStrategy[Any]:
    """Values that ask for something; a fade of no length asks for none."""
    if slot.kind is None:
        return st.just(True)
    one = WORDS if slot.kind.tokens == ("TEXT",) else values_of(slot.kind).filter(bool)
    return st.lists(one, min_size=1, max_size=2).map(tuple) if slot.many else one


def completed(cls: type[Edit], fields: dict[str, Any]) -> Edit:
    """The edit with what only files can tell."""
    if cls is Join:
        fields["materials"] = tuple(Material(f"{name}.mp4", "") for name in fields["clips"])
    if cls.__name__ == "Captions" and fields.get("path"):
        fields["cues"] = (Cue(0, 1000, fields["path"]),)
    return cls(**fields)


@pytest.mark.parametrize(("cls", "slot"), FIELDS, ids=lambda item: getattr(item, "field", None))
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_every_value_and_option_changes_both_sentences(
    cls: type[Edit], slot: Slot, data: st.DataObject
) -> None:
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
