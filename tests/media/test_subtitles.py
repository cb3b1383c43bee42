"""Subtitle files as they are found: every format, encoding and slip, and nothing of a text lost."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.media.cues import Cue
from nemo_spec.media.subtitles import NotSubtitles, read_subtitles

FIRST, SECOND = "00:00:01,000 --> 00:00:02,500", "00:00:03,000 --> 00:00:04,000"
TIMES = [(1000, 2500), (3000, 4000)]


def texts(content: str | bytes, encoding: str | None = None) -> list[str]:
    """The texts of a file with cues at `TIMES`."""
    content = content if isinstance(content, bytes) else content.encode()
    cues = read_subtitles(content, encoding).cues
    assert [(cue.start, cue.end) for cue in cues] == TIMES[: len(cues)]
    return [cue.text for cue in cues]


def only(text: str) -> tuple[Cue, tuple[str, ...]]:
    """The only cue of a file, and the markup that was lost."""
    (cue,), lost = read_subtitles(text.encode())
    return cue, lost


def srt(text: str) -> str:
    return f"1\n{FIRST}\n{text}\n"


def vtt(text: str, settings: str = "") -> str:
    return f"WEBVTT\n\n00:01.000 --> 00:02.500 {settings}\n{text}\n"


ASS = """\
[Script Info]
PlayResY: {height}
[V4+ Styles]
Style: Default,{style}
[Events]
Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{text}
"""
PLAIN = (
    "Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1"
)


def ass(text: str, style: str = PLAIN, height: int = 288) -> str:
    return ASS.format(text=text, style=style, height=height)


# ---- What separates cues -------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "between", ["\n2\n", "\n\n\n2\n", "\n\u00a0\n2\n", "\n \t\n2\n", "2\n", "2\n\n", "\n", ""]
)
def test_a_line_of_times_begins_a_cue(between: str, end: str):
    content = f"1\n{FIRST}\nHello\nyou\n{between}{SECOND}\nBye\n".replace("\n", end)
    assert texts(content) == ["Hello\nyou", "Bye"]


@pytest.mark.parametrize("last", ["42", "1984\n42", "42\n\n", "9 3/4", "1,2"])
def test_a_line_that_is_a_number_may_be_text(last: str):
    expected = last.strip()
    assert texts(srt(last)) == [expected]
    assert texts(f"{FIRST}\n{last}\n\n{SECOND}\n{last}") == [expected, expected]
    assert texts(f"1\n{FIRST}\n{last}\n2\n{SECOND}\n{last}") == [expected, expected]


def test_a_cue_without_text_is_none():
    assert texts(f"1\n00:00:00,000 --> 00:00:00,500\n\n2\n{FIRST}\nHello\n") == ["Hello"]


def test_names_comments_and_styles_of_webvtt_are_no_text():
    head = "WEBVTT - a talk\nKind: captions\n\nNOTE by hand\nand slowly\n\nSTYLE\n::cue { color: red }\n\n"
    first = "intro\n00:01.000 --> 00:02.500\nHello\nNOTE this\n\nNOTE not this\n\n"
    assert texts(f"{head}{first}2a\n00:03.000 --> 00:04.000\nBye") == ["Hello\nNOTE this", "Bye"]


def test_webvtt_without_blank_lines_loses_nothing():
    assert texts(f"WEBVTT\n{FIRST}\nHello\n{SECOND}\nBye") == ["Hello", "Bye"]


@pytest.mark.parametrize("text", ["5 --> 6 was the score", "At 10:20:30 or at 11:20:30"])
def test_text_with_times_in_it_is_text(text: str):
    assert texts(srt(text)) == [text]


def test_comments_of_webvtt_may_have_times_in_them():
    head = "WEBVTT\n\nNOTE\n00:00:01 - 00:00:02 intro\n\n"
    assert texts(f"{head}{FIRST}\nHello") == ["Hello"]


def test_ass_without_a_head_and_with_an_unknown_style():
    assert texts(f"[Events]\n{ass('Hello').split('[Events]')[1].strip()}") == ["Hello"]
    default = PLAIN.replace("&H00FFFFFF", "&H000000FF")
    unknown = ass("Hello", default).replace(",0:00:02.50,Default,", ",0:00:02.50,Nobody,")
    assert dict(only(unknown)[0].look)["color"] == "#ff0000"


def test_a_cue_knows_its_number_and_line():
    content = f"\n\n1\r\n{FIRST}\r\nHello\r\n\r\n2\r\n{SECOND}\r\nBye".encode()
    assert [(cue.number, cue.line) for cue in read_subtitles(content).cues] == [(1, 4), (2, 8)]


def test_comments_of_ass_are_no_cues():
    text = ass("Hello").replace(
        "Dialogue:", "Comment: 0,0:00:01.00,0:00:02.00,,,0,0,0,,x\nDialogue:"
    )
    cue, _ = only(text)
    assert (cue.text, cue.number, cue.line) == ("Hello", 1, 7)


# ---- Encodings -----------------------------------------------------------------------------------

ODD = srt("Grüße, 你好 🎬")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("said", [None, "latin-1", "utf-8"])
def test_a_byte_order_mark_decides(encoding: str, said: str | None):
    if encoding == "utf-8" and said == "latin-1":
        return
    assert texts(ODD.encode(encoding), said) == ["Grüße, 你好 🎬"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "gb18030", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_named(encoding: str):
    assert texts(srt("Grüße").encode(encoding), encoding) == ["Grüße"]


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_a_mark_of_utf_32_is_not_taken_for_one_of_utf_16(encoding: str):
    assert texts(f"\ufeff{ODD}".encode(encoding)) == ["Grüße, 你好 🎬"]


def test_marks_of_direction_beside_times_are_none_of_them():
    assert texts(f"1\n\u200e{FIRST}\u200f\nשלום\n") == ["שלום"]


def test_a_second_mark_within_the_file_is_no_text():
    assert texts(f"\ufeff{srt('Hello')}\n\ufeff2\n{SECOND}\n\ufeffBye") == ["Hello", "Bye"]


@pytest.mark.parametrize(
    ("content", "encoding", "said"),
    [
        (srt("Hello\nGrüße").encode("latin-1"), None, "line 4 is not UTF-8 text"),
        (srt("Grüße").encode("utf-16-le"), None, "it is not text"),
        (srt("Hello").encode("utf-16-le"), None, "it is not text"),
        (b"\x00\x00\x00\x18ftypmp42", None, "it is not text"),
        *((b"1", name, "no such encoding") for name in ("x", "rot13", "hex", "idna", "a\0b", "é" * 99)),
        (b"1", "punycode", "no such encoding"),
    ],
)  # fmt: skip
def test_what_cannot_be_decoded(content: bytes, encoding: str | None, said: str):
    with pytest.raises(NotSubtitles, match=said) as error:
        read_subtitles(content, encoding)
    assert error.value.cure


# ---- Markup --------------------------------------------------------------------------------------

NO_MARKUP = [
    "<John> hi",
    "List<String>",
    "<sighs>",
    "a<b and b>c",
    "a < b > c",
    "<3",
    "{laughs}",
    "C:\\New\\hat",
]


@pytest.mark.parametrize("text", [*NO_MARKUP, "<lang>x", "&amp;"])
def test_what_srt_does_not_know_is_text(text: str):
    cue, lost = only(srt(text))
    assert (cue.text, cue.look, lost) == (text, (), ())


@pytest.mark.parametrize("text", NO_MARKUP)
def test_what_webvtt_does_not_know_is_text(text: str):
    cue, lost = only(vtt(text))
    assert (cue.text, cue.look, lost) == (text, (), ())


@pytest.mark.parametrize("text", ["<John> hi", "<i>x</i>", "&amp;", "a < b", "{unclosed"])
def test_what_ass_does_not_know_is_text(text: str):
    cue, lost = only(ass(text))
    assert (cue.text, cue.look, lost) == (text, (), ())


LOOKS = [
    (srt("<i>Hello</i>"), {"style": "italic"}),
    (srt("<B><I>Hello</I>\n</B>"), {"style": "bold italic"}),
    (srt("<u>Hello</u>"), {"style": "underlined"}),
    (srt("{\\an8}Hello"), {"position": "top"}),
    (srt("{\\a6}Hello"), {"position": "top"}),
    (srt("{\\an2}Hello"), {}),
    (srt('<font color="#FFCC00">Hello</font>'), {"color": "#ffcc00"}),
    (srt("<font color=fc0>Hello</font>"), {}),
    (srt("<font color='Yellow' face=\"Inter\">Hello</font>"), {"color": "yellow", "font": "Inter"}),
    (vtt("<b>Hello</b>"), {"style": "bold"}),
    (vtt("<c.yellow>Hello</c>"), {"color": "yellow"}),
    (vtt("Hello", "line:0"), {"position": "top"}),
    (vtt("Hello", "line:-1 align:center"), {}),
    (vtt("Hello", "line:50%"), {"position": "center"}),
    (vtt("Hello", "line:84.5% position:90% align:right"), {"position": "bottom-right"}),
    (vtt("Hello", "align:start position:0%"), {"position": "bottom-left"}),
    (vtt("Hello", "line:5% align:end"), {"position": "top-right"}),
    (ass("Hello"), {}),
    (ass("{\\i1}Hello{\\i0}"), {"style": "italic"}),
    (ass("{\\b700\\c&H00CCFF&\\fad(200, 300)}Hello"),
     {"style": "bold", "color": "#ffcc00", "fade_in": 200, "fade_out": 300}),
    (ass("{\\fnInter Display\\fs32}Hello", height=720), {"font": "Inter Display", "size": 48}),
    (ass("Hello", PLAIN.replace("Arial,20,&H00FFFFFF", "Inter,32,&H0000CCFF"), 1080),
     {"font": "Inter", "size": 32, "color": "#ffcc00"}),
    (ass("{\\an2}Hello", PLAIN.replace("2,2,2,10", "2,2,8,10")), {}),
    (ass("Hello", PLAIN.replace("2,2,2,10", "2,2,8,10")), {"position": "top"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "look"), LOOKS)
def test_the_look_of_a_whole_cue_is_kept(text: str, look: dict[str, object]):
    cue, _ = only(text)
    assert (cue.text, dict(cue.look)) == ("Hello", look)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (srt("We <i>begin</i>"), "italic on a part of a cue"),
        (srt("<i>We</i> begin"), "italic on a part of a cue"),
        (ass("{\\fs40}We{\\fs} begin"), "size on a part of a cue"),
        (srt("<font size=3>Hello</font>"), "<font size>"),
        (srt("{\\pos(10,20)}Hello"), "{\\pos}"),
        (f"1\n{FIRST} X1:10 X2:20\nHello", "X1:"),
        (vtt("<v John>Hello</v>"), "<v>"),
        (vtt("one <00:01.500>two"), "<00:00.000>"),
        (vtt("<c.loud>Hello"), "<c>"),
        (vtt("<ruby>x<rt>y</rt></ruby>"), "<ruby>"),
        (vtt("Hello", "size:50%"), "size:"),
        (vtt("Hello", "vertical:rl"), "vertical:"),
        (ass("{\\move(1,2,3,4)}Hello"), "{\\move}"),
        (ass("{\\k20}Hel{\\k20}lo"), "{\\k}"),
        (ass("{\\t(0,100,\\fs40)}Hello"), "{\\t}"),
        (ass("Hello{\\rOther} you"), "{\\r"),
        (ass("{\\fade(1,2,3,4,5,6,7)}Hello"), "{\\fade}"),
        (ass("Hello {\\p1}m 0 0 l 1 1{\\p0}"), "{\\p}"),
        (ass("{\\c&H00FFFF&}He{\\c}llo"), "color on a part of a cue"),
    ],
)
def test_what_captions_cannot_keep_is_named_once(text: str, lost: str):
    cue, found = only(text)
    assert [one for one in found if one.startswith(lost)] == [found[0]]
    assert len(found) == len(set(found))
    assert not set("<>{}\\") & set(cue.text)
    assert cue.look == ()


def test_entities_are_webvtt():
    assert only(vtt("a &lt;b&gt; &amp;amp; c"))[0].text == "a <b> &amp; c"


def test_a_drawing_is_named_where_the_cue_has_no_text():
    drawn = ass("Hello") + "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 9 9\n"
    assert only(drawn)[1] == ("{\\p}",)


# ---- What is none --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no cues"),
        ("WEBVTT\n", "holds no cues"),
        (f"1\n{FIRST}\n\n", "holds no cues"),
        ("shopping list\n", "it holds no times"),
        (f"shopping list\n{srt('Hello')}", "cue 1 on line 1 has no times"),
        (f"{srt('Hello')}\n2\nBye\n\n3\n{SECOND}\nx", "cue 2 on line 5 has no times"),
        (f"{srt('Hello')}\n2\n", "cue 2 on line 5 has no times"),
        (f"{srt('Hello')}\n2\n00:00:03,000 -> 00:00:04,000\nBye", "cue 2 on line 6 cannot be read"),
        (f"{srt('Hello')}\n2\n00:00:03 --> 00:00:04\nBye", "cue 2 on line 6 cannot be read"),
        (f"{srt('Hello')}\n2\n-00:00:03,0 --> 00:00:04,0\nBye", "cue 2 on line 6 cannot be read"),
        *(
            (f"{srt('Hello')}\n2\n{times}\nBye", "cue 2 on line 6 cannot be read")
            for times in (
                "00:00:03,000 → 00:00:04,000",
                "00:00:03,000 - 00:00:04,000",
                "0:00:03.000,0:00:04.000",
                "−00:00:03,000 --> 00:00:04,000",
                "00:00:03,000 --> -00:00:04,000",
                "٠٠:٠٠:٠٣,٠٠٠ --> ٠٠:٠٠:٠٤,٠٠٠",
                "00:00:99,000 --> 00:01:99,000",
            )
        ),
        (f"1\n{FIRST} Hello\n", "behind the times of cue 1 on line 2"),
        (f"{vtt('Hello')}\n\n00:03.000 --> 00:04.000 align:end Bye\n", "behind the times of cue 2"),
        (srt("Hello").replace("02,500", "00,500"), "cue 1 on line 2 ends before it begins"),
        (srt("Hello").replace("02,500", "01,000"), "cue 1 on line 2 lasts no time"),
        (ass("Hello").replace("0:00:02.50", "later"), "the cue on line 6 has no times"),
        (ass("Hello", PLAIN.replace("&H00FFFFFF", "&Hx")), "no ASS file that can be read"),
        (ass("Hello").replace("[Events]", "[Events of the Fonts]"), "no ASS file that can be read"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_place(content: str, said: str):
    with pytest.raises(NotSubtitles, match=said):
        read_subtitles(content.encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_cues_or_refused(content: bytes):
    for head in (b"", b"WEBVTT\n\n", b"[Script Info]\n[Events]\nDialogue: 0,", FIRST.encode()):
        with suppress(NotSubtitles):
            assert read_subtitles(head + content).cues


HOSTILE = [
    "<a",
    "{\\",
    "{\\a(",
    "<b>x",
    "</i>",
    "<font x",
    "&",
    "\n0\n",
    "-->",
    "0 ",
    "\n \u00a0",
    "((",
    "a:",
    "1:",
    "1 : ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_file_and_not_faster(piece: str):
    def seconds(times: int) -> float:
        began = time.process_time()
        with_pieces = (
            *(srt(piece * times), vtt(piece * times), ass(piece * times), piece * times),
            *(vtt("", piece * times), f"{FIRST} {piece * times} !"),
        )
        for content in with_pieces:
            with suppress(NotSubtitles):
                read_subtitles(content.encode())
        return time.process_time() - began

    assert seconds(8_000) < 40 * max(seconds(1_000), 0.005)


# ---- The referee ---------------------------------------------------------------------------------

WORDS = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="<>{}&\\-"), min_size=1
)
LINES = WORDS.map(str.strip).filter(lambda text: text and not text.isdecimal())
MOMENTS = st.integers(0, 8_000).map(lambda centiseconds: centiseconds * 10)


@given(st.lists(st.tuples(MOMENTS, MOMENTS, st.lists(LINES, min_size=1, max_size=3)), min_size=1))
def test_what_pysubs2_writes_is_read_as_it_was(drawn: list[tuple[int, int, list[str]]]):
    cues = sorted((start, start + 10 + length, "\n".join(text)) for start, length, text in drawn)
    file = pysubs2.SSAFile()
    for start, end, text in cues:
        file.append(pysubs2.SSAEvent(start, end, text.replace("\n", "\\N")))
    for format_ in ("srt", "vtt", "ass", "ssa"):
        found = read_subtitles(file.to_string(format_).encode())
        assert [cue[:3] for cue in found.cues] == cues
        assert found.lost == ()


def test_pysubs2_is_loaded_for_ass_only():
    code = (
        "import sys\nfrom nemo_spec.media.subtitles import read_subtitles\n"
        f"read_subtitles({srt('x').encode()!r})\nassert 'pysubs2' not in sys.modules\n"
        f"read_subtitles({ass('x').encode()!r})\nassert 'pysubs2' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
