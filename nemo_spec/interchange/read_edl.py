"""A CMX3600 edit decision list as a timeline: one track of pictures, with its dissolves and speeds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from nemo_spec.interchange.imported import MOST_ITEMS, Imported, NotImported, finished, segment
from nemo_spec.timeline.model import Segment, Timeline

_EVENT = re.compile(
    r"(?P<number>\d+)\s+(?P<reel>\S+)\s+(?P<track>\S+)\s+(?P<kind>[A-Z]\S*)\s*(?P<length>\d+)?\s+"
    r"(?P<times>\d\d[:;]\d\d[:;]\d\d[:;.]\d\d(?:\s+\d\d[:;]\d\d[:;]\d\d[:;.]\d\d){3})\s*$",
    re.ASCII,
)
_SPEED = re.compile(r"M2\s+\S+\s+(?P<fps>-?\d+(?:\.\d+)?)", re.ASCII)
_REMARK = re.compile(r"\*\s*(?P<key>[A-Z ]+?):\s*(?P<value>.*\S)", re.ASCII)
_BLACK = "BL"
"""The reel of what is no clip."""
_STILLS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp")


@dataclass(slots=True)
class _Event:
    reel: str
    kind: str
    length: int
    first: int
    start: int
    end: int
    fps: float | None = None
    remarks: dict[str, str] = field(default_factory=dict)


def read(content: bytes, rate: Fraction) -> Imported:
    """Timecodes count frames at `rate`; the list does not say at which. Raises NotImported."""
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise NotImported("not UTF-8 text") from None
    found = Imported(Timeline(canvas={"fps": float(rate)}))
    events = _events(lines, rate, found)
    if not events:
        raise NotImported("there is no edit in it")
    origin = min(event.start for event in events)
    seen = [n for n, event in enumerate(events) if event.reel.upper() != _BLACK]
    main = [_segment(n, events, origin, rate, found) for n in seen]
    return finished(found, main, [])


def _events(lines: list[str], rate: Fraction, found: Imported) -> list[_Event]:
    events = list[_Event]()
    for line in lines:
        if match := _EVENT.match(line.strip()):
            if not match["track"].upper().startswith(("V", "B")):
                found.unsaid.append(f"event {match['number']} on track {match['track']}")
                continue
            first, _, start, end = (_frames(one, rate) for one in match["times"].split())
            if end > start:
                length = int(match["length"] or 0)
                events.append(_Event(match["reel"], match["kind"], length, first, start, end))
        elif events and (speed := _SPEED.match(line.strip())):
            events[-1].fps = float(speed["fps"])
        elif events and (remark := _REMARK.match(line.strip())):
            events[-1].remarks[remark["key"].strip()] = remark["value"]
        if len(events) > MOST_ITEMS:
            raise NotImported(f"it has more than {MOST_ITEMS} edits")
    return events


def _frames(code: str, rate: Fraction) -> int:
    """Drop-frame codes leave out two numbers a minute, but for every tenth."""
    hours, minutes, seconds, frames = map(int, re.split(r"[:;.]", code))
    base = round(rate)
    total = ((hours * 60 + minutes) * 60 + seconds) * base + frames
    if ";" in code:
        minutes += hours * 60
        total -= base // 15 * (minutes - minutes // 10)
    return total


def _segment(
    number: int, events: list[_Event], origin: int, rate: Fraction, found: Imported
) -> Segment:
    event, properties = events[number], dict[str, object]()
    following = events[number + 1] if events[number + 1 : number + 2] else None
    head = event.length // 2 if event.kind.startswith("D") else 0
    tail = following.length // 2 if following and following.kind.startswith("D") else 0
    if event.kind.startswith("D"):
        properties["transition"] = round(_ms(event.length, rate))
    elif event.kind != "C":
        found.unsaid.append(
            f"the transition {event.kind} at {_ms(event.start - origin, rate):g} ms"
        )
    speed = 1.0 if event.fps is None else event.fps / float(rate)
    name = event.remarks.get("TO CLIP NAME") or event.remarks.get("FROM CLIP NAME") or event.reel
    if address := event.remarks.get("SOURCE FILE"):
        name = found.add_file(address)
    start, end = event.start + head - origin, event.end + tail - origin
    first = _ms(event.first, rate) + _ms(head, rate) * abs(speed)
    last = first + _ms(end - start, rate) * abs(speed)
    if name.lower().endswith(_STILLS):
        properties["still"], first, last = True, 0, 0
    elif speed == 0:
        properties["freeze"] = True
    else:
        properties |= {"speed": round(abs(speed), 4)} if abs(abs(speed) - 1) > 0.001 else {}
        properties |= {"reverse": True} if speed < 0 else {}
    return segment(
        "clip", _ms(start, rate), _ms(end, rate), name=name, source=(first, last),
        properties=properties,
    )  # fmt: skip


def _ms(frames: float, rate: Fraction) -> float:
    return float(Fraction(frames) * 1000 / rate)
