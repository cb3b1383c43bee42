"""What lies above the video as lines of a recipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nemo_spec.language.values import Range, show_number, show_range, show_text, show_time
from nemo_spec.timeline.model import Interval, Segment
from nemo_spec.timeline.properties import NOT_COMPARED, property_of

SLACK = 40
"""Milliseconds: a frame, by which a foreign timeline may be off."""

_TEXT_OPTIONS = {
    "position": "at {}", "style": "style {}", "color": "color {}", "background": "background {}",
    "outline": "outline {}", "shadow": "shadow", "size": "size {}", "font": "font {}",
    "fade_in": "fade in {}", "fade_out": "fade out {}",
}  # fmt: skip
_OPTIONS: dict[str, dict[str, str]] = {
    "title": _TEXT_OPTIONS, "caption": _TEXT_OPTIONS, "lower-third": _TEXT_OPTIONS,
    "overlay": {
        "position": "at {}", "scale": "size {}", "opacity": "opacity {}", "skip": "skip {}",
        "sound": "volume {}", "fills": "fill",
    },
    "music": {
        "volume": "volume {}", "fade_in": "fade in {}", "fade_out": "fade out {}", "duck": "duck",
        "skip": "skip {}",
    },
    "voiceover": {"voice": "voice {}"},
}  # fmt: skip
"""How the verb of a role says a property."""
_EFFECTS = {
    "zoom": {"zoom": "", "zoom_to": "", "position": "at {}"},
    "blur": {"position": "at {}", "scale": "size {}"},
}
"""The same of effects, by their names."""


def line_of(layer: Segment, files: Mapping[str, str], length: Interval) -> str:
    """The line that lays it over a video of `length`; empty where no verb does. `files` are the paths to
    write, by the names of media."""
    over = show_range(_range(layer, length))
    texts = " ".join(map(show_text, layer.texts))
    file = show_text(files.get(layer.name, layer.name))
    match layer.role:
        case "title" | "caption" | "lower-third" if layer.texts:
            return _joined(layer.role, over, texts, *_look(layer))
        case "overlay":
            return _joined("overlay", over, file, *_look(layer))
        case "music" if layer.name in files:
            return _joined("music from", file, over, *_look(layer))
        case "music":
            return _joined("music", show_text(layer.name or "music"), over, *_look(layer))
        case "voiceover" if layer.texts:
            return _joined("voiceover", over, texts, *_look(layer))
        case "sound":
            return f"sound {show_text(layer.name or 'sound')} at {show_time(layer.start.lo)}"
        case "effect" if layer.name == "zoom" and "zoom" in layer.properties:
            return _joined("zoom", _zoom(layer), over, *_look(layer))
        case "effect" if layer.name == "blur":
            return _joined("blur", over, *_look(layer))
    return ""


def said_of(layer: Segment) -> frozenset[str]:
    """The properties that its line says."""
    options = _options(layer)
    spot = {"x", "y"} if "position" in options and _SPOT[layer.kind] else set()
    return frozenset({"still", *options, *spot})


def percent(share: object) -> str:
    """`35%` of 0.35."""
    return f"{show_number(round(float(str(share)) * 100, 3))}%"


def matters(key: str, value: object) -> bool:
    """Whether a recipe should say it."""
    return key not in NOT_COMPARED and value != property_of(key).neutral


_SPOT = {"video": True, "audio": False, "text": False}
"""Whether the verbs of a kind take a place in percent."""


def _range(layer: Segment, length: Interval) -> Range:
    is_last = length.lo - layer.end.lo <= SLACK
    return Range(layer.start.lo, "end" if is_last else layer.end.lo)


def _options(layer: Segment) -> Mapping[str, str]:
    return _EFFECTS.get(layer.name, {}) if layer.role == "effect" else _OPTIONS.get(layer.role, {})


def _zoom(layer: Segment) -> str:
    first, last = (layer.properties.get(key) for key in ("zoom", "zoom_to"))
    return percent(first) if last is None else f"{percent(first)[:-1]}-{percent(last)}"


def _look(layer: Segment) -> Iterator[str]:
    properties = layer.properties
    for key, form in _options(layer).items():
        value = properties.get(key)
        if key == "position" and "x" in properties and _SPOT[layer.kind]:
            yield f"at {percent(properties['x'])},{percent(properties.get('y', 0.5))}"
        elif form and value not in (None, False) and matters(key, value):
            yield form.format(_option(key, value))


def _option(key: str, value: object) -> str:
    unit, show = property_of(key).unit, _SHOWN.get(key)
    if show:
        return show(value)
    if unit.kind == "number" and isinstance(value, int | float):
        if unit.suffix == "s":
            return show_time(int(value))
        return percent(value) if unit.suffix == "%" else show_number(value)
    return show_text(str(value))


_SHOWN: Mapping[str, Callable[[object], str]] = {"position": str}


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
