"""Frames for the canvas, the picture's properties, and the levels of its own sound."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.levels import level, way
from mock_server.agent.frames.phrasing import goes_for_it, need, need_one, stretches
from mock_server.agent.frames.slots import Slots
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Stretch

_LAYERS = ("title", "caption", "lower-third", "words", "music", "voiceover", "effect", "overlay")


def about_video(s: Slots, *, silent: tuple[str, ...] = ()) -> None:
    """Raises Unclear when the clause, or its pronoun, is about a layer.

    A pronoun cannot mean one of the `silent` layers in what is done to a sound.
    """
    need(not s.has(*_LAYERS, "file", "text", "which"))
    need(
        s.it in ("video", "clip", *silent)
        or s.said("video", "picture", "clip", "sound")
        or not s.said("it")
    )


def own_sound(s: Slots) -> None:
    """Raises Unclear when "the volume" may be that of a sound which was edited last."""
    own = s.said("video", "picture", "clip", "all") or any(
        t.readings.get("sound") is True for t in s.tokens
    )
    need(own or s.it not in ("music", "voiceover", "sound"))
    need(s.it != "overlay" or not any(one.words.lower() == "its" for one in s.tokens))


def canvas(s: Slots) -> op.Operation | None:
    """A new shape, and how pictures of another shape fit into it."""
    need(not s.has(*_LAYERS, "remove", "file"))
    need(s.it != "overlay" or not s.said("it"))
    upright = any(token.words.lower() == "upright" for token in s.tokens)
    need(not (upright and s.said("again", "back")))  # it was rotated
    s.row("back to ^ratio|shape")
    bars = s.row(
        "colorword fill:fit to? color|text",
        "fill:fit in? colorword? set|show? to|in? color|text colorword?",
        "color|text to? colorword? for? fill:fit",
        "fill:fit show? colorword? to? color|text",
        "rest|margin show? color fill:fill?",
        "fill:fill rest in? color",
    )
    need(not any(token.words.lower() == "keep it" for token in s.tokens))  # that is no change
    s.all("replace") if s.chinese else None
    ratio, size, fill = s.one("ratio"), s.one("size"), _fill(s)
    shapes = s.all("shape")
    need(len(set(shapes)) <= 1)
    shape = shapes[0] if shapes else None
    named = any(t.is_a("shape") and not t.words.lower().startswith("for ") for t in s.tokens)
    need(not (named and shape and ratio) or _way_up(shape) == _way_up(ratio))
    if ratio is None and size is None:
        ratio = shape
    need(ratio or size or fill)
    need(not any(token.words.lower() == "the other" for token in s.tokens))  # "in the other video"
    need(fill or not s.has("rest"))
    if ratio is None and size is None:
        need(s.said("shapeword"))
    s.row("fill by ^fill", "by ^crop|fill|add")
    s.all("backdrop") if fill == "blur" else None
    s.all(
        "set", "shapeword", "crop", "fill", "images", "frame", "must", "show", "flip", "cut", "video",
        "picture", "clip", "add", "rest", "keep", "have",
    )  # fmt: skip
    background = None if bars is None else str(bars.get("text", bars.get("color")))
    return op.Canvas(ratio, size, fill or ("fit" if bars else None), background)


_NO_BARS = Regex(r"\A(?:no\b|without|不留)|frame|screen", re.IGNORECASE)


def _way_up(ratio: tuple[int, int]) -> int:
    """1 of a shape that is wider than high, -1 of one that is higher."""
    return (ratio[0] > ratio[1]) - (ratio[0] < ratio[1])


def _fill(s: Slots) -> str | None:
    found = s.all("fill")
    if "fill" in found and "fit" in found:
        need(not any(t.is_a("fill:fill") and _NO_BARS.search(t.words) for t in s.tokens))
        found = [one for one in found if one != "fill"] if s.said("shapeword") else found
    need(len(set(found)) <= 1 or set(found) == {"blur", "fill"})
    return None if not found else "blur" if "blur" in found else str(found[0])


def rotate(s: Slots) -> op.Operation | None:
    """By a multiple of 90 degrees, clockwise unless said otherwise."""
    span = _of_clip(s)
    about_video(s)
    need(s.has("angle") or not s.said("bit"))  # by how much?
    need(not s.chinese or s.it != "overlay" or s.said("video", "picture"))
    need_one(s, "rotate", "flip")
    upside = s.take("upside")
    need(upside or s.take("rotate") or s.has("angle"))
    s.all("set", "flip", "rotate", "show", "image", "frame")
    angle = s.row("by|to? angle", "by|to? number")
    degrees = 180 if upside else 90
    if angle is not None:
        degrees = int(angle["angle" if "angle" in angle else "number"])
    way = s.one("clockwise")
    if way is None and s.has("pos:left", "pos:right"):
        way = 1 if s.one("pos") == "right" else -1
    need(degrees % 90 == 0 and not (upside and angle))
    absolute = s.said("to") and not upside and way is None
    if absolute and any(t.words.lower() in ("to", "到", "至") for t in s.tokens):
        return op.Picture({"rotate": degrees % 360 or None}, span)
    if way is None and any("rotation" in t.words.lower() for t in s.tokens):
        return op.Picture({"rotate": degrees % 360 or None}, span)
    return op.Rotate(-degrees if way == -1 else degrees, span)


def _of_clip(s: Slots) -> Stretch:
    """The one clip or range that is named, or all of the video."""
    found = stretches(s)
    need(len(found) <= 1)
    return found[0] if found else op.WHOLE


_CUT_AWAY = Regex(r"\b(?:off|from) (?:the )?(?:very )?(?:start|end|beginning|front|back)\b", re.I)


def crop(s: Slots) -> op.Operation | None:
    need(not any(t.is_a("range") and _CUT_AWAY.search(t.words) for t in s.tokens))
    span = _of_clip(s)
    about_video(s)
    taken = (
        any(one.words.lower() == "take" for one in s.tokens)
        and s.row("last ^percent off") is not None
    )
    need(s.take("crop", "cut") or taken or (s.said("picture", "scaleword") and s.take("remove")))
    both = s.one("sides")
    need(both or not s.has("each", "all"))  # as much of every edge
    if both is not None and (share := s.row("by? percent")) is not None:
        s.all("each", "off", "place", "picture", "edge", "cut", "crop")
        return op.Picture({f"crop_{side}": share["percent"] for side in both}, span)
    centered = s.take("pos:center")
    sides = _cropped(s)
    need(not (sides and centered))
    s.all("off", "out", "place", "picture", "image", "frame", "edge", "cut", "set", "crop")
    if sides:
        s.take("only")  # "10% off the bottom only"
        return op.Picture({f"crop_{side}": share for side, share in sides.items()}, span)
    kept = s.row("to percent")
    share = kept or s.row("by? percent")
    need(share is not None and (s.said("crop") or (centered and s.said("picture", "image"))))
    s.all("keep")
    removed = 0 if share is None else 1 - share["percent"] if kept else share["percent"]
    need(0 < removed < 1)
    return op.Picture({"crop": round(min(removed, 0.95), 6)}, span)


def _cropped(s: Slots) -> dict[str, float]:
    """The share that goes from each side that is named; one share may serve several."""
    found: dict[str, float] = {}
    while (
        one := s.row(
            "by? percent out? off|from? place|picture|image|frame? pos",
            "pos place|picture|image|frame? stop? ^crop|cut picture|image|frame? by? percent",
            "pos by? percent",
        )
    ) is not None:
        need(one["pos"] not in found)
        found[one["pos"]] = one["percent"]
    also = [str(side) for side in s.all("pos")] if found else []
    need(len(found) == 1 or not also)
    found |= {side: share for side in also for share in found.values()}
    need(found.keys() <= {"top", "bottom", "left", "right"})
    return found


def color(s: Slots) -> list[op.Operation] | None:
    """A colour look, and how strong it is."""
    need(not s.has(*_LAYERS, "remove", "music"))
    need(s.it != "overlay" or s.said("video", "picture", "clip", "lookword") or not s.said("it"))
    quoted = s.row("lookword to|show? text", "text lookword")
    name = quoted["text"] if quoted else s.one("look")
    need(name is not None and not s.has("look:x") and not (s.has("look") and s.said("and")))
    s.all("look")
    need(quoted or s.said("look"))
    amount = s.row(
        "at? percent strength?", "strength set? at|to? percent|half", "at? half strength"
    )
    s.all(
        "set",
        "add",
        "show",
        "lookword",
        "styleword",
        "colorword",
        "strength",
        "more",
        "bit",
        "much",
        "mooded",
        "whole",
        "instead",
        *(("replace",) if s.chinese else ()),
    )
    if len({str(t.readings["look"]) for t in s.tokens if t.is_a("look")}) > 1:
        return None
    spans = stretches(s)
    need(not s.has("file"))
    s.take("all")
    strength = amount.get("percent", amount.get("half")) if amount else None
    need(strength is None or strength <= 1)
    look: dict[str, Any] = {"name": str(name)}
    if strength is not None and strength < 1:
        look["amount"] = strength
    return [op.Picture({"color": look}, span) for span in spans or (op.WHOLE,)]


def plain_color(s: Slots) -> op.Operation | None:
    """The colours as they were recorded."""
    need(not s.has(*_LAYERS))
    need_one(s, "remove", "look", "lookword", "range", "portion", "nth")
    done: object = s.take("colored")
    need(not (done and s.has("remove", "no")))
    done = done or s.row("last ^lookword|look lookword? off", "last lookword|look lookword? off")
    need(s.take("remove", "back", "normal", "no") or done)
    listed = s.said("and") or (s.said("range") and any(one.is_a("stop") for one in s.tokens))
    need(not (s.said("normal") and listed))  # "black and white until 10 s and normal"
    s.all("back", "normal", "set", "remove", "show")
    need(s.take("lookword", "look") or done)
    s.all("lookword", "look", "colorword", "set", "colored")
    return op.Picture({"color": None}, _of_clip(s))


def flag(word: str) -> Callable[[Slots], list[op.Operation]]:
    """A frame that sets one yes/no value on the picture's segments."""

    def frame(s: Slots) -> list[op.Operation]:
        off = _switched_off(s, word)
        s.row(f"last ^{word} out")  # "take the noise out"
        need(s.take(word))
        s.all(word, "add", "show", "set", "lessen", "sound", "volume", "switch")
        need(not (word == "stabilize" and goes_for_it(s)))
        if word in ("denoise", "stabilize"):
            s.all("remove", "quieter", "cut", "out")
        need(not s.has(*_LAYERS))
        how = None if off else True
        return [op.Picture({word: how}, span) for span in stretches(s) or (op.WHOLE,)]

    return frame


_BY_NAME = ("stabilization", "stabilisation", "image stabilization", "image stabilisation",
    "noise reduction",
    "normalization", "normalisation", "denoising", "stabilizing", "stabilising",
    "防抖", "增稳", "降噪", "音量均衡")  # fmt: skip


def _switched_off(s: Slots, word: str) -> bool:
    """Whether what was done to the picture or its sound is to be undone: "remove the stabilization"."""
    done = [one.words.lower() in _BY_NAME for one in s.tokens if one.is_a(word)]
    if done and all(done):
        need_one(s, word, "remove", "off", "no")
    return bool(done) and all(done) and s.take("remove", "off", "no")


_DONE_TO_IT = ("rotation", "reverse", "crop", "cropping", "旋转", "倒放", "裁剪", "裁切")
_EDGES = ("top", "right", "bottom", "left")


def as_recorded(s: Slots) -> op.Operation | None:
    """Upright, or forwards: "remove the rotation", "play it forwards"."""
    about_video(s)
    if s.take("forwards"):
        need(not s.has("reverse"))
        s.all("show", "last", "normal", "set", "again", "back")
        return op.Picture({"reverse": None})
    need(s.take("remove", "off", "no"))
    turned = any(one.words.lower() in _DONE_TO_IT for one in s.tokens)
    need(turned and not s.has("angle", "clockwise", "percent", "pos", "range"))
    if s.take("crop"):
        return op.Picture(dict.fromkeys(("crop", *(f"crop_{side}" for side in _EDGES))))
    return op.Picture(
        {"rotate": None} if s.take("rotate") else {"reverse": s.take("reverse") and None}
    )


def normalize(s: Slots) -> op.Operation | None:
    """An even loudness, or a certain one in LUFS."""
    off = _switched_off(s, "normalize")
    loudness = s.row("to|at|for? loudness")
    need(s.take("normalize") or (loudness and s.take("sound", "set")))
    s.all("normalize", "add", "show", "set", "sound", "volume")
    need(not s.has(*_LAYERS))
    if off:
        return op.Picture({"normalize": None, "loudness": None})
    found = stretches(s)
    need(len(found) <= 1)
    told = None if loudness is None else loudness["loudness"]
    return op.Picture({"normalize": True, "loudness": told}, found[0] if found else op.WHOLE)


# --- its own sound -----------------------------------------------------------------------
def _is_of_everything(s: Slots) -> bool:
    """Whether every sound is meant: "mute all", "all the sound off"; not "the sound of all of it"."""
    named = [one for one in s.tokens if not one.carries_nothing]
    own = any(one.is_a("sound:True") for one in named) and s.chinese
    pairs = [(a, b) for a, b in pairwise(named) if " of " not in b.words and not own]
    pairs += [(b, a) for a, b in pairs if s.chinese]  # "声音全关了"
    sounds = any(a.is_a("all") and b.is_a("sound") for a, b in pairs)
    return s.take("all") and not s.said("video", "clip", "picture", *(() if sounds else ("sound",)))


def mute(s: Slots) -> op.Operation | None:
    if 0 < s.count("range") < s.count("mute"):
        need_one(s, "mute")  # "mute it, mute 5-6 s"
    spans = stretches(s) or (op.WHOLE,)
    about_video(s, silent=op.TEXTS)
    own_sound(s)
    noun = next((i for i, one in enumerate(s.tokens) if one.is_a("mute")), 0) - 1
    need(noun < 0 or s.tokens[noun].words.lower() not in ("the", "a") or s.said("add"))
    silenced = s.take("mute")
    s.all("mute", "set")
    if not silenced:
        need(s.take("remove", "off", "no") and s.has("sound", "volume"))
        s.all("remove", "off")
    everything = _is_of_everything(s)
    s.all("sound", "volume", "all", "completely", "set")
    return op.Level(to=0.0, ranges=spans, everything=everything)


def bleep(s: Slots) -> list[op.Operation] | None:
    """A tone in the place of words."""
    swapped = s.has("sfx:bleep") and s.has("swear") and s.take("replace")
    need((swapped or s.take("bleep")) and not s.has("effect", "add", *_LAYERS[:3]))
    s.all("bleep", "sfx:bleep", "sound", "words", "says", "swear")
    spans = stretches(s)
    need(spans)
    tones = [op.AddLayer("sound", span, None, {"name": "bleep"}) for span in spans]
    return [op.Level(to=0.0, ranges=spans), *tones]


def unmute(s: Slots) -> op.Operation | None:
    """The sound as it was recorded."""
    spans = stretches(s) or (op.WHOLE,)
    about_video(s)
    if s.take("unmute"):
        s.all("sound", "volume", "set")
        return op.Level(to=1.0, ranges=spans)
    need(s.take("back", "switch", "normal") and s.take("sound", "volume"))
    s.all("show", "back", "switch", "normal", "set", "volume", "sound")
    return op.Level(to=1.0, ranges=spans)


# "Lower it": its volume, its place, its size?
_OF_ANYTHING = ("lower", "lowered", "reduce", "decrease", "drop", "raise", "raised", "increase", "boost",
    "boosted", "amplify", "too low", "bump up", "dial back", "调高", "调低", "提高", "提升", "降低", "减小",
    "增大", "加大", "降", "减弱")  # fmt: skip


def _is_loud(token: Token) -> bool:
    """Whether a word says louder or quieter of a sound, and of nothing else."""
    if token.is_a("bigger") or token.is_a("smaller") or token.words.lower() in _OF_ANYTHING:
        return False
    return token.is_a("louder") or token.is_a("quieter") or "loud" in token.words.lower()


def volume(s: Slots) -> op.Operation | None:
    """The level of the picture's own sound."""
    spans = stretches(s) or (op.WHOLE,)
    about_video(s)
    need(not s.has("cut", "keep", "look", "crop", "pos", "rotate", "speed"))
    need(not s.has("faster", "slower", "tooslow", "toofast"))
    own_sound(s)
    named = s.said("sound", "volume")
    to, by = level(s)
    need((to is not None or by is not None) and not s.has("remove"))
    need(
        not s.tokens[0].words.lower().startswith(("turned ", "lowered", "raised", "boosted"))
    )  # what is?
    loud = any(_is_loud(one) for one in s.tokens) or s.said("level")
    need(named or (not s.said("remove") and (loud or s.said("up", "down"))))
    everything = _is_of_everything(s)
    s.all("volume", "sound", "set", "show", "louder", "quieter", "whole", "all")
    by = 1.0 if to is not None or by is None else by
    return op.Level(to, by, spans, everything, 0 if to is None else way(s))
