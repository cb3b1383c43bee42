"""The page of a run: all of it in one file, whatever a recipe, a draft or a service says."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.commands import run_command
from support.short_recipes import MEDIA

from nemo_spec.api.verify import verify_timeline
from nemo_spec.compile.loader import open_recipe
from nemo_spec.media.stills import frame_of, preview_of
from nemo_spec.report import html
from nemo_spec.report.moments import files_of, source_at
from nemo_spec.report.record import Record
from nemo_spec.run.events import Delivered
from nemo_spec.timeline.model import exactly

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def recorded(folder: Path, text: str) -> Record:
    """A run whose draft is just what the recipe predicts."""
    path = folder / "cut.edit"
    path.write_text(f'clip shot "{MEDIA / "product.mp4"}"\n{text}', "utf-8")
    opened = open_recipe(path)
    assert opened.program is not None, opened.diagnostics
    return verify_timeline(opened, opened.program.predicted).record


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page)
    return parser.found


def test_what_others_wrote_stays_text(tmp_path: Path):
    page = html.report(recorded(tmp_path, f'title 0-1s "{HOSTILE}"\n'))
    found = tags(page)
    assert [tag for tag, _ in found].count("script") == 1
    assert not any(name.startswith("on") for _, told in found for name in told)
    assert "&lt;script&gt;alert(1)" in page


def test_nothing_comes_from_elsewhere_and_nothing_else_runs(tmp_path: Path):
    page = html.report(recorded(tmp_path, 'title 0-1s "Hi"\n'))
    policy = next(told["content"] for _, told in tags(page) if "http-equiv" in told)
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag in ("script", "style"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert inside
        hashed = b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{hashed}'" in policy
    addresses = [told[k] or "" for _, told in tags(page) for k in ("src", "href") if k in told]
    assert [a for a in addresses if not a.startswith("data:")] == []


def test_a_delivered_video_is_shown_and_linked_beside_the_page(tmp_path: Path):
    record = recorded(tmp_path, 'keep 1-3s\ntitle 0-1s "Hi"\n')
    record.take(Delivered(MEDIA / "product.mp4", 1000, 540, 960, 2000))
    page = html.report(record, MEDIA.parent)
    (film,) = [told for tag, told in tags(page) if tag == "video"]
    content = b64decode((film["src"] or "").partition(",")[2])
    assert 10_000 < len(content) < html.MOST_PREVIEW
    assert [told["href"] for tag, told in tags(page) if tag == "a"] == ["media/product.mp4"]
    seeks = [told["data-at"] for tag, told in tags(page) if tag == "button"]
    assert seeks == ["0", "300"]
    assert sum(tag == "img" for tag, _ in tags(page)) == 4


@pytest.mark.parametrize(
    ("edits", "expected"),
    [("keep 2-4s\n", 2500), ("speed 2x 0-4s\n", 1000), ("reverse\n", 7_900), ("cut 0-1s\n", 1500)],
)
def test_the_map_of_the_timeline_finds_the_frame_in_the_file(
    tmp_path: Path, edits: str, expected: int
):
    record = recorded(tmp_path, f"keep 0-8.4s\n{edits}")
    assert record.edited is not None
    shown = source_at(record.edited, files_of(record), 500)
    assert shown is not None
    assert (shown.path.name, round(shown.ms)) == ("product.mp4", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('keep 0-8s\nfade in 1s\nfade out 2s\ntitle 3-5s "Hi"\n', [0, 500, 7000, 3300]),
        ("keep 2-8s\ncut 3-4s\ncut 0-1s\n", [0, 2000, 0]),
        ("cut 3-4s\nspeed 2x 0-2s\nfreeze 1s for 3s\n", [5000, 0, 1000]),
        ("split at 2s\nkeep 0-6s\nreverse\ncut 0-1s\n", [3000, 4999, 2500, 0]),
        ('chapter 4s "Two"\nkeep 0-8s\ncut 1-2s\nexpect duration 7s\n', [3000, 0, 1000, 3500]),
        ("keep 0-8s\nvolume 50% last 2s\ncut 0-3s\n", [0, 3000, 0]),
    ],
)
def test_a_line_shows_where_later_edits_have_moved_it(
    tmp_path: Path, text: str, expected: list[int]
):
    lines = list(recorded(tmp_path, text).lines)
    assert [line.at for line in lines] == expected
    assert [f.at for line in lines for f in line.findings] == expected


def test_what_stands_at_a_place_later_is_not_what_was_found_there(tmp_path: Path):
    record = recorded(tmp_path, 'keep 0-8s\ntitle 1-2s "Hi"\nmusic "lo-fi"\n')
    assert record.edited is not None
    by_role = {"title": "t[2].sg[0]", "music": "t[1].sg[0]"}
    record.edited.layers = [replace(one, place=by_role[one.role]) for one in record.edited.layers]
    record.findings = [replace(one, place="t[1].sg[0]") for one in record.findings]
    cell = "<td>title &#34;Hi&#34;</td>"
    assert cell + cell in html.report(record)


@pytest.mark.parametrize("expect", ["expect 1 title", 'expect title "Hi" 4-6s', "expect title"])
def test_what_is_expected_is_looked_at_where_it_was_found(tmp_path: Path, expect: str):
    """Its line is another than the one that has made it."""
    path = tmp_path / "cut.edit"
    text = f'clip shot "{MEDIA / "product.mp4"}"\nkeep 0-8s\ntitle 4-6s "Hi"\n{expect}\n'
    path.write_text(text, "utf-8")
    opened = open_recipe(path)
    assert opened.program is not None
    found = opened.program.predicted.copy()
    found.layers = [replace(one, place="t[1].sg[0]") for one in found.layers]
    record = verify_timeline(opened, found).record
    assert [line.at for line in record.lines][1:] == [4300, 4300]
    cell = "<td>title &#34;Hi&#34;</td>"
    assert html.report(record).count(cell + cell) == 2


def test_a_remark_names_its_line(tmp_path: Path):
    path = tmp_path / "cut.edit"
    path.write_text(
        f'clip shot "{MEDIA / "product.mp4"}"\nkeep 0-3s\nexpect duration 9s\n', "utf-8"
    )
    opened = open_recipe(path)
    page = html.report(Record(opened.planned, str(path), problems=opened.diagnostics))
    assert "<li>error: line 3: the video will last 3 s – change the edits" in page


def test_expected_and_found_stand_beside_every_line(tmp_path: Path):
    path = tmp_path / "cut.edit"
    path.write_text(f'clip shot "{MEDIA / "product.mp4"}"\nkeep 0-8s\ntitle 1-2s "Hi"\n', "utf-8")
    opened = open_recipe(path)
    assert opened.program is not None
    found = opened.program.predicted.copy()
    found.layers = [one.moved(exactly(1000), exactly(5000)) for one in found.layers]
    page = html.report(verify_timeline(opened, found).record)
    cells = '<tr{}><th scope="row">{}</th><td>{}</td><td>{}</td></tr>'
    assert cells.format("", "video", "8s", "8s") in page
    assert cells.format(' class="other"', "at", "1-2s", "1-5s") in page


def test_a_preview_that_would_be_too_large_is_none():
    assert preview_of(MEDIA / "product.mp4", 10_000) == b""
    assert frame_of(MEDIA / "missing.mp4", 0, 100) == b""
    assert frame_of(MEDIA / "product.mp4", 1000, 100)[:2] == b"\xff\xd8"


def test_several_recipes_make_a_folder_with_an_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    for name in ("a b", "a-b"):
        text = f'clip shot "{MEDIA / "product.mp4"}"\ntitle 0-1s "Hi"\n'
        (tmp_path / f"{name}.edit").write_text(text, "utf-8")
    outcome = run_command(["test", tmp_path, "--report", f"html:{tmp_path / 'pages'}"], capsys)
    assert outcome.code == 0, outcome.err
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert names == ["01-a-b.html", "02-a-b.html", "index.html"]
    index = (tmp_path / "pages" / "index.html").read_text("utf-8")
    assert [told["href"] for tag, told in tags(index) if tag == "a"] == names[:2]


def test_a_contact_sheet_of_what_was_delivered(tmp_path: Path):
    video = MEDIA / "product.mp4"
    one, other = recorded(tmp_path, "cut 0-1s\n"), recorded(tmp_path, "cut 0-1s\n")
    one.clips = (f"{HOSTILE}.mp4",)
    one.files = [Delivered(tmp_path / "a.srt", 1, 0, 0, 0), Delivered(video, 1, 64, 36, 2000)]
    other.files = [Delivered(tmp_path / "gone.mp4", 1, 64, 36, 2000)]
    found = tags(html.report_all([one, other]))
    (picture,) = [told for tag, told in found if tag == "img"]
    content = b64decode(str(picture["src"]).removeprefix("data:image/jpeg;base64,"))
    assert content == frame_of(video, 1000, 200)
    assert HOSTILE in str(picture["alt"])
    assert [told["href"] for tag, told in found if tag == "a"].count("01-cut.html") == 2
