"""`nemo-spec help`: every verb, every option, every code is explained, and every example works."""

from __future__ import annotations

import pytest

from nemo_spec.cli.main import main
from nemo_spec.language.codes import CODES
from nemo_spec.language.parser import parse
from nemo_spec.language.source import Source
from nemo_spec.recipe.binder import bind
from nemo_spec.recipe.variables import Scope
from nemo_spec.report.help import WIDTH, help_on, nearest
from nemo_spec.verbs import reference
from nemo_spec.verbs.base import VERBS as CLASSES
from nemo_spec.verbs.base import syntax_of, usage, verb_of, written
from nemo_spec.verbs.registry import other_words
from nemo_spec.verbs.value_types import KINDS

VERBS = list(CLASSES)
BINDABLE = [verb for verb in VERBS if verb != "let"]


def test_every_verb_stands_in_one_group() -> None:
    grouped = [entry.verb for _, entries in reference.groups() for entry in entries]
    assert sorted(grouped) == sorted(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_help_tells_all_that_a_verb_takes(verb: str) -> None:
    lines = help_on(verb)
    assert lines is not None
    text = " ".join(" ".join(lines).split())
    statement = CLASSES[verb]
    assert usage(statement) in text
    assert f"Example: {statement.example}" in text
    for slot in syntax_of(statement).slots:
        assert slot.about, f"{verb}: {slot.field} has no description"
        assert f"{slot.plain} {slot.about}".replace("  ", " ") in text
        if slot.kind:
            assert slot.kind.about in text


@pytest.mark.parametrize("verb", VERBS)
def test_a_summary_fits_one_line_and_an_edit_says_what_is_expected(verb: str) -> None:
    entry = reference.entry(verb)
    assert entry is not None
    assert entry.summary.endswith(".")
    assert len(entry.summary) <= WIDTH - 33
    if CLASSES[verb].phase == "edit":
        assert entry.afterwards


@pytest.mark.parametrize("verb", BINDABLE)
def test_an_example_is_a_statement_of_its_verb(verb: str) -> None:
    statement = CLASSES[verb]
    scope = Scope()
    recipe = parse(Source("example", statement.example.replace("{clip}", "clip")))
    assert len(recipe.statements) == 1
    bound = bind(recipe.statements[0], scope)
    assert bound.diagnostics == []
    assert type(bound.statement) is statement
    again = bind(parse(Source("again", written(bound.statement))).statements[0], scope)
    assert again.statement == bound.statement


def test_every_kind_is_explained_with_a_value_that_it_reads() -> None:
    for statement in CLASSES.values():
        for slot in syntax_of(statement).slots:
            kind = slot.kind
            if kind is None:
                continue
            assert kind.words or kind in KINDS, f"{verb_of(statement)}: {slot.field}"
            assert kind.about
            kind.read(kind.like.strip(chr(34)))


@pytest.mark.parametrize(
    ("word", "verbs"),
    [
        ("trim", ["trim pauses", "trim fillers"]),
        ("fade", ["fade in", "fade out"]),
        ("expect no", ["expect no unrequested changes"]),
    ],
)
def test_the_first_word_lists_its_completions(word: str, verbs: list[str]) -> None:
    lines = help_on(word)
    assert lines is not None
    for verb in verbs:
        assert any(line.strip().startswith(verb) for line in lines)


@pytest.mark.parametrize("code", CODES)
def test_help_explains_a_code(code: str) -> None:
    for topic in (code, code.lower()):
        lines = help_on(topic)
        assert lines is not None
        text = " ".join(" ".join(lines).split())
        assert CODES[code].title in text
        assert " ".join(CODES[code].cure.split()) in text


def test_without_a_topic_all_verbs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    listed = [line.strip() for line in capsys.readouterr().out.splitlines()]
    for verb in VERBS:
        assert any(line.startswith(f"{verb} ") for line in listed), verb
    assert max(map(len, listed)) <= WIDTH


@pytest.mark.parametrize(
    ("topic", "near"),
    [
        (["titel"], "title"),
        (["trim", "pause"], "trim pauses"),
        (["Title"], "title"),
        (["subtitles"], "captions"),
    ],
)
def test_an_unknown_topic_names_the_nearest(
    topic: list[str], near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["help", *topic]) == 2
    said = capsys.readouterr()
    assert f"did you mean `{near}`?" in said.err
    assert said.out == ""
    assert nearest("xyzzyplugh") == ""


def test_words_of_other_programs_are_none_of_this_language() -> None:
    ours = {word for verb in VERBS for word in [verb]} | {
        "center",
        "at",
        "size",
        "background",
        "outline",
    }
    for word, meant in other_words().items():
        assert word not in CLASSES
        assert meant in ours


def test_a_word_of_another_program_leads_to_one_verb() -> None:
    words = [word for statement in CLASSES.values() for word in statement.synonyms]
    assert sorted(words) == sorted(set(words))
    assert set(words) <= set(other_words())


def test_the_whole_reference_is_printed_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "--markdown"]) == 0
    printed = capsys.readouterr().out
    for verb in VERBS:
        assert f"### {verb}\n" in printed
    for kind in KINDS:
        assert kind.about.replace("|", "\\|") in printed


def test_the_kinds_of_values_are_explained_together() -> None:
    lines = help_on("values")
    assert lines is not None
    text = " ".join(" ".join(lines).split())
    for kind in KINDS:
        assert f"{kind.sample} {kind.about}" in text
