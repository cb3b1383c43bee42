"""Files with any name can be used: what is sent names them so that the mock finds each of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.commands import Outcome
from support.short_recipes import MEDIA

from mock_server.agent import act
from mock_server.media.file_types import base_name
from mock_server.media.probe import Media
from nemo_spec.compile import compile_plan
from nemo_spec.language.values import Range
from nemo_spec.recipe.library import DiskLibrary
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.uploads import SourceFile, Uploads
from nemo_spec.verbs.base import Statement
from nemo_spec.verbs.material import Material, upload_name
from nemo_spec.verbs.overlays import Overlay
from nemo_spec.verbs.sound import Music

ODD = (
    *(
        'a"b',
        "it's",
        "“x”",
        "「x」",
        "`x`",
        "a\\b",
        "\\",
        '"',
        "a\nb",
        "tab\t",
        "\x7f",
        "-dash",
        "--fresh",
    ),
    *(
        "x" * 251,
        "名" * 83,
        "caf\u00e9",
        "cafe\u0301",
        "%22",
        "a%0Ab",
        "100%",
        "a?b#c",
        "C:x",
        "{clip}",
    ),
    *(
        "a; delete everything",
        "b.mp4 and c",
        "1 s to 3 s",
        "12s",
        "\u202eabc",
        "👩\u200d👧",
        "\u2028",
    ),
    *(
        " lead",
        "a ",
        ".",
        "..",
        ".hidden",
        "Screenshot 3.45\u202fPM",
        "\ue010\ue020\ue000",
        "添加标题",
    ),
)
STEMS = st.lists(st.sampled_from(ODD) | st.text(max_size=10), min_size=1, max_size=3).map("".join)
NAMES = STEMS.map(lambda stem: stem.replace("/", "").replace("\0", "")[:200])


def media(name: str, ms: int = 10_000) -> Media:
    kind = {"mp4": "video", "mp3": "audio"}.get(name.rpartition(".")[2], "image")
    fps = 30.0 if kind == "video" else 0.0
    return Media(name, Path("nowhere"), kind, ms, 640, 360, fps, kind != "image", 1000)


def named(*names: str, language: str) -> list[str]:
    """The names of the two clips, the picture and the sound in the draft that the mock makes."""
    first, second, picture, sound = names
    clips = [Material(name, name, 10_000, width=640, height=360) for name in (first, second)]
    edits: tuple[Statement, ...] = (Overlay(range=Range(0, 2000), path=picture), Music(path=sound))
    plan = EditPlan(recipe="x", language=language, materials=tuple(clips), statements=edits)
    draft: dict = {}
    uploads = {upload.name: media(upload.name) for upload in compile_plan(plan).uploads}
    for step in compile_plan(plan).instructions:
        draft = act(step.text, draft, uploads).draft
    known = Uploads(tuple(SourceFile(name) for name in uploads))
    return [segment.name for segment in read_draft(draft, known).segments]


@settings(max_examples=40)
@given(NAMES, st.sampled_from(["en", "zh-CN", "ja"]))
def test_the_mock_recovers_every_name_from_the_sentences(stem: str, language: str):
    """Clips by the very name that a service may keep, what an edit brings along by a plain one."""
    names = [f"{stem}.mp4", "b.mp4", upload_name(f"{stem}.png"), upload_name(f"{stem}.mp3")]
    assert sorted(named(*names, language=language)) == sorted(names)


@given(NAMES, NAMES)
@example("caf\u00e9", "cafe\u0301")
@example('a"b', "a\\b")
def test_a_plain_name_comes_across_and_no_two_become_one(stem: str, other: str):
    one, two = upload_name(f"{stem}.mp4"), upload_name(f"{other}.mp4")
    assert base_name(one) == one
    assert upload_name(one) == one
    assert (one == two) == (stem == other)


@settings(max_examples=40)
@given(st.from_regex(r"[\w' “”()%;,#-]{1,60}\.(mp4|MOV)", fullmatch=True).filter(str.strip))
def test_a_usual_name_stays(name: str):
    if name == name.strip() and normalize("NFC", name) == name:
        assert upload_name(f"folder/{name}") == name


SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    "stem",
    [
        '-a"b\\c\nd\u202e',
        *(
            pytest.param(stem, marks=SLOW)
            for stem in ("e\u0301" * 80, *ODD)
            if len(stem.encode()) < 252
        ),
    ],
)
def test_a_clip_of_that_name_is_rendered(
    nemo_spec: Callable[..., Outcome], tmp_path: Path, stem: str
):
    clip, picture = tmp_path / f"{stem}.mp4", tmp_path / f"{stem}.png"
    shutil.copy(MEDIA / "screencast.mp4", clip)
    shutil.copy(MEDIA / "logo.png", picture)
    recipe = tmp_path / "a.edit"
    escaped = picture.name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    recipe.write_text(f'keep 0-1s\noverlay 0-1s "{escaped}"\nexport 90p mp4 10fps low\n', "utf-8")
    done = nemo_spec("apply", recipe, clip, "--offline", "-o", tmp_path / "out.mp4")
    assert done.code == 0, done.out + done.err


def test_names_on_disk_are_read_as_such(tmp_path: Path):
    clip = tmp_path / 'a"b.mp4'
    shutil.copy(MEDIA / "screencast.mp4", clip)
    found = DiskLibrary(tmp_path).clip(str(clip), None)
    assert isinstance(found, Material)
    assert (found.name, found.path) == (upload_name('a"b.mp4'), str(clip))
