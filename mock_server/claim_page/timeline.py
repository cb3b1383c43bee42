"""A draft drawn as tracks to scale: HTML without a style attribute, and the rules that place it."""

from __future__ import annotations

from html import escape
from typing import Any

from mock_server.timeline.shape import lanes, length

ROLES = (
    "clip", "overlay", "generated", "music", "voiceover", "sound", "title", "lower-third",
    "caption",
)  # fmt: skip
STEPS_MS = (100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000)
MOST_TICKS = 12
THIN, NARROW = 2.5, 7.0
SHOWN = 2000


def draw(draft: dict[str, Any]) -> tuple[str, str]:
    """HTML and CSS of the tracks; every position is a share of the whole duration."""
    whole = length(draft)
    if not whole:
        return '<p class="tag">Nothing on the timeline yet.</p>', ""
    rules: list[str] = []
    rows = [_ruler(whole, rules)]
    for number, (name, main, segments) in enumerate(lanes(draft)):
        boxes = "".join(_box(one, whole, rules) for one in segments[:SHOWN])
        kind = "lane main" if main and number == 0 else "lane"
        rows.append(f'<div class="name">{escape(name)}</div><div class="{kind}">{boxes}</div>')
    return f'<div class="tracks">{"".join(rows)}</div>', "\n".join(rules)


def _place(rules: list[str], rule: str) -> str:
    rules.append(f"#p{len(rules)} {{ {rule} }}")
    return f'id="p{len(rules) - 1}"'


def _ruler(whole: int, rules: list[str]) -> str:
    step = next((one for one in STEPS_MS if whole / one <= MOST_TICKS), whole)
    marks = []
    for at in range(0, whole + 1, step):
        share = 100 * at / whole
        ident = _place(rules, f"left: {share:.3f}%")
        last = ' class="last"' if share > 97 else ""
        also = _place(rules, f"left: {share:.3f}%")
        marks.append(f"<i {ident}></i><span {also}{last}>{seconds(at)}s</span>")
    return f'<div class="name"></div><div class="ruler">{"".join(marks)}</div>'


def seconds(ms: float) -> str:
    """`1.5`, without a needless fraction."""
    return f"{ms / 1000:.2f}".rstrip("0").rstrip(".")


def _box(segment: dict[str, Any], whole: int, rules: list[str]) -> str:
    start, lasts = segment["s"], segment["d"]
    width = 100 * lasts / whole
    ident = _place(rules, f"left: {100 * start / whole:.3f}%; width: {width:.3f}%")
    role = segment.get("role") if segment.get("role") in ROLES else "other"
    head, foot = label(segment), detail(segment)
    tip = escape(f"{head} · {seconds(start)}–{seconds(start + lasts)} s · {foot}", quote=True)
    if width < THIN:
        return f'<div class="sg thin {role}" {ident} title="{tip}"></div>'
    small = f'<span class="small">{escape(foot)}</span>' if foot and width > NARROW else ""
    return f'<div class="sg {role}" {ident} title="{tip}"><span>{escape(head)}</span>{small}</div>'


def label(segment: dict[str, Any]) -> str:
    """What a segment shows or plays, in a few words."""
    for key in ("text", "name", "src", "prompt"):
        if isinstance(segment.get(key), str):
            return segment[key][:120]
    return str(segment.get("role", "segment"))


def detail(segment: dict[str, Any]) -> str:
    """Its range in the source, its speed, its level."""
    parts = []
    if isinstance(segment.get("in"), int | float) and isinstance(segment.get("out"), int | float):
        parts.append(f"{seconds(segment['in'])}–{seconds(segment['out'])} s")
    if isinstance(segment.get("speed"), int | float):
        parts.append(f"{segment['speed']:g}×")
    if isinstance(segment.get("vol"), int | float):
        parts.append(f"{segment['vol'] * 100:.0f} %")
    if isinstance(segment.get("sub"), str):
        parts.append(segment["sub"][:120])
    return " · ".join(parts)


def summary(draft: dict[str, Any]) -> str:
    """The documented line: `Timeline (2 tracks): 1. Video: a.mp4 (0-10s) 2. …`."""
    found = lanes(draft)
    parts = [f"{n}. {_summary(*one)}" for n, one in enumerate(found, 1)]
    plural = "" if len(found) == 1 else "s"
    return f"Timeline ({len(found)} track{plural}): {' '.join(parts)}"


def _summary(name: str, _: bool, segments: list[dict[str, Any]]) -> str:
    first, last = segments[0], segments[-1]
    what = f'"{label(first)}"' if isinstance(first.get("text"), str) else label(first)
    span = f"{seconds(first['s'])}-{seconds(last['s'] + last['d'])}s"
    level = first.get("vol")
    loud = f", {level * 100:.0f}%" if isinstance(level, int | float) else ""
    more = f" +{len(segments) - 1}" if len(segments) > 1 else ""
    return f"{name}: {what}{more} ({span}{loud})"
