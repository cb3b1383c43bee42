"""Subtitle files: SRT, WebVTT, SSA and ASS.

pysubs2 reads SSA and ASS. Its reader of SRT and WebVTT takes comments and names of cues for text and
drops a last line that is a number (seen in 1.8.1), and it knows no lines, which complaints need: so
these two are split here.
"""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from nemo_spec.media.cue_markup import (
    KEYPAD,
    Format,
    Marked,
    State,
    points,
    read_markup,
    vtt_position,
)
from nemo_spec.media.cues import Cue, Subtitles

if TYPE_CHECKING:
    from pysubs2 import SSAFile, SSAStyle

MAX_BYTES = 10_000_000
"""Ten hours of speech are less than one million."""
_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins as that of UTF-16 does, so it comes after it
    codecs.BOM_UTF32_BE: "utf-32-be",
}
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069"
"""Marks of direction and width, which editors of right-to-left subtitles leave beside times."""
_NO_ENCODINGS = {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"}
"""Text codecs of Python that no file is written in; the first two take minutes for a megabyte."""


class NotSubtitles(ValueError):
    """What is wrong with a file, and what to do."""

    def __init__(self, message: str, cure: str = "export the subtitles as .srt in UTF-8") -> None:
        super().__init__(message)
        self.cure = cure


class _Found(NamedTuple):
    """A cue on its way: where it stands, and its text with the markup read."""

    line: int
    start: int
    end: int
    marked: Marked


def read_subtitles(content: bytes, encoding: str | None = None) -> Subtitles:
    """The cues of a subtitle file. A byte order mark decides over `encoding`; without both it is UTF-8.

    Raises NotSubtitles. What is wrong is told by its number and line and never quoted: the file may be
    of any kind.
    """
    text = re.sub("\r\n?", "\n", _decoded(content, encoding))
    format_ = _format_of(text)
    found = _ass_cues(text) if format_ == "ass" else _plain_cues(text, format_)
    cues: list[Cue] = []
    lost: dict[str, None] = {}
    for number, (line, start, end, marked) in enumerate(found, 1):
        words = re.sub(r"\n\s*\n", "\n", marked.text.strip())
        if words and end <= start:
            wrong = "ends before it begins" if end < start else "lasts no time"
            raise NotSubtitles(f"cue {number} on line {line} {wrong}", "correct its times")
        if words:
            cues.append(Cue(start, end, words, number, line, tuple(sorted(marked.look.items()))))
        lost |= dict.fromkeys(marked.lost)
    if not cues:
        raise NotSubtitles("it holds no cues")
    return Subtitles(tuple(cues), tuple(lost))


def _decoded(content: bytes, encoding: str | None) -> str:
    for bom, codec in _BOMS.items():
        if content.startswith(bom):
            encoding = codec
    try:
        if codecs.lookup(encoding or "utf-8").name.replace("-", "_") in _NO_ENCODINGS:
            raise LookupError
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise _no_text() from None
        line = content.count(b"\n", 0, error.start) + 1
        cure = 'name what it was saved in, such as `encoding "latin-1"`'
        raise NotSubtitles(f"line {line} is not {encoding or 'UTF-8'} text", cure) from None
    except (LookupError, ValueError):
        cure = 'write one such as "utf-8", "latin-1" or "gb18030"'
        raise NotSubtitles("there is no such encoding", cure) from None
    if "\0" in text:
        raise _no_text()
    return text.replace("\ufeff", "")


def _no_text() -> NotSubtitles:
    cure = 'name a subtitle file, with `encoding "utf-16-le"` if it is UTF-16'
    return NotSubtitles("it is not text", cure)


_ASS_HEAD = re.compile(r"^\[(?:Script Info|V4\+? Styles)\]|\A\s*\[Events\]", re.M | re.I)


def _format_of(text: str) -> Format:
    if text.lstrip().startswith("WEBVTT"):
        return "vtt"
    return "ass" if _ASS_HEAD.search(text) else "srt"


# ---- SRT and WebVTT ------------------------------------------------------------------------------

_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-5]?[0-9])[,.]([0-9]{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?![0-9])(.*)")
_CLOCK = r"\d{1,4}:\d{1,2}:\d{1,2}"
_ARROW = r"\s*-?[0-9]+[ \t]*:[0-9:., \t]*[-–—]+>"
_LIKE_TIMES: dict[Format, re.Pattern[str]] = {
    "srt": re.compile(rf"{_ARROW}|\W{{0,9}}{_CLOCK}[,.:\d]{{0,9}}\W{{1,9}}{_CLOCK}"),
    "vtt": re.compile(_ARROW),  # other times stand in its comments
}
_NUMBER = re.compile(r"\s*[0-9]{1,9}\s*")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")


def _plain_cues(text: str, format_: Format) -> Iterator[_Found]:
    """A line of times begins a cue, whatever stands before it."""
    lines = text.split("\n")
    times = [(at, match) for at, line in enumerate(lines) if (match := _times(at, lines, format_))]
    ends = [*(at for at, _ in times), len(lines)]
    head = lines[: ends[0]]
    _check_head(head, format_, none_follow=not times)
    numbered = any(map(_NUMBER.fullmatch, head))
    for number, ((at, match), following) in enumerate(zip(times, ends[1:], strict=True), 1):
        _check_settings(match[9], number, at + 1)
        inside = lines[at + 1 : following]
        if following < len(lines):
            inside = _without_name(inside, format_, numbered)
        if numbered and format_ == "srt":
            _check_next(inside, number + 1, at + 2)
        words = "\n".join(_without_comments(inside) if format_ == "vtt" else inside)
        start, end = _ms(match.groups()[:4]), _ms(match.groups()[4:8])
        position, lost = vtt_position(match[9]) if format_ == "vtt" else ("", _places(match[9]))
        base: State = {"position": position} if position else {}
        marked = read_markup(words, format_, base)
        yield _Found(at + 1, start, end, marked._replace(lost=(*lost, *marked.lost)))


def _times(at: int, lines: Sequence[str], format_: Format) -> re.Match[str] | None:
    """The times of the line at an index, None where it has none.

    Raises NotSubtitles for times that are none.
    """
    match = _TIMES.fullmatch(lines[at].strip(_INVISIBLE))
    if match is None and _LIKE_TIMES[format_].match(lines[at]):
        number = 1 + sum(bool(_TIMES.fullmatch(line.strip(_INVISIBLE))) for line in lines[:at])
        message = f"the times of cue {number} on line {at + 1} cannot be read"
        raise NotSubtitles(message, "write them as `00:00:01,000 --> 00:00:02,500`")
    return match


def _check_settings(rest: str, number: int, line: int) -> None:
    """Behind the times stand settings such as `X1:40`, and no text."""
    if not all(":" in setting for setting in rest.split()):
        message = f"behind the times of cue {number} on line {line} stands something else"
        raise NotSubtitles(message, "write the text of a cue below its times")


def _check_head(lines: Sequence[str], format_: Format, none_follow: bool) -> None:
    """Before the first times stands nothing but a number, or what WebVTT has there."""
    if format_ == "vtt":
        return
    if none_follow and any(map(str.strip, lines)):
        raise NotSubtitles("it holds no times of SRT, WebVTT, SSA or ASS")
    for at, line in enumerate(lines):
        if line.strip() and not _NUMBER.fullmatch(line):
            raise NotSubtitles(f"cue 1 on line {at + 1} has no times")


def _check_next(inside: Sequence[str], number: int, first: int) -> None:
    """The number of the next cue in a paragraph of its own is no text of this one, which begins on
    line `first`."""
    for at, (before, line) in enumerate(pairwise(inside), first + 1):
        if not before.strip() and _NUMBER.fullmatch(line) and int(line) == number:
            raise NotSubtitles(
                f"cue {number} on line {at} has no times", "write its times below its number"
            )


def _without_name(lines: list[str], format_: Format, numbered: bool) -> list[str]:
    """The lines of a cue without the number or name of the next one."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    if not kept:
        return kept
    is_number = numbered and _NUMBER.fullmatch(kept[-1])
    stands_alone = len(kept) == len(lines) and len(kept) > 1 and not kept[-2].strip()
    return kept[:-1] if is_number or (format_ == "vtt" and stands_alone) else kept


def _without_comments(lines: Sequence[str]) -> Iterator[str]:
    """WebVTT: a paragraph that begins with `NOTE`, `STYLE` or `REGION` is no text."""
    before, inside = "text", False
    for line in lines:
        inside = bool(line.strip()) and (
            inside or (not before.strip() and bool(_COMMENT.match(line)))
        )
        before = line
        if not inside:
            yield line


def _places(rest: str) -> tuple[str, ...]:
    """SRT: coordinates in pixels of a picture that nobody knows."""
    return (f"{rest.split(':')[0].strip()}:",) if rest.strip() else ()


def _ms(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction.ljust(3, "0"))


# ---- SSA and ASS ---------------------------------------------------------------------------------

_EVENT = re.compile(r"\s*(?:Dialogue|Comment):", re.ASCII)
_ASS_TIME = r"\s*[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}[.,][0-9]{1,3}\s*"
_EVENT_TIMES = re.compile(rf"\s*\w+:[^,]*,{_ASS_TIME},{_ASS_TIME},", re.ASCII)


def _ass_cues(text: str) -> Iterator[_Found]:
    lines = _event_lines(text)
    file = _ass_file(text)
    if len(file.events) != len(lines):  # some stand where ASS has no events
        raise NotSubtitles("it is no ASS file that can be read")
    height = _play_height(file)
    for event, line in zip(file.events, lines, strict=True):
        if event.is_comment:
            continue
        style = file.styles.get(event.style.lstrip("*")) or file.styles.get("Default")
        base = _base(style, height) if style else {}
        yield _Found(line, event.start, event.end, read_markup(event.text, "ass", base, height))


def _event_lines(text: str) -> list[int]:
    """Where the events stand. Raises NotSubtitles for one without times."""
    events = [(at, line) for at, line in enumerate(text.split("\n"), 1) if _EVENT.match(line)]
    for at, line in events:
        if not _EVENT_TIMES.match(line):
            raise NotSubtitles(f"the cue on line {at} has no times where ASS has them")
    return [at for at, _ in events]


def _ass_file(text: str) -> SSAFile:
    """Raises NotSubtitles."""
    import pysubs2

    format_ = "ass" if re.search(r"^\[V4\+ Styles\]", text, re.M | re.I) else "ssa"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of values that it replaces by its own
            return pysubs2.SSAFile.from_string(text, format_)
    except Exception:  # whatever a damaged file makes of the library
        raise NotSubtitles("it is no ASS file that can be read") from None


def _play_height(file: SSAFile) -> int:
    """The lines of the frame that sizes of an ASS file are meant for; 288 is its default."""
    said = file.info.get("PlayResY", "")
    return max(1, int(said)) if re.fullmatch("[0-9]{1,5}", said) else 288


def _base(style: SSAStyle, height: int) -> State:
    """The look of a line by its style. What is as the format has it by default says nothing."""
    color = style.primarycolor
    usual = type(style)()
    look = {
        "position": KEYPAD.get(int(style.alignment), ""),
        "font": style.fontname if style.fontname != usual.fontname else "",
        "size": points(style.fontsize, height) if style.fontsize != usual.fontsize else 0,
        "color": f"#{color.r:02x}{color.g:02x}{color.b:02x}" if color != usual.primarycolor else "",
        "bold": int(style.bold),
        "italic": int(style.italic),
        "underlined": int(style.underline),
        "struck through": int(style.strikeout),
    }
    return {key: value for key, value in look.items() if value}
