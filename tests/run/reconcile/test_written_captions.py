"""`captions` has what was heard: what a line wrote that has gone, or is yet to be sent, is not among it."""

from __future__ import annotations

import pytest
from support.agent_nemo import AgentNemo, Applied, applied
from support.agent_world import segments
from support.short_recipes import program_of

from nemo_spec.run.events import Edited
from nemo_spec.run.policy import Per, Policy
from nemo_spec.run.session.journal import Journal

WRITTEN = 'caption 8-9s "Yes."'
AS_HEARD = 'caption 3-8s "[speech 2]"'
"""The words of the second cue that the mock hears in the interview."""


def texts(*recipes: str, per: Per = "line") -> tuple[list[tuple[str, int]], Applied]:
    """The captions after these recipes in turn, each applied in the session of the one before it."""
    nemo, journal = AgentNemo(), Journal.in_memory()
    for recipe in recipes:
        result = applied(nemo, program_of(recipe), journal, Policy(per=per))
    assert result.is_met
    again = applied(nemo, program_of(recipes[-1]), journal, Policy(per=per))
    assert again.is_met
    assert again.said == []
    return sorted((one["text"], one["s"]) for one in segments(nemo.draft, "caption")), result


@pytest.mark.parametrize("per", ["line", "recipe"])
@pytest.mark.parametrize(
    "recipes",
    [
        (WRITTEN, "captions"),
        (f"{WRITTEN}; captions", "captions"),
        (f"captions; {WRITTEN}", "captions"),
        (f"{WRITTEN}; cut 1-2s", f"cut 1-2s; captions; {WRITTEN}"),
        (AS_HEARD, "captions"),
        (AS_HEARD, "captions", "captions; cut 1-2s"),
        ("captions", "captions size 40", "captions size 40; mute"),
        (WRITTEN, f"captions; {WRITTEN}", f"captions; {WRITTEN}; mute"),
    ],
)
def test_the_captions_of_a_changed_recipe_are_those_of_a_new_session(
    recipes: tuple[str, ...], per: Per
):
    assert texts(*recipes, per=per)[0] == texts(recipes[-1], per=per)[0]


def test_what_was_written_goes_and_what_was_heard_to_say_the_same_stays():
    recipes = f"{AS_HEARD}; captions", "captions", "captions; mute"
    wanted = texts(recipes[-1])[0]
    assert texts(*recipes)[0] == wanted
    together = texts(*recipes, per="recipe")[0]  # which of the two it was, nobody knows
    assert [text for text, _ in together] == [text for text, _ in wanted]


def test_heard_captions_get_another_look_whatever_comes_after_their_line():
    before, after = (
        f'title 0-1s "T"; captions{look}; cut 1-2s; music "lo-fi"' for look in ("", " size 40")
    )
    (said,) = texts(before, after)[1].said
    assert said.count("Remove the caption") == 9
    assert "title" not in said


def test_a_new_line_with_the_words_of_a_heard_caption_comes_beside_it():
    recipes = "captions", f"captions; {AS_HEARD.replace('3-8s', '20-22s')}"
    assert texts(*recipes)[0] == texts(recipes[-1])[0]


def test_a_line_that_was_never_sent_is_sent_and_what_is_gone_from_the_recipe_goes():
    said = texts(WRITTEN, "captions")[1].said
    assert len(said) == 2
    assert said[0] == 'Remove the caption "Yes." from 8 to 9 seconds.'
    assert said[1].startswith("Add captions of everything")


def test_the_draft_of_a_run_is_the_last_one_not_one_that_the_journal_kept():
    nemo, journal = AgentNemo(), Journal.in_memory()
    applied(nemo, program_of("captions; mute"), journal)
    result = applied(nemo, program_of("captions; volume 80%"), journal)
    again = applied(nemo, program_of("captions; volume 80%"), journal)
    for run in (result, again):
        assert [event.draft for event in run.events if isinstance(event, Edited)] == [nemo.draft]
