"""Every written form of a value: what it means, or what is wrong with it and what to write instead."""

from __future__ import annotations

from typing import Any

import pytest
from support.language import bound, check, source

from nemo_spec.language.diagnostics import Diagnostic, Invalid
from nemo_spec.language.formatter import format_source
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import parse
from nemo_spec.language.values import DAY, Range, Spot, Sweep, show_time
from nemo_spec.recipe.variables import Scope, define
from nemo_spec.verbs.value_types import Kind, Place, Zooming

END = "end"


def value_of(statement: str, field: str) -> Any:
    (found,) = bound(statement)
    assert found.diagnostics == []
    return getattr(found.statement, field)


def problem_of(statement: str) -> Diagnostic:
    (found,) = bound(statement)
    assert found.statement is None
    (problem,) = found.diagnostics
    return problem


def refused(statement: str, code: str, place: str, cure: str) -> None:
    """The statement has one problem, at that place, with that in its cure."""
    problem = problem_of(statement)
    assert problem.span is not None
    assert (problem.code, problem.span.text) == (code, place)
    assert cure in problem.cure


# ---- Times ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [
        ("3s", 3000),
        ("0s", 0),
        ("0.5s", 500),
        ("00.250s", 250),
        ("0.1230000s", 123),
        ("250ms", 250),
        ("2m", 120_000),
        ("1.5m", 90_000),
        ("0.25m", 15_000),
        ("1m30s", 90_000),
        ("1m0.5s", 60_500),
        ("0m59.999s", 59_999),
        ("1:30", 90_000),
        ("01:30", 90_000),
        ("0:00", 0),
        ("0:00.5", 500),
        ("90:00", 5_400_000),
        ("1:02:03", 3_723_000),
        ("1:02:03.250", 3_723_250),
        ("24:00:00", DAY),
        ("1440m", DAY),
        ("86400s", DAY),
        ("86400000ms", DAY),
    ],
)
def test_times(written: str, milliseconds: int):
    assert value_of(f"tolerance {written}", "amount") == milliseconds
    assert value_of(f"split at {written}", "at") == milliseconds


@pytest.mark.parametrize(
    ("milliseconds", "written"),
    [
        (0, "0s"),
        (250, "0.25s"),
        (1001, "1.001s"),
        (90_000, "90s"),
        (119_999, "119.999s"),
        (120_000, "2m"),
        (150_500, "2m30.5s"),
        (DAY, "1440m"),
    ],
)
def test_times_are_shown(milliseconds: int, written: str):
    assert show_time(milliseconds) == written


def test_start_and_end_are_places_and_no_durations():
    assert value_of("split at start", "at") == 0
    assert value_of("split at end", "at") == END
    assert problem_of("tolerance start").code == "E103"
    assert problem_of("freeze 3s for end").code == "E103"


@pytest.mark.parametrize(
    ("written", "code", "cure"),
    [
        (".5s", "E106", "write `0.5s`"),
        (".250ms", "E106", "write `0.250ms`"),
        ("3 s", "E106", "write `3s`"),
        ("250 ms", "E106", "write `250ms`"),
        ("1h", "E106", "write `1:00:00`"),
        ("2h", "E106", "write `2:00:00`"),
        ("1m30", "E106", "write `1m30s`"),
        ("3S", "E106", "write `3s`"),
        ("3", "E106", "write `3s`"),
        ("1m60s", "E106", "seconds"),
        ("1m99s", "E106", "seconds"),
        ("1:60", "E106", "00 to 59"),
        ("1:5", "E106", "two digits"),
        ("1:005", "E106", "two digits"),
        ("1:60:00", "E106", "00 to 59"),
        ("1:2:03", "E106", "two digits"),
        ("0.0005s", "E106", "three decimals"),
        ("0.5ms", "E106", "three decimals"),
        ("1.0001m", None, ""),
        ("1.00001m", "E106", "three decimals"),
        ("0:00.0001", "E106", "three decimals"),
        ("1m0.0001s", "E106", "three decimals"),
        ("86400.001s", "E107", "24 hours"),
        ("86400001ms", "E107", "24 hours"),
        ("1441m", "E107", "24 hours"),
        ("1440m0.001s", "E107", "24 hours"),
        ("24:00:00.001", "E107", "24 hours"),
        ("100:00:00", "E107", "24 hours"),
        ("9" * 5000 + "s", "E107", "24 hours"),
        ("9" * 5000 + ":00", "E107", "24 hours"),
        ("1m" + "9" * 5000 + "s", "E107", "24 hours"),
        ("0." + "0" * 5000 + "1s", "E107", ""),
        ("９s", "E106", "write 0 to 9"),
        ("٣s", "E106", "write 0 to 9"),
        ("3s５", "E106", "write 0 to 9"),
        ("1：30", "E106", "write `:`"),
        ("3s；", "E106", "write `;`"),
        ("3s\u00a0", "E106", "ordinary space"),
        ("3s\u3000", "E106", "ordinary space"),
        ("3s\u2009", "E106", "ordinary space"),
        ("3s\u200b", "E106", "delete it"),
        ("3s\r", None, ""),
        ("3s\r\t", "E106", "lines"),
        ("35%", "E103", ""),
        ("3s%", "E106", ""),
        ("-3s", "E106", ""),
        ("3..5s", "E106", ""),
    ],
)
def test_wrong_times(written: str, code: str | None, cure: str):
    statement = f"tolerance {written}"
    if code is None:
        assert value_of(statement, "amount")
    else:
        refused(statement, code, written.rstrip("\t"), cure)


# ---- Ranges --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("0-3s", 0, 3000),
        ("2-4s", 2000, 4000),
        ("2-500ms", 2, 500),
        ("1.5-2.5s", 1500, 2500),
        ("1-2m", 60_000, 120_000),
        ("1:30-2:00", 90_000, 120_000),
        ("0-2:00", 0, 120_000),
        ("0-1m30s", 0, 90_000),
        ("500ms-2s", 500, 2000),
        ("1m30s-1:02:03.250", 90_000, 3_723_250),
        ("5s-end", 5000, END),
        ("0-end", 0, END),
        ("start-3s", 0, 3000),
        ("start-end", 0, END),
        ("first 8s", 0, 8000),
        ("first 1:30", 0, 90_000),
        ("last 5s", -5000, END),
        ("first\n  # half\n  8s", 0, 8000),
        ("0-24:00:00", 0, DAY),
    ],
)
def test_ranges(written: str, start: int, end: int | str):
    assert value_of(f"mute {written}", "ranges") == (Range(start, end),)


def test_several_ranges():
    three = (Range(0, 3000), Range(-5000, END), Range(7000, 8000))
    assert value_of("mute 0-3s, last 5s ,7-8s", "ranges") == three


@pytest.mark.parametrize(
    ("written", "code", "cure"),
    [
        ("end-5s", "E106", "write `last 5s`"),
        ("end-1.5m", "E106", "write `last 1.5m`"),
        ("end-end", "E106", "last"),
        ("1-2", "E106", "write `1s-2s`"),
        ("1.5-2.5", "E106", "write `1.5s-2.5s`"),
        ("0-3", "E106", "write `0-3s`"),
        ("3s-4", "E106", "write `3s-4s`"),
        ("5-end", "E106", "write `5s-end`"),
        ("2-1:30", "E106", "write `2s-1:30`"),
        ("2-1m30s", "E106", "write `2s-1m30s`"),
        (".5-2s", "E106", "write `0.5-2s`"),
        ("0-.5s", "E106", "write `0-0.5s`"),
        ("0–3s", "E106", "write `-`"),
        ("0—3s", "E106", "write `-`"),
        ("0−3s", "E106", "write `-`"),
        ("0~3s", "E106", ""),
        ("0〜3s", "E106", "write `-`"),
        ("0-3S", "E106", "write `0-3s`"),
        ("0-1h", "E106", "write `0-1:00:00`"),
        ("0-1m30", "E106", ""),
        ("first 8", "E106", "write `first 8s`"),
        ("last 0.0001s", "E106", "three decimals"),
        ("last 0s", "E107", "longer"),
        ("0-9999m", "E107", "24 hours"),
        ("0-" + "9" * 5000 + "s", "E107", "24 hours"),
        ("9" * 5000 + "-3s", "E107", ""),
        ("9" * 5000 + "-3", "E106", ""),
        ("０-3s", "E106", "write 0 to 9"),
        ("0-3s-5s", "E106", ""),
    ],
)
def test_wrong_ranges(written: str, code: str, cure: str):
    refused(f"mute {written}", code, written, cure)


@pytest.mark.parametrize(
    ("value", "written", "found"),
    [
        ("3s", "$x-5s", Range(3000, 5000)),
        ("3", "$x-5s", Range(3000, 5000)),
        ("3s", "0-$x", Range(0, 3000)),
        ("0:45", "0:30-$x", Range(30_000, 45_000)),
        ("end", "3s-$x", Range(3000, "end")),
        ("start", "$x-3s", Range(0, 3000)),
        ("8s", "first $x", Range(0, 8000)),
        ("8s", "last $x", Range(-8000, "end")),
        ("0-3s", "$x", Range(0, 3000)),
        ("last 5s", "$x", Range(-5000, "end")),
        ("8s\nlet x = first $y", "$x", Range(0, 8000)),
        ("8s\nlet x = 5s-$y", "$x", Range(5000, 8000)),
        ("8s\nlet z = $y\nlet x = $z-10s", "$x", Range(8000, 10_000)),
    ],
)
def test_variables_stand_in_ranges(value: str, written: str, found: Range):
    name = "y" if "\n" in value else "x"
    checked = check(f"let {name} = {value}\nmute {written}")
    assert checked.diagnostics == []
    assert checked.planned.plan.statements[0].ranges == (found,)


# ---- Numbers with units --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "field", "value"),
    [
        ("volume 0%", "level", 0),
        ("volume 35%", "level", 35),
        ("volume 35.125%", "level", 35.125),
        ("volume 200%", "level", 200),
        ("crop 100%", "amount", 100),
        ("trim pauses below -35dB", "below", -35),
        ("trim pauses below -90dB", "below", -90),
        ("trim pauses below 0dB", "below", 0),
        ("trim pauses below -35.5dB", "below", -35.5),
        ("speed 1.5x", "factor", 1.5),
        ("speed 0.1x", "factor", 0.1),
        ("speed 10x", "factor", 10),
        ("export 1080p mp4", "size", "1080p"),
        ("export 1080x1920 mp4", "size", "1080x1920"),
        ("export 720p mp4 29.97fps", "fps", 29.97),
        ("export 720p mp4 1fps", "fps", 1),
        ("export 720p mp4 60fps", "fps", 60),
        ("aspect 9:16", "ratio", "9:16"),
        ("aspect 09:016", "ratio", "9:16"),
        ("expect 003 music", "count", 3),
        ("title 0-1s 'a' size 1000", "size", 1000),
    ],
)
def test_numbers(statement: str, field: str, value: object):
    assert value_of(statement, field) == value


@pytest.mark.parametrize(
    ("statement", "code", "place", "cure"),
    [
        ("volume 201%", "E107", "201%", "0 to 200%"),
        ("crop 101%", "E107", "101%", "0 to 100%"),
        ("volume 35.1234%", "E106", "35.1234%", "three"),
        ("volume 35 %", "E106", "35 %", "write `35%`"),
        ("volume 35", "E103", "35", "80%"),
        ("volume .5%", "E106", ".5%", "write `0.5%`"),
        ("volume 35％", "E106", "35％", "write `%`"),
        ("volume " + "9" * 5000 + "%", "E107", "9" * 5000 + "%", ""),
        ("trim pauses below 35dB", "E107", "35dB", "-35dB"),
        ("trim pauses below -91dB", "E107", "-91dB", "-90 to 0dB"),
        ("trim pauses below -35db", "E106", "-35db", "-35dB"),
        ("trim pauses below -35", "E106", "-35", "-35dB"),
        ("trim pauses below −35dB", "E106", "−35dB", "write `-`"),
        ("speed 0.09x", "E107", "0.09x", "0.1 to 10x"),
        ("speed 10.001x", "E107", "10.001x", "0.1 to 10x"),
        ("speed 2X", "E106", "2X", "write `2x`"),
        ("speed 1.5", "E106", "1.5", "`speed 1.5x`"),
        ("export 720p mp4 0fps", "E107", "0fps", "1 to 60fps"),
        ("export 720p mp4 61fps", "E107", "61fps", "1 to 60fps"),
        ("export 4k mp4", "E250", "4k", "1080p"),
        ("export 1080P mp4", "E106", "1080P", "write `1080p`"),
        ("export " + "9" * 5000 + "p mp4", "E107", "9" * 5000 + "p", ""),
        ("export 1x" + "9" * 5000 + " mp4", "E107", "1x" + "9" * 5000, ""),
        ("aspect 0:16", "E106", "0:16", "9:16"),
        ("aspect 9:16:1", "E106", "9:16:1", "9:16"),
        ("aspect 9:16.5", "E106", "9:16.5", "9:16"),
        ("aspect " + "9" * 5000 + ":1", "E106", "9" * 5000 + ":1", "9:16"),
        ("expect 3.5 music", "E106", "3.5", ""),
        ("expect " + "9" * 5000 + " music", "E107", "9" * 5000, ""),
        ("title 0-1s 'a' size 0", "E107", "0", "1 to 1000"),
        ("title 0-1s 'a' size 1001", "E107", "1001", "1 to 1000"),
    ],
)
def test_wrong_numbers(statement: str, code: str, place: str, cure: str):
    refused(statement, code, place, cure)


# ---- Sweeps: from one number to another; places in the frame ---------------------------------------


def let(written: str, above: str = "") -> Token:
    """The value of a `let` of that spelling, below other statements."""
    scope = Scope()
    for statement in parse(source(f"{above}let x = {written}".encode())).statements:
        assert define(scope, statement, is_used_file=False) == []
    return scope.variables["x"].token


def read_as(alias: Any, token: Token) -> Any:
    """What a token means as one kind of value; shown and read again it means the same."""
    (kind,) = (found for found in alias.__metadata__ if isinstance(found, Kind))
    assert kind.accepts(token)
    found = kind.read(token.value)
    assert kind.read(kind.show(found)) == found
    return found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("130%", 130),
        ("100-130%", Sweep(100, 130)),
        ("100%-130%", Sweep(100, 130)),
        ("130-100%", Sweep(130, 100)),
        ("100.5-130.125%", Sweep(100.5, 130.125)),
    ],
)
def test_a_zoom_is_a_level_or_a_sweep(written: str, found: object):
    assert read_as(Zooming, let(written)) == found


@pytest.mark.parametrize(
    ("written", "code", "cure"),
    [
        ("99-130%", "E107", "100 to 1000%"),
        ("100-1001%", "E107", "100 to 1000%"),
        ("100-130.1234%", "E106", "three"),
        ("1-3x", "E106", "`1-2%`"),
        ("1x-300%", "E106", "`1-2%`"),
    ],
)
def test_wrong_sweeps(written: str, code: str, cure: str):
    with pytest.raises(Invalid) as refused_:
        read_as(Zooming, let(written))
    assert refused_.value.code == code
    assert cure in refused_.value.cure


@pytest.mark.parametrize(
    "written", ["100-130%", "100%-130%", "1-3x", "1x-3x", "1.50x-003x", "40%,25%"]
)
def test_sweeps_and_places_keep_their_spelling(written: str):
    text = f"let x = {written}\n"
    assert format_source(source(text.encode())) == text


@pytest.mark.parametrize("written", ["$a-130%", "100%-$b", "100-$b", "$a-$b"])
def test_variables_stand_in_sweeps(written: str):
    found = let(written, above="let a = 100%\nlet b = 130%\n")
    assert read_as(Zooming, found) == Sweep(100, 130)


@pytest.mark.parametrize(
    ("written", "cure"), [("100%-130", "100%-130%"), (".5x-2x", "0.5x-2x"), ("1x-3", "1x-3x")]
)
def test_half_a_sweep_is_completed(written: str, cure: str):
    refused(f"say {written}", "E106", written, f"write `{cure}`")


@pytest.mark.parametrize("written", ["40%,25%", "40%, 25%", "40.0%,025%"])
def test_places_in_the_frame(written: str):
    assert read_as(Place, let(written)) == Spot(40, 25)


@pytest.mark.parametrize("written", ["40%", "40"])
def test_half_a_place_is_told_how_to_be_written(written: str):
    refused(f"blur 2-5s at {written}", "E103", written, "40%,25%")


def test_a_place_outside_the_frame():
    with pytest.raises(Invalid, match="outside the frame"):
        read_as(Place, let("40%,101%"))


# ---- Texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('""', ""),
        ("''", ""),
        ('"it\'s"', "it's"),
        ("'say \"hi\"'", 'say "hi"'),
        (r'"\\ \" \' \n \t"', "\\ \" ' \n \t"),
        (r'"\u{1F3AC}\u{41}\u{00e9}\u{10FFFF}"', "🎬Aé\U0010ffff"),
        ('"{{name}}"', "{name}"),
        ('"{{{{}}}}"', "{{}}"),
        (r'"\u{7B}name\u{7D}"', "{name}"),
        ('"$5 and $name"', "$5 and $name"),
        ('"a # b; c, d < e"', "a # b; c, d < e"),
        ('"日本語 🎬 \u00a0"', "日本語 🎬 \u00a0"),
        ('"\t"', "\t"),
        (r"'\"'", '"'),
    ],
)
def test_texts(written: str, text: str):
    assert value_of(f"say {written}", "message") == text


@pytest.mark.parametrize(
    ("written", "code", "place", "cure"),
    [
        (r'"a\qb"', "E110", r"\q", r"\u{1F3AC}"),
        (r'"a\u41"', "E110", r"\u", r"\u{1F3AC}"),
        (r'"\u{}"', "E110", r"\u", r"\u{1F3AC}"),
        (r'"\u{1234567}"', "E110", r"\u", r"\u{1F3AC}"),
        (r'"\u{110000}"', "E110", r"\u{110000}", r"\u{1F3AC}"),
        (r'"\u{D800}"', "E110", r"\u{D800}", r"\u{1F3AC}"),
        (r'"\u{0}"', "E110", r"\u{0}", r"\u{1F3AC}"),
        ('"a\0b"', "E110", "\0", "delete it"),
        ('"{"', "E110", "{", "{{"),
        ('"a } b"', "E110", "}", "}}"),
        ('"{ name }"', "E110", "{", "{name}"),
        ('"{na-me}"', "E110", "{", "{name}"),
        ('"{{}"', "E110", "}", "}}"),
        ('"{nobody}"', "E201", "nobody", "let nobody"),
        ('"a', "E109", '"a', 'close it with "'),
        ("'a\"", "E109", "'a\"", "close it with '"),
        (r'"a\"', "E109", r'"a\"', 'close it with "'),
        ("“a”", "E106", "“a”", "write \" or '"),
        ("‘a’", "E106", "‘a’", "write \" or '"),
        ("「a」", "E106", "「a」", "write \" or '"),
        ("a.mp4", "E106", "a.mp4", "quotes"),
        ("{name}", "E106", "{name}", "$name"),
        ("$", "E106", "$", "letters"),
        ("$a-b", "E106", "$a-b", "letters"),
        ("$nobody", "E201", "$nobody", "let nobody"),
    ],
)
def test_wrong_texts(written: str, code: str, place: str, cure: str):
    refused(f"say {written}", code, place, cure)


# ---- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["x", "speaker_2", "_", "Ада", "名前", "é", "x9", "한글"])
def test_names(name: str):
    found = check(f'let {name} = "a"\nclip {name}\nsay "{{{name}}}"\nsay ${name}')
    assert found.diagnostics == []
    assert found.planned.plan.statements[-1].message == "a"


def test_case_counts_in_names():
    assert check('let x = "a"\nlet X = "b"\nsay "{x}{X}"').diagnostics == []


def test_names_are_the_same_however_their_letters_are_composed():
    composed, apart = "\ud55c", "\u1112\u1161\u11ab"
    assert check(f'let {composed} = "a"\nsay "{{{apart}}}"').diagnostics == []
    assert check(f"let {apart} = 3s\nmute 0-${composed}").diagnostics == []
    assert check(f"clip {composed}\njoin {apart}").diagnostics == []
    assert check(f"let {composed} = 3s\nlet {apart} = 3s\nmute 0-${apart}").codes == ["E203"]


@pytest.mark.parametrize(
    ("name", "code", "cure"),
    [
        ("9x", "E104", "let name"),
        ("a-b", "E106", "letters, digits and `_`"),
        ("a.b", "E106", "quotes"),
        ("e\u0301", "E106", "composed"),
        ("x\u200b", "E106", "delete it"),
        ('"x"', "E104", "let name"),
        ("=", "E104", "let name"),
        ("$x", "E104", "let name"),
    ],
)
def test_wrong_names(name: str, code: str, cure: str):
    (problem,) = check(f'let {name} = "a"').diagnostics
    assert problem.code == code
    assert cure in problem.cure


def test_every_unknown_name_of_a_range_is_told_once():
    found = check("let r = $p-$q\nlet s = first $r\nmute $r\nmute $s\nmute 0-$p")
    assert found.codes == ["E201", "E201", "E201"]
    assert [d.span.text for d in found.diagnostics if d.span][:2] == ["$p", "$q"]


def test_a_used_path_is_written_out():
    (problem,) = check('let x = "brand"\nuse "{x}.edit"').diagnostics
    assert (problem.code, problem.cure) == ("E110", "write the path")
