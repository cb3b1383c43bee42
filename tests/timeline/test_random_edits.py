"""Any sequence of edits: what was predicted is what the mock's own timeline code makes of it.

The two sides share no code. A disagreement is a wrong prediction, a wrong check, a wrong sentence, or
a wrong edit of the mock; the language's contract says which.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.timelines import Carried, carried_out, compiled, refused

HEADS = (
    ("", ("camera-a.mp4",)),
    ("", ("product.mp4",)),
    ("", ("camera-a.mp4", "photo-2.jpg")),
    ("clip a\nclip b\njoin a, b\n", ("camera-a.mp4", "camera-b.mp4")),
    ("clip a\nclip b\njoin b, a with wipe-right 0.5s\n", ("camera-a.mp4", "product.mp4")),
    (
        "clip a\nclip b\nclip c\njoin c, a, b with fade 800ms\n",
        ("photo-1.jpg", "camera-b.mp4", "photo-3.jpg"),
    ),
    ("clip a\nclip b\nsplit-screen a, b\n", ("camera-a.mp4", "product.mp4")),
    ("clip a\nclip b\nsplit-screen b, a top-bottom\n", ("camera-a.mp4", "camera-b.mp4")),
    ("clip a\nclip b\njoin a, b with dip-black 0.4s\n", ("product.mp4", "photo-1.jpg")),
)


def seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:g}s"


MOMENT = (
    st.integers(0, 20).map(lambda n: n * 1000)
    | st.integers(0, 200).map(lambda n: n * 100)
    | st.integers(0, 19_999)
)
LASTING = st.integers(1, 40).map(lambda n: n * 100)
TIME, SOME = MOMENT.map(seconds), LASTING.map(seconds)
RANGE = st.one_of(
    st.builds(lambda a, d: f"{seconds(a)}-{seconds(a + d)}", MOMENT, LASTING),
    st.builds("{}-end".format, TIME),
    st.builds("first {}".format, SOME),
    st.builds("last {}".format, SOME),
)
RANGES = st.lists(RANGE, min_size=1, max_size=3).map(", ".join)
MAYBE_RANGE = RANGE | st.just("")
WORD = st.sampled_from(("A", "B", "C", "D"))
"""Few, so that the same text stands in several places."""
LOOK = st.sampled_from(
    (
        *("", "at top-left", "fade in 0.3s", "at bottom fade out 0.2s"),
        *("fade in 0.1s fade out 0.4s", 'background "#102030"', 'outline "#fc0" shadow'),
    )
)
HEARD = st.sampled_from(
    ("", "volume 35%", "fade in 1s", "volume -24dB", "volume 150% fade out 0.5s", "duck")
)
WHOLE = st.sampled_from(
    (
        *(
            "denoise",
            "normalize",
            "normalize -18LUFS",
            "stabilize",
            "rotate 90",
            "rotate 180",
            "crop 10%",
            "crop top 10%",
            "crop left 12.5%",
            'aspect 16:9 fit background "#102030"',
        ),
        *('color "warm" 50%', 'color "cold"', "aspect 1:1 fill", "aspect 9:16 blur", "reverse"),
    )
)
LEVEL = st.sampled_from((0, 50, 100, 150))
ZOOMS = st.sampled_from(("130", "100-150", "150-100", "115%-175"))
PLACE = st.sampled_from(("", "at 25%,75%", "at top-right"))
PLAYED = st.sampled_from(
    ("fill", "skip 1s", "volume -6dB", "fill skip 2s volume 40%", "at 60%,40% size 30% volume +3dB")
)
KINDS = st.sampled_from(
    ("fade", "wipe-left", "wipe-right", "slide-left", "slide-right", "dip-black", "dip-white")
)
FACTOR = st.sampled_from((0.3, 0.5, 0.7, 1.1, 1.5, 2, 3, 10))
EDIT = st.one_of(
    st.builds("cut {}".format, RANGES),
    st.builds("keep {}".format, RANGES),
    st.builds("split at {}".format, TIME),
    st.builds("speed {}x {}".format, st.sampled_from(("1-3", "2x-0.5", "0.5-1")), MAYBE_RANGE),
    st.builds("speed {}x {}".format, FACTOR, MAYBE_RANGE),
    st.builds("freeze {} for {}".format, TIME | st.sampled_from(("start", "end")), SOME),
    WHOLE,
    st.builds('title {} "{}" {}'.format, RANGE, WORD, LOOK),
    st.builds('lower-third {} "{}" "x" {}'.format, RANGE, WORD, LOOK),
    st.builds('caption {} "{}" {}'.format, RANGE, WORD, LOOK),
    st.builds('overlay {} "logo.png" at top-left size 20%'.format, RANGE),
    st.builds("zoom {}% {} {}".format, ZOOMS, MAYBE_RANGE, PLACE),
    st.builds("blur {} {}".format, RANGE, st.sampled_from(("", "at 40%,25% size 20%", "at top"))),
    st.builds('overlay {} "screencast.mp4" {}'.format, RANGE, PLAYED),
    st.builds('chapter {} "{}"'.format, TIME | st.just("start"), WORD),
    st.builds('music "{}" {} {}'.format, WORD, MAYBE_RANGE, HEARD),
    st.builds('music from "theme.mp3" {} skip {}'.format, RANGE, st.sampled_from(("1s", "0.5s"))),
    st.builds('voiceover {} "{} speaks."'.format, MAYBE_RANGE, WORD),
    st.builds('sound "{}" at {}'.format, WORD, TIME),
    st.builds("volume {}% {}".format, LEVEL, MAYBE_RANGE),
    st.builds("volume {}dB {}".format, st.sampled_from(("-90", "-33.5", "0", "+6")), MAYBE_RANGE),
    st.builds("bleep {}".format, RANGES),
    st.builds("mute {}".format, RANGES | st.just("")),
    st.builds("fade {} {}".format, st.sampled_from(("in", "out")), SOME),
    st.builds("transition {} {} at {}".format, KINDS, SOME, TIME | st.just("5s")),
    st.builds('generate {} "{}"'.format, SOME, WORD),
)


def without_refused(head: str, edits: list[str], clips: tuple[str, ...]) -> list[str]:
    """The edits that are not refused. What is refused does not act: the others stay as they are."""
    before = head.count("\n") if head else 0
    gone = {index - before for index in refused(compiled(head + "\n".join(edits), clips))}
    return [edit for index, edit in enumerate(edits) if index not in gone]


def every_step_is_met(head: str, clips: tuple[str, ...], edits: list[str], language: str) -> None:
    head = f"language {language}\n{head}"
    text = head + "\n".join(without_refused(head, edits, clips))
    program = compiled(text, clips)
    assert refused(program) == []
    for done in carried_out(program):
        assert not done.misunderstood, (text, done.step.text, done.reply)
        wrong = [(f.status, f.message) for f in done.findings if f.status != "met"]
        assert wrong == [], (text, done.step.text, done.reply)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(HEADS), st.lists(EDIT, min_size=1, max_size=7), st.sampled_from(("en", "zh-CN"))
)
def test_every_edit_does_what_was_predicted(
    head: tuple[str, tuple[str, ...]], edits: list[str], language: str
) -> None:
    every_step_is_met(*head, edits, language)


@pytest.mark.slow
@settings(max_examples=5000, deadline=None)
@given(
    st.sampled_from(HEADS),
    st.lists(EDIT, min_size=1, max_size=14),
    st.sampled_from(("en", "zh-CN")),
)
def test_every_edit_of_long_recipes_does_what_was_predicted(
    head: tuple[str, tuple[str, ...]], edits: list[str], language: str
) -> None:
    every_step_is_met(*head, edits, language)


TALKS = ("trim pauses", "trim pauses longer than 1s keep 0.1s", "trim fillers")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(EDIT, max_size=3),
    st.sampled_from(TALKS),
    st.lists(EDIT, max_size=3),
    st.sampled_from(("en", "zh-CN")),
)
def test_and_so_it_does_around_what_only_the_service_knows(
    edits: list[str], talk: str, later: list[str], language: str
) -> None:
    head = f"language {language}\n"
    clips = ("podcast.mp4",)
    kept = without_refused(head, [*edits, talk, *later], clips)
    program = compiled(head + "\n".join(kept), clips, listen=True)
    for done in carried_out(program):
        if certain(done):
            wrong = [(f.status, f.message) for f in done.findings if f.status != "met"]
            assert wrong == [], (kept, done.step.text, done.reply)


def certain(done: Carried) -> bool:
    """Not one that could not be carried out, because more was trimmed than the recipe assumes."""
    return done.draft != done.draft_before or done.findings[0].status == "met"
