"""The markup inside a cue: what is text, and what look the tags give it.

Only what a format knows is markup: `<John>` and `List<String>` are text in all of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Format = Literal["srt", "vtt", "ass"]
Value = str | int
State = dict[str, Value]
"""A look on its way. `bold`, `italic`, … are keys of their own until they become one `style`."""

_LETTERS = {"b": "bold", "i": "italic", "u": "underlined", "s": "struck through"}
_VTT_COLORS = {"white", "lime", "cyan", "red", "yellow", "magenta", "blue", "black"}
_DEEPEST = 100
"""So many tags may be open at once: every one remembers the look before it."""

KEYPAD = {
    1: "bottom-left", 2: "", 3: "bottom-right", 4: "left", 5: "center", 6: "right",
    7: "top-left", 8: "top", 9: "top-right",
}  # fmt: skip
"""The alignments of ASS by number. At the bottom in the middle is where captions stand anyway."""
_OLD_KEYPAD = {1: 1, 2: 2, 3: 3, 5: 7, 6: 8, 7: 9, 9: 4, 10: 5, 11: 6}

_FONT = r"<font\s[^<>]*>|</font\s*>"
_ATTRIBUTES = r"\s*(?:\s\w+\s?=[^<>]*)?"
_OVERRIDE = r"\{\\[^{}]*\}"  # no part of SRT and WebVTT, but players of both know it
_MARKUP: dict[Format, re.Pattern[str]] = {
    "srt": re.compile(rf"</?[bius]{_ATTRIBUTES}>|{_FONT}|{_OVERRIDE}", re.I),
    "vtt": re.compile(
        rf"</?(?:[biusc]|ruby|rt)(?:\.[^<>\s]*)?{_ATTRIBUTES}>|</?(?:v|lang)(?:[.\s][^<>]*)?>"
        rf"|{_FONT}|{_OVERRIDE}"
        r"|<(?:[0-9]{2,4}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}>",
        re.I,
    ),
    "ass": re.compile(r"\{[^{}]*\}"),
}
_ATTRIBUTE = re.compile(r"""\b(\w{1,20})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_TAG = re.compile(r"\\(fn|[1-4]?[a-zA-Z]{1,20})\s*(\((?:[^()]|\([^()]*\))*\)|[^\\(]*)")


class Marked(NamedTuple):
    """The text of a cue, its look as a timeline names it, and the tags that captions cannot keep."""

    text: str
    look: Mapping[str, Value]
    lost: tuple[str, ...]


def read_markup(
    raw: str, format_: Format, base: Mapping[str, Value] | None = None, height: int = 1080
) -> Marked:
    """A cue without its tags. `base` is the look that it has without them, `height` the lines of the
    frame for which font sizes are given.

    What holds for the whole cue is kept; what holds for a part of it is named in `lost`.
    """
    cue = _Cue(format_, dict(base or {}), height)
    at = 0
    for match in _MARKUP[format_].finditer(raw):
        cue.add_text(raw[at : match.start()])
        cue.add_markup(match[0])
        at = match.end()
    cue.add_text(raw[at:])
    return cue.marked()


@dataclass(slots=True)
class _Cue:
    """What has been read of a cue: `state` holds for the text that comes next, `shared` for all of the
    text so far."""

    format: Format
    base: State
    height: int
    state: State = field(init=False)
    shared: State | None = None
    whole: State = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    open: list[tuple[str, State]] = field(default_factory=list)
    lost: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state = dict(self.base)

    def add_text(self, text: str) -> None:
        if self.state.get("drawing"):
            self.lost["{\\p}"] = None
            return
        if self.format == "vtt":
            text = html.unescape(text)
        if self.format == "ass":
            text = re.sub(r"\\[Nn]", "\n", text).replace("\\h", "\u00a0")
        self.text.append(text)
        if text.strip():
            self._share()

    def _share(self) -> None:
        """Compare the look of some text with that of the text before it."""
        shared = dict(self.state) if self.shared is None else self.shared
        for key in sorted({*shared, *self.state}):
            if shared.get(key, 0) != self.state.get(key, 0):
                self.lost[f"{key} on a part of a cue"] = None
                shared[key] = 0
        self.shared = shared

    def add_markup(self, tag: str) -> None:
        """A tag of HTML, or a block of overrides."""
        if tag.startswith("{"):
            for name, argument in _TAG.findall(tag[1:-1]):
                self._override(name, argument.strip())
        elif tag.startswith("</"):
            self._close(tag[2:-1].split(maxsplit=1)[0].lower())
        else:
            self._open(tag[1:-1])

    def _open(self, inside: str) -> None:
        name = re.split(r"[.\s]", inside, maxsplit=1)[0].lower()
        if len(self.open) < _DEEPEST:
            self.open.append((name, dict(self.state)))
        if name in _LETTERS:
            self.state[_LETTERS[name]] = 1
        elif name == "font":
            self._font(inside)
        elif name == "c":
            self._classes(inside.split(".")[1:])
        else:
            self.lost["<00:00.000>" if ":" in name else f"<{name}>"] = None

    def _close(self, name: str) -> None:
        names = [opened for opened, _ in self.open]
        if name in names:
            last = len(names) - 1 - names[::-1].index(name)
            self.state = self.open[last][1]
            del self.open[last:]

    def _font(self, inside: str) -> None:
        for name, *values in _ATTRIBUTE.findall(inside):
            value, color = "".join(values), html_color("".join(values))
            if name.lower() == "color" and color:
                self.state["color"] = color
            elif name.lower() == "face" and value:
                self.state["font"] = value
            else:
                self.lost[f"<font {name.lower()}>"] = None

    def _classes(self, names: list[str]) -> None:
        for name in names:
            if name in _VTT_COLORS:
                self.state["color"] = name
            else:
                self.lost["<c>"] = None

    def _override(self, name: str, argument: str) -> None:
        """One tag such as `\\an8` or `\\fad(200,200)`."""
        if name in _LETTERS:
            self.state[_LETTERS[name]] = int(argument not in ("", "0"))
        elif name in ("an", "a"):
            self._align(name, argument)
        elif name == "fad":
            self._fade(argument)
        elif name in ("c", "1c"):
            self._set("color", ass_color(argument))
        elif name == "fn":
            self._set("font", argument)
        elif name == "fs":
            self._set("size", points(argument, self.height))
        elif name == "p":
            self.state["drawing"] = int(argument != "0")
        elif name == "r" and not argument:
            self.state = dict(self.base)
        else:
            self.lost[f"{{\\{name}}}"] = None

    def _set(self, key: str, value: Value | None) -> None:
        """Without a value the tag leads back to the look of the line."""
        self.state[key] = value or self.base.get(key, 0)

    def _align(self, name: str, argument: str) -> None:
        """The first one counts, as in players."""
        number = int(argument) if re.fullmatch("[0-9]{1,2}", argument) else 0
        number = number if name == "an" else _OLD_KEYPAD.get(number, 0)
        if number in KEYPAD:
            self.whole.setdefault("position", KEYPAD[number])

    def _fade(self, argument: str) -> None:
        times = re.fullmatch(r"\(\s*([0-9]{1,6})\s*,\s*([0-9]{1,6})\s*\)", argument)
        if times:
            self.whole |= {"fade_in": int(times[1]), "fade_out": int(times[2])}
        else:
            self.lost["{\\fad}"] = None

    def marked(self) -> Marked:
        look = (self.shared or {}) | self.whole
        styles = [style for style in _LETTERS.values() if look.pop(style, 0)]
        look["style"] = " ".join(styles)
        kept = {key: value for key, value in look.items() if value}
        return Marked("".join(self.text), kept, tuple(self.lost))


def points(size: str | float, height: int) -> int | None:
    """A font size in a frame of `height` lines as points of a 1080-line frame; None out of bounds."""
    try:
        found = round(float(size) * 1080 / height)
    except (ValueError, OverflowError):
        return None
    return found if 1 <= found <= 1000 else None


def ass_color(text: str) -> str | None:
    """`#rrggbb` of `&Hbbggrr&`, None for anything else."""
    match = re.fullmatch(r"&?H?([0-9a-fA-F]{1,8})&?", text)
    if match is None:
        return None
    blue, green, red = bytes.fromhex(match[1].rjust(6, "0")[-6:])
    return f"#{red:02x}{green:02x}{blue:02x}"


def html_color(text: str) -> str | None:
    """`#rrggbb`, where the `#` is often forgotten, or a name; None for anything else."""
    text = text.strip().lower()
    if match := re.fullmatch(r"#?([0-9a-f]{6})", text):
        return f"#{match[1]}"
    if match := re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", text):
        return "#" + "".join(2 * digit for digit in match.groups())
    return text if re.fullmatch("[a-z]{3,20}", text) else None


# ---- WebVTT settings -----------------------------------------------------------------------------

_SETTING = re.compile(r"\b(line|position|align|size|vertical|region):(\S+)")
_NUMBER = re.compile(r"(-?[0-9]{1,6})(?:\.[0-9]*)?(%?)")
_LINES = 16
"""A WebVTT line is about as high as a sixteenth of the frame."""


def vtt_position(settings: str) -> tuple[str, tuple[str, ...]]:
    """Where the settings behind the times of a WebVTT cue put it, and those that cannot be kept."""
    said = dict(_SETTING.findall(settings))
    row, column = _row(said.get("line", "")), _column(said)
    lost = tuple(f"{name}:" for name in ("size", "vertical", "region") if name in said)
    return KEYPAD[3 * row + column + 1], lost


def _row(line: str) -> int:
    """0 at the bottom, 1 in the middle, 2 at the top."""
    match = _NUMBER.match(line)
    if match is None:
        return 0
    number = int(match[1])
    percent = number if match[2] else 100 * (number if number >= 0 else _LINES + number) / _LINES
    return 2 if percent < 33 else 1 if percent < 67 else 0


def _column(said: Mapping[str, str]) -> int:
    """0 at the left, 1 in the middle, 2 at the right."""
    match = _NUMBER.match(said.get("position", ""))
    if match:
        return 0 if int(match[1]) < 33 else 1 if int(match[1]) < 67 else 2
    return {"start": 0, "left": 0, "end": 2, "right": 2}.get(said.get("align", ""), 1)
