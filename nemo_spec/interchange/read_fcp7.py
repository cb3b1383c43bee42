"""Final Cut Pro 7 XML as a timeline, ours or another editor's."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from nemo_spec.interchange.imported import (
    MOST_ITEMS,
    MOST_TRACKS,
    Imported,
    NotImported,
    finished,
    role_of,
    segment,
    texts_of,
    with_sound,
)
from nemo_spec.interchange.places import overlay_at, usual_size
from nemo_spec.timeline.model import Role, Segment, Timeline

_ITEMS = ("clipitem", "generatoritem", "transitionitem")
_SLACK = 50
"""Milliseconds by which a sound may lie beside the picture that it belongs to."""


def read(content: bytes) -> Imported:
    """Raises NotImported: for what is no XML of this kind, and for entities of any kind."""
    try:
        root = fromstring(content, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise NotImported("it declares entities, which no timeline needs") from None
    except (ParseError, ValueError, LookupError, RecursionError):
        raise NotImported("not XML that can be read") from None
    if root.tag != "xmeml":
        raise NotImported(f"not Final Cut Pro 7 XML: it begins with <{root.tag[:40]}>")
    sequences = list(_outermost(root))
    if not sequences:
        raise NotImported("there is no sequence in it")
    return _Reader(root, sequences).imported()


def _outermost(root: Element) -> Iterator[Element]:
    """Sequences that do not lie in another one."""
    for child in root:
        if child.tag == "sequence":
            yield child
        elif child.tag in ("project", "children", "bin"):
            yield from _outermost(child)


class _Reader:
    def __init__(self, root: Element, sequences: list[Element]) -> None:
        self.sequence = sequences[0]
        names = [_text(one, "name") for one in sequences[1:]]
        self.rate = _rate(self.sequence)
        canvas: dict[str, object] = {"fps": float(self.rate)}
        width, height = _size(self.sequence, "media/video/format/")
        canvas |= {"width": width, "height": height} if width and height else {}
        self.found = Imported(Timeline(canvas=canvas))
        self.found.unsaid += [f"another sequence, {name}" for name in names]
        self.files = {
            one.get("id", ""): one.findtext("pathurl", "")
            for one in root.iter("file")
            if one.findtext("pathurl")
        }
        self.sizes = {one.get("id", ""): _size(one, "media/video/") for one in root.iter("file")
                      if _size(one, "media/video/")[0]}  # fmt: skip
        self.frame = _size(self.sequence, "media/video/format/")
        self.main: list[Segment] = []
        self.layers: list[Segment] = []

    def imported(self) -> Imported:
        pictures = self.sequence.findall("media/video/track")
        sounds = self.sequence.findall("media/audio/track")
        count = len(pictures) + len(sounds)
        if count > MOST_TRACKS:
            raise NotImported(f"it has {count} tracks, more than {MOST_TRACKS}")
        if sum(len(track) for track in (*pictures, *sounds)) > MOST_ITEMS:
            raise NotImported(f"it has more than {MOST_ITEMS} clips")
        for track in pictures:
            self._pictures(track, is_main=not self.main)
        for track in sounds:
            for item in track.findall("clipitem"):
                self._sound(item)
        return finished(self.found, self.main, self.layers)

    def _pictures(self, track: Element, *, is_main: bool) -> None:
        if any(item.tag == "generatoritem" for item in track) and not track.findall("clipitem"):
            is_main = False
        items = [one for one in track if one.tag in _ITEMS]
        for number, item in enumerate(items):
            if item.tag == "transitionitem":
                continue
            before = (
                items[number - 1] if number and items[number - 1].tag == "transitionitem" else None
            )
            after = items[number + 1] if items[number + 1 : number + 2] else None
            after = after if after is not None and after.tag == "transitionitem" else None
            start, head = self._edge(item, "start", before)
            end, _ = self._edge(item, "end", after)
            made = self._picture(item, start, end, head, before, is_main=is_main)
            if made:
                (self.main if is_main else self.layers).append(made)

    def _edge(self, item: Element, key: str, link: Element | None) -> tuple[int, int]:
        """Where an item begins or ends, in frames, and how much of it lies under a transition there: -1
        is in the middle of that."""
        at = _number(item, key)
        if link is None or at != -1:
            return max(0, at), 0
        first, last = _number(link, "start"), _number(link, "end")
        where = {"start": first, "end": last}.get(_text(link, "alignment").partition("-")[0])
        cut = (first + last) // 2 if where is None else where
        return cut, abs(cut - (first if key == "start" else last))

    def _picture(
        self, item: Element, start: int, end: int, head: int, link: Element | None, *, is_main: bool
    ) -> Segment | None:
        name = _text(item, "name")
        properties = self._properties(item, "opacity")
        if link is not None:
            lasts = self._ms(_number(link, "end") - _number(link, "start"))
            properties["transition"] = round(lasts)
        if item.tag == "generatoritem":
            return self._title(item, start, end, properties)
        if item.find("sequence") is not None:
            self.found.unsaid.append(f"{name}: a timeline inside this one")
            return None
        file = self._file(item)
        if not file:
            self.found.unsaid.append(f"{name}: its file is missing")
            return None
        speed = self._speed(item, properties)
        first = self._ms(_number(item, "in") + head) * abs(speed or 1)
        last = first + self._ms(end - start) * abs(speed)
        if speed < 0:
            whole = self._ms(_number(item, "duration")) * abs(speed)
            first, last = whole - last, whole - first
        if _is_picture(file):
            properties |= {"still": True}
            first = last = 0
        role: Role = "clip" if is_main else "overlay"
        properties |= self._motion(item, role)
        if role == "overlay" and first > 0 and speed == 1:
            properties["skip"] = round(first)
        return segment(
            role, self._ms(start), self._ms(end), name=file,
            source=(first, last), properties=properties,
        )  # fmt: skip

    def _title(
        self, item: Element, start: int, end: int, properties: dict[str, object]
    ) -> Segment | None:
        told = {_text(p, "parameterid"): _text(p, "value") for p in item.iter("parameter")}
        text = told.get("str") or told.get("text") or ""
        if not text:
            self.found.unsaid.append(f"{_text(item, 'name')}: a generator")
            return None
        role = role_of(_text(item, "name"), "text")
        texts = texts_of(role, text.split("\n"))
        points = _float(told.get("fontsize"), 0) * 1080 / (self.frame[1] or 1080)
        if (
            points > 0
            and abs(points - usual_size(role, self.frame if all(self.frame) else (16, 9))) > 1
        ):
            properties["size"] = round(points, 1)
        return segment(role, self._ms(start), self._ms(end), texts=texts, properties=properties)

    def _sound(self, item: Element) -> None:
        file, start, end = self._file(item), _number(item, "start"), _number(item, "end")
        if not file or item.find("sequence") is not None:
            self.found.unsaid.append(f"{_text(item, 'name')}: a sound without a file")
            return
        properties = self._properties(item, "level")
        for pieces in (self.main, self.layers):
            for number, piece in enumerate(pieces):
                if piece.name == file and self._belongs(piece, start, end):
                    pieces[number] = with_sound(piece, properties)
                    return
        made = segment("music", self._ms(start), self._ms(end), name=file, properties=properties)
        if not any(one.name == made.name and one.start == made.start for one in self.layers):
            self.layers.append(made)

    def _belongs(self, piece: Segment, start: int, end: int) -> bool:
        at = self._ms(start) if start >= 0 else None
        to = self._ms(end) if end >= 0 else None
        near_start = at is None or abs(piece.start.lo - at) <= _SLACK
        return near_start and (to is None or abs(piece.end.lo - to) <= _SLACK)

    # -- parts of an item --

    def _file(self, item: Element) -> str:
        file = item.find("file")
        address = (
            ""
            if file is None
            else file.findtext("pathurl") or self.files.get(file.get("id", ""), "")
        )
        return self.found.add_file(address) if address else ""

    def _speed(self, item: Element, properties: dict[str, object]) -> float:
        """As many times as fast, negative when backwards, 0 when a frame is held."""
        told = dict(self._parameters(item, "timeremap"))
        if not told:
            return 1.0
        if told.get("variablespeed") not in (None, "0", "FALSE"):
            self.found.unsaid.append(f"{_text(item, 'name')}: a speed that changes")
        speed = _float(told.get("speed"), 100) / 100
        if speed == 0:
            properties["freeze"] = True
            return 0.0
        if told.get("reverse", "").upper() == "TRUE" or speed < 0:
            properties["reverse"] = True
            speed = -abs(speed)
        properties |= {"speed": abs(speed)} if abs(speed) != 1 else {}
        return speed

    def _parameters(self, item: Element, effect: str) -> Iterator[tuple[str, str]]:
        for one in item.findall("filter/effect"):
            if _text(one, "effectid").lower() == effect:
                for parameter in one.findall("parameter"):
                    yield _text(parameter, "parameterid"), _text(parameter, "value")

    def _properties(self, item: Element, level: str) -> dict[str, object]:
        """Its level or opacity, and fades that its keyframes make; other effects are noted."""
        found: dict[str, object] = {}
        for effect in item.findall("filter/effect"):
            ident = _text(effect, "effectid").lower()
            if ident in ("audiolevels", "opacity"):
                for parameter in effect.findall("parameter"):
                    if _text(parameter, "parameterid") == level:
                        found |= self._level(parameter, level)
            elif ident not in ("timeremap", "basic"):
                self.found.unsaid.append(
                    f"{_text(effect, 'name') or ident} on {_text(item, 'name')}"
                )
        return found

    def _motion(self, item: Element, role: Role) -> dict[str, object]:
        """How it is turned, and where an overlay lies: without a word in the middle, in its own size."""
        told = dict(self._parameters(item, "basic"))
        turn = round(_float(told.get("rotation"), 0)) % 360
        found: dict[str, object] = {"rotate": turn} if turn in (90, 180, 270) else {}
        file = item.find("file")
        size = self.sizes.get(file.get("id", ""), (0, 0)) if file is not None else (0, 0)
        scale = _float(told.get("scale"), 100) / 100
        if role == "overlay" and all((*size, *self.frame)):
            center = self._center(item)
            found |= overlay_at((size[0] * scale, size[1] * scale), center, self.frame)
        elif role == "overlay" or "scale" in told or (turn and not found):
            self.found.unsaid.append(f"where {_text(item, 'name')} lies in the frame, and its size")
        return found

    def _center(self, item: Element) -> tuple[float, float]:
        for one in item.findall("filter/effect/parameter"):
            if _text(one, "parameterid") == "center":
                return tuple(_float(one.findtext(f"value/{key}"), 0) for key in ("horiz", "vert"))  # type: ignore[return-value]
        return 0.0, 0.0

    def _level(self, parameter: Element, level: str) -> dict[str, object]:
        scale, key = (100, "opacity") if level == "opacity" else (1, "volume")
        value = _float(_text(parameter, "value"), scale) / scale
        found: dict[str, object] = {} if abs(value - 1) < 0.001 else {key: round(value, 4)}
        keys = [
            (_number(one, "when"), _float(_text(one, "value"), 0) / scale)
            for one in parameter.findall("keyframe")
        ]
        if len(keys) > 1:
            found |= self._fade("fade_in", keys[0], keys[1], value)
            found |= self._fade("fade_out", keys[-1], keys[-2], value)
        return found

    def _fade(
        self, name: str, dark: tuple[int, float], light: tuple[int, float], full: float
    ) -> dict[str, object]:
        """A fade by its first two keyframes: it reaches its level where their line does, also between
        frames."""
        if dark[1] or light[1] <= 0:
            return {}
        frames = abs(light[0] - dark[0]) * max(1.0, full / light[1])
        return {name: round(self._ms(frames))}

    def _ms(self, frames: float) -> float:
        return float(Fraction(frames) * 1000 / self.rate)


def _is_picture(name: str) -> bool:
    return name.lower().endswith(
        (".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp")
    )


def _rate(sequence: Element) -> Fraction:
    base = sequence.findtext("rate/timebase", "")
    if not (base.isascii() and base.isdigit() and 0 < int(base) <= 240):
        raise NotImported("its frame rate makes no sense")
    is_ntsc = sequence.findtext("rate/ntsc", "").upper() == "TRUE"
    return Fraction(int(base) * 1000, 1001) if is_ntsc else Fraction(int(base))


def _size(place: Element, below: str) -> tuple[int, int]:
    """Width and height in pixels; 0 for what is no number."""
    found = (
        place.findtext(f"{below}samplecharacteristics/{key}", "") for key in ("width", "height")
    )
    width, height = (
        int(one) if one.isascii() and one.isdigit() and len(one) < 6 else 0 for one in found
    )
    return width, height


def _text(item: Element, key: str) -> str:
    return item.findtext(key, "") or ""


def _number(item: Element, key: str) -> int:
    return round(_float(_text(item, key), -1))


def _float(text: str | None, otherwise: float) -> float:
    try:
        found = float(text or "")
    except ValueError:
        return otherwise
    return found if abs(found) < 1e12 else otherwise
