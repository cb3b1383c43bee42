"""What is known of a recipe that is open in an editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.golden_cases import FILES
from support.paths import INTERVIEW

from nemo_spec.language.source import Source
from nemo_spec.lsp.completion import suggestions
from nemo_spec.lsp.document import Document
from nemo_spec.lsp.fixes import fixes_of
from nemo_spec.lsp.hints import hints
from nemo_spec.lsp.hover import explanation
from nemo_spec.verbs.base import VERBS


@given(st.text(alphabet=' \tab\n"#', max_size=40))
def test_a_line_and_column_lead_back_to_the_offset(text: str):
    source = Source("here", text)
    for offset in range(len(source.text) + 1):
        assert source.offset(*source.locate(offset)) == offset


@given(st.text(max_size=60))
def test_any_text_is_a_document(text: str):
    document = Document(Path("here.edit").absolute(), text)
    assert all(one.span and one.span.source is document.source for one in document.diagnostics)
    list(hints(document))


WORDS = st.sampled_from(
    [*VERBS, "at", "from", "0-3s", "$n", "let n =", '"{n', '"', "'", "use", "\n", "\n    ", ";", ",", "#",
     "🎬", "\r", "\x0c", "\u2028", "clip a", "“a”", "..", "/"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join), st.data())
def test_anything_can_be_asked_of_any_text(text: str, data: st.DataObject):
    document = Document(FILES / "here.edit", text)
    offset = data.draw(st.integers(0, len(document.source.text)))
    suggestions(document, offset)
    explanation(document, offset)
    for diagnostic in document.diagnostics[:3]:
        fixes_of(document, diagnostic)


def test_what_is_wrong_in_a_used_file_is_told_at_its_use(tmp_path: Path):
    (tmp_path / "brand.edit").write_text("titel 0-3s 'a'\n")
    (one,) = Document(tmp_path / "here.edit", '\nuse "brand.edit"\n').diagnostics
    assert one.span is not None
    assert one.span.text == 'use "brand.edit"'
    assert "brand.edit:1: unknown verb `titel`" in one.message


def test_the_length_after_each_edit():
    text = f'clip a "{INTERVIEW}"\ntitle 0-3s "a"\ncut 0-3s; speed 2x\nexport 1080p\n'
    found = [(hint.text, hint.behind.text) for hint in hints(Document(FILES / "h.edit", text))]
    assert found == [
        ("→ 40.8 s", 'title 0-3s "a"'),
        ("→ 37.8 s", "cut 0-3s"),
        ("→ 18.9 s", "speed 2x"),
    ]


def test_a_length_that_nobody_knows_is_not_shown():
    text = 'trim pauses\nsay "Go."'
    assert list(hints(Document(FILES / "h.edit", text))) == []


def test_the_clips_of_the_command_in_the_comments_count():
    text = "# nemo-spec apply h.edit talk.mp4 --set n=4s\nlet n = 1s\nkeep first $n\n"
    document = Document(FILES / "h.edit", text)
    assert [hint.text for hint in hints(document)] == ["→ 4 s"]
    assert document.diagnostics == []


def _said(text: str) -> str:
    before, _, after = text.partition("|")
    found = explanation(Document(FILES / "here.edit", before + after), len(before))
    return found.text if found else ""


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_explained_by_its_help(verb: str):
    said = _said(f"{verb}| 0-3s")
    assert said.startswith(f"```nemo-edit\n{verb}")
    assert "Example: " in said


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('title 0-3s "a" at| top', "at POSITION"),
        ('title 0-3s "a" at to|p', "at POSITION"),
        ("trim pauses longer th|an 2s", "longer than T"),
        ('music "lo-fi" volume 35|%', "from 0 to 200%"),
        ("title 0-|3s 'a'", "RANGE"),
        ('let who = "Ada"\ntitle 0-3s "{w|ho}"', 'let who = "Ada"'),
        ("let n = 3s\nfreeze 1s for $|n", "let n = 3s"),
    ],
)
def test_hover(text: str, wanted: str):
    assert wanted in _said(text)


@pytest.mark.parametrize("text", ["# rem|ark", "tit|el", "title 0-3s '{no|body}'", "\n|\n"])
def test_nothing_is_known_of(text: str):
    assert _said(text) == ""
