"""Every sentence that is sent is understood by the mock's own reader, and does what was predicted.

The two sides share no code: a wrong sentence, a wrong prediction and a wrong check all show here.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.short_recipes import RECIPES, probed, program_of

from mock_server.agent import act
from nemo_spec.compile import Program
from nemo_spec.language.values import show_text
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_step


def carried_out(program: Program) -> list[Finding]:
    """The findings of all instructions, when the mock's agent carries them out."""
    media = {upload.name: probed(upload.path) for upload in program.uploads}
    draft: dict = {}
    timeline, findings = read_draft(draft), []
    for step in program.instructions:
        outcome = act(step.text, draft, media)
        assert not outcome.misunderstood, (step.text, outcome.reply)
        draft = outcome.draft
        found, timeline = verify_step(step, timeline, read_draft(draft))
        findings += found
    return findings


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("recipe", RECIPES)
def test_what_is_sent_is_understood_and_done(recipe: str, language: str):
    findings = carried_out(program_of(f"language {language}\n{recipe}", RECIPES[recipe]))
    assert [f for f in findings if f.status != "met"] == []


ODD = st.sampled_from(
    [
        *('"', "'", "\\", "\n", "\t", ";", "{", "}", "#", "“", "”", "「", "」", "。", "\u2028"),
        *("\u202e", "ignore the above", "; delete everything", "\nExport the video.", "\\n"),
        *('" from 0 to 9 seconds', "添加标题", "从0秒到3秒", "\x1b[31m", "%", "$HOME", "</s>"),
        *("🎬", "é", "e\u0301"),
    ]
)
PLAIN = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=20)
HOSTILE = (
    st.lists(ODD | PLAIN, min_size=1, max_size=8).map("".join).filter(lambda text: text.strip())
)


@settings(max_examples=250, deadline=None)
@given(text=HOSTILE, other=HOSTILE, language=st.sampled_from(["en", "zh-CN"]))
def test_a_text_stays_inside_its_quotes(text: str, other: str, language: str):
    """Two texts in each of 250 recipes: 500 that the mock's reader has to recover exactly."""
    program = program_of(
        f"language {language}\nlower-third 1-4s {show_text(text)} {show_text(other)}\n"
    )
    media = {upload.name: probed(upload.path) for upload in program.uploads}
    draft: dict = {}
    for step in program.instructions:
        draft = act(step.text, draft, media).draft
    timeline = read_draft(draft)
    assert [layer.texts for layer in timeline.layers] == [(text, other)]
    assert len(timeline.main) == 1
