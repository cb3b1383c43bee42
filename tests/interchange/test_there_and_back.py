"""A timeline that was handed over and taken back leads to the same timeline, as far as the table says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.handoffs import GALLERY, cut_of, media_of, timeline_of

from nemo_spec.api.drafts import parse_draft
from nemo_spec.compile.loader import open_recipe
from nemo_spec.interchange import read_edl, read_fcp7, read_otio
from nemo_spec.interchange.formats import FORMATS, written
from nemo_spec.interchange.imported import Imported
from nemo_spec.interchange.recipe_text import recipe_of
from nemo_spec.interchange.sequence import Cut
from nemo_spec.report.difference import differences
from nemo_spec.timeline.diff import Changed, Removed, diff
from nemo_spec.timeline.model import Timeline

SLACK = 100
NO_VERB = {
    "boomerang": ["clip product.mp4 at 2.5-5s: reverse on"],
}
"""What no verb says of a recipe that says it in plain words."""


def imported(recipe: str, ending: str, read: Callable[[bytes, Cut], Imported]) -> Imported:
    cut = cut_of(recipe, with_nameless=FORMATS[ending].nameless)
    return read(written(cut, ending), cut)


def recipe_from(found: Imported, original: Timeline) -> str:
    media = media_of(original)
    lengths = {name: one.clip.length for name, one in media.items() if one.clip.length}
    paths = {name: one.path.as_posix() for name, one in media.items()}
    return recipe_of(found.timeline, paths, lengths, found.unsaid)


def unsaid(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.startswith("# not said: ")]
    return [line.removeprefix("# not said: ") for line in lines]


def apart_from_the_canvas(before: Timeline, after: Timeline) -> list[str]:
    """A recipe says no size and no rate; what a still plays of its file means nothing."""
    lines = [line.text for line in differences(before, after, SLACK)]
    lines = [
        line for line in lines if not line.startswith(("frame ", "fps ", "fill ", "background "))
    ]
    return [line for line in lines if ".jpg" not in line and "generated" not in line]


@pytest.mark.parametrize("name", GALLERY)
def test_a_recipe_from_otio_leads_to_the_same_timeline(tmp_path: Path, name: str):
    original = timeline_of(name)
    text = recipe_from(
        imported(name, ".otio", lambda content, _: read_otio.read(content)), original
    )
    path = tmp_path / "back.edit"
    path.write_text(text, "utf-8")
    opened = open_recipe(path)
    assert [d.message for d in opened.diagnostics] == []
    assert opened.program is not None
    expected = NO_VERB.get(name, [])
    assert unsaid(text) == expected
    assert len(apart_from_the_canvas(original, opened.program.predicted)) == len(expected)


BY_TIME = {"overlap", "length", "source", "retimed", "still", "cut"}
"""What follows from where clips lie; frames round it."""
SHORTENED = {"speed_to": "speed"}
"""Of a ramp the mean speed is carried."""


@pytest.mark.parametrize("name", GALLERY)
@pytest.mark.parametrize("ending", [".xml", ".edl", ".v3.xml"])
def test_what_is_lost_on_the_way_is_what_the_table_names(name: str, ending: str):
    original, format_ = timeline_of(name), FORMATS[ending]
    readers = {
        ".xml": lambda content, _: read_fcp7.read(content),
        ".edl": lambda content, cut: read_edl.read(content, cut.rate),
        ".v3.xml": lambda content, _: Imported(parse_draft(content, "cut.v3.xml")),
    }
    found = imported(name, ending, readers[ending]).timeline
    assert format_.properties is not None
    for change in diff(original, found, SLACK):
        if isinstance(change, Changed):
            kind = change.before.kind
            lost = {detail.key for detail in change.details} - BY_TIME
            lost -= {SHORTENED[key] for key in lost & SHORTENED.keys()}
            media = media_of(original).get(change.before.name)
            if media and not media.clip.has_sound:
                lost -= {"volume"}
            kept = {key for key in lost if {key, f"{kind}:{key}"} & format_.properties}
            assert not kept, (change.before, change.details)
        elif isinstance(change, Removed):
            files = media_of(original)
            has_file = change.segment.kind == "text" or change.segment.name in files
            assert change.segment.role not in format_.roles or not has_file, change.segment


def test_a_changed_speed_is_seen():
    """The comparison above can fail."""
    text = recipe_from(
        imported("product-teaser", ".otio", lambda content, _: read_otio.read(content)),
        timeline_of("product-teaser"),
    )
    assert "speed 2x 0-4s" in text
