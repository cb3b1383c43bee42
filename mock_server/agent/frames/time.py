"""Frames that change the order and the duration of the main track."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.frames.doubts import held_at_first, may_be_of_a_layer, tells_by_now
from mock_server.agent.frames.phrasing import (
    Unclear,
    degree,
    follows_a_sound,
    goes_for_it,
    need,
    need_one,
    ranges,
    stretches,
)
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.ranges import Clip, Range, Stretch, Within


def cut(s: Slots) -> op.Operation | None:
    """Remove ranges; "everything except" keeps them."""
    unwanted = s.chinese and s.tokens[-1].is_a("no") and s.take("no")
    off = _takes_off(s)
    if not (s.take("cut", "remove") or unwanted or off):
        return None
    need(s.it == "video" or not s.chinese or not any(one.words == "不要了" for one in s.tokens))
    need(s.it != "overlay" or not unwanted)  # of the video, or of the logo?
    s.take("last") if off else None
    need(not any(token.words.lower() == "around" for token in s.tokens))
    s.all("cut", "remove", "out")
    need(s.it == "video" or not s.tokens[0].words.lower().endswith("ing"))  # of what was added?
    spared = bool(s.all("except"))
    need(s.row("to ^range|portion|nth") is None)
    s.row("pos:center part")
    s.take("stabilize") if goes_for_it(s) else None
    if (told := s.row("^range time")) is not None:
        need(told["range"].end == told["range"].start + told["time"].ms)
    found = stretches(s)
    need(found and not isinstance(found[0], Clip))
    if s.take("keep", "only"):
        need(s.take("rest") and not spared)
        need(s.said("stop", "and"))
        return op.Cut(found) if _keeps_the_rest(s) else op.Keep(found)
    if spared or (s.chinese and s.has("rest")):
        need(s.take("all") | s.take("rest") | s.take("video") | s.said("all"))
        s.take("rest")
        return op.Keep(found) if len(found) == 1 or _spares_all(s) else _without(found)
    need(not _overlap(found) and not s.said("way") and not s.said("both"))
    return op.Cut(found)


def _keeps_the_rest(s: Slots) -> bool:
    """Whether the rest is what is kept: "cut 0-5 s, keep the rest"."""
    rest = next(i for i, token in enumerate(s.tokens) if token.is_a("rest"))
    ends = [i for i, one in enumerate(s.tokens) if one.is_a("stop") or one.is_a("and")]
    start = max((i for i in ends if i < rest), default=0)
    end = min((i for i in ends if i > rest), default=len(s.tokens))
    return any(one.is_a("keep") for one in s.tokens[start:end])


def _takes_off(s: Slots) -> bool:
    """Whether it says "take … off", which may be a part of the range: "5 s off the start"."""
    takes = any(token.words.lower() == "take" for token in s.tokens)
    within = any(token.is_a("range") and " off " in token.words for token in s.tokens)
    return takes and (s.take("off") or within)


def _spares_all(s: Slots) -> bool:
    """Whether every range stands behind the exception."""
    order = [token for token in s.tokens if token.is_a("range") or token.is_a("except")]
    last = order[0].is_a("range") and order[-1].words in ("之外", "以外") and order.pop()
    return order[0].is_a("except") or bool(last and all(one.is_a("range") for one in order))


def _without(found: Sequence[Stretch]) -> op.Cut:
    """The first range but for others in it."""
    outer, *inner = (one for one in found if isinstance(one, Range))
    need(outer.end is not None and outer.start >= 0)
    at, rest = outer.start, []
    for one in inner:
        need(one.end is not None and at <= one.start < (one.end or 0) <= (outer.end or 0))
        rest += [Range(at, one.start)] if at < one.start else []
        at = one.end or 0
    return op.Cut((*rest, *((Range(at, outer.end),) if at < (outer.end or 0) else ())))


def _overlap(found: Sequence[Stretch]) -> bool:
    """Whether two ranges share a part, so that it is not certain that both are on one timeline."""
    ranges = [one for one in found if isinstance(one, Range)]
    spans = sorted((one.start, one.end) for one in ranges if one.start >= 0 and one.end)
    return any(end > after[0] for (_, end), after in pairwise(spans))


def keep(s: Slots) -> op.Operation | None:
    """Keep only these ranges."""
    if s.take("only"):
        need(s.it == "video" or s.has("keep", "video", "clip", "part"))
        s.take("keep", "show", "only", "set") or s.take("last")
    else:
        need(s.take("keep") and (not s.said("it") or s.said("rest")))
    s.row("pos:center part?") if s.has("range") else None
    found = stretches(s)
    need(found and not isinstance(found[0], Within))  # and the other clips?
    if s.take("cut", "remove", "no"):
        need(s.take("rest") and s.said("stop", "and") and not _keeps_the_rest(s))
    return op.Keep(found)


def keep_to(s: Slots) -> op.Operation | None:
    """ "Trim the video to 30 s" keeps its first 30 s, "crop it down to 0:10-0:20" that range."""
    front = s.row("stop cut|remove it? begin|start") is not None  # "…, trim the start"
    s.row("stop cut|remove it? finish|end")
    trims = s.take("cut", "shorter", "crop") or (s.has("set") and s.has("down") and s.take("set"))
    left = s.said("fromend") and s.take("keep:only")
    if not (trims or left or s.take("set", "last") or s.has("longness")):
        return None
    jumps = any(token.words.lower() == "cut" for token in s.tokens)
    told = s.it == "video" and s.has("longness") and s.said("must", "set")
    of_video = s.it in ("video", "clip") or s.has("video", "clip", "longness")
    need(s.has("video", "it", "clip") or (trims and not jumps) or told)
    need(not s.has("begin", "finish") and (of_video or not s.said("shorter")))  # or the title?
    need(s.it == "video" or not (s.said("it") or (s.said("shorter") and not s.said("video"))))
    s.take("down")
    if trims:
        found = s.row("to for? longness? time|range|portion", "longness to time")
        need(found is not None)
    else:
        s.take("set", "last", "only")
        need(s.row("from ^time") is None)  # "take it from 5 s" is where it begins
        found = s.row(
            "for? to? time longness", "longness to time", "last for? to? time", "for? time"
        )
        need(found is not None and (left or s.said("longness", "last")))
    assert found is not None
    s.take("longness", "set")
    if s.take("fromend"):
        s.take("all")  # alone, it may be the titles
    need(not s.has("longer", "shorter", "cut") and (trims or "range" not in found))
    if (kept := found.get("range", found.get("portion"))) is not None:
        return op.Keep((kept,)) if trims else None
    ms = found["time"].ms
    return op.Keep((Range(-ms, None) if front else Range(0, ms),))


def new_edges(s: Slots) -> op.Operation | None:
    """ "The video should start at 5 s and end at 40 s"."""
    named = (
        ("begin", "finish", "start")
        if any(one.words.lower() in _NEW for one in s.tokens)
        else ("begin", "finish")
    )
    bare = s.it == "video" and s.has(*named) and not s.has("cut", "range")
    need(s.take("video", "clip") or (s.it == "video" and s.take("it")) or bare)
    s.take("set", "keep", "have")
    s.take("instead")
    begin = s.row("begin must? at|from? time", "at|from time begin", "start must? at? time")
    end = s.row("finish at|for? time", "until time", "at time finish")
    if begin is None and end is None:
        span = s.one("range")
        told = s.said("must") or s.take("begin", "finish", "last")
        if span is None or not (told or (s.said("set", "have") and _names_edges(s))):
            raise Unclear
        need(not s.said("atleast"))  # "it should be over after 40 s"
        if s.said("finish") and not s.said("begin"):
            need(span.end is None and span.start > 0)
            span = Range(0, span.start)  # "it should stop after 40 s"
        s.all("begin", "finish", "last")
        return op.Keep((span,))
    need(not s.has("add", "show", "fade", "fades"))
    start = begin["time"].ms if begin else 0
    return op.Keep((Range(start, end["time"].ms if end else None),))


_NEW = frozenset(("new", "新", "新的"))


def _names_edges(s: Slots) -> bool:
    """Whether a range is said as a start and an end: "视频改为从9秒到50秒"."""
    edges = ("start", "begin", "从")
    return any(t.is_a("range") and t.words.lower().startswith(edges) for t in s.tokens)


def freeze(s: Slots) -> op.Operation | None:
    """Hold a frame: where, and for how long."""
    held = s.take("freeze")
    s.take("still")
    s.all("freeze", "add", "show", "set", "keep")
    last, first = s.take("lastframe"), s.take("firstframe")
    s.all("frame")
    need(held or ((last and s.said("keep", "last", "add", "show")) or (last and s.chinese)))
    need(s.row("last to ^time") is None)  # "and hold it until 15 s"
    length = s.row("for time", "last for? time", "time longness")
    if length is None and s.row("which:-1 at? for? time") is not None:
        raise Unclear
    if last or first:
        at_ms = None if last else 0
        s.take("end" if last else "start")
    elif (span := s.one("range")) is not None:
        need(not any(t.words.lower().startswith(("until", "till", "up to")) for t in s.tokens))
        need(length is None and span.end is not None and span.start >= 0)
        return op.Freeze(span.start, (span.end or 0) - span.start)
    else:
        found = (
            s.row("at|from time", "time ^picture|frame")
            if length is None or s.has("at", "from")
            else None
        )
        if found is None:
            found = (
                s.row("time")
                if s.count("time") == (2 if length is None else 1) and held_at_first(s)
                else None
            )
        if found is None:
            need(s.take("end") or s.take("start"))
        at_ms = int(found["time"].ms) if found else (None if s.said("end") else 0)
    rest = [one.ms for one in s.all("time")]
    lasts = length["time"].ms if length else (rest.pop(0) if rest else 2_000)
    need(not rest)
    s.take("last")
    return op.Freeze(at_ms, int(lasts))


def reverse(s: Slots) -> list[op.Operation] | None:
    of_it = any("it" in token.words.lower().split() for token in s.tokens)
    if not s.take("reverse") or _describes(s) or (of_it and may_be_of_a_layer(s, of_it=True)):
        return None
    s.all("show", "set", "reverse", "add", "flip", "last")
    return [op.Reverse(span) for span in stretches(s) or (op.WHOLE,)]


def _describes(s: Slots) -> bool:
    """Whether a participle only says what something is: "another reversed video"."""
    verb = s.said("set", "show", "add", "flip")
    return not verb and any(
        one.words.lower() in ("reversed", "reversing")
        and any(map(after.is_a, ("video", "clip", "part")))
        for one, after in pairwise(s.tokens)
    )


def normal_speed(s: Slots) -> op.Operation | None:
    """Back to the speed at which it was recorded."""
    if not s.take("normal"):
        return None
    s.all("normal", "show", "set", "back", "last", "have")
    touched = s.it == "clip" and not s.said("video", "all", "whole", "timeline", "clip")
    clip = s.one("nth") or (Clip(touched=True) if touched else None)
    fast = isinstance(clip, Clip) and clip.state in ("fast", "slow")
    need(fast or s.take("speed") or any("speed" in t.words or "速" in t.words for t in s.tokens))
    s.take("speed")
    return op.NormalSpeed() if clip is None else op.Speed(Fraction(1), clip, instead=True)


def speed(s: Slots) -> list[op.Operation] | None:
    """Faster or slower: by a factor, a share, or as the word says."""
    if (fit := s.row("fitted time")) is not None:
        need(s.it == "video" and s.has("faster") != s.has("slower"))
        longer = not s.take("faster")
        s.take("slower")
        return [op.Speed(Fraction(1), length=int(fit["time"].ms), longer=longer)]
    need_one(s, "factor", "percent", "normal") if s.has("normal") else None
    of_normal = s.has("factor", "percent") and s.take("normal")
    if s.has("normal") or (s.has("louder", "quieter") and not s.has("speed")):
        return None
    led = s.chinese and s.said("all")  # "除了最后十秒，全部两倍速"
    need(led or not s.tokens[0].is_a("except"))  # "…, but the last 20 s at 4x"
    need_one(s, "double", "slowmo")
    of_it = any("it" in token.words.lower().split() for token in s.tokens)
    need(not may_be_of_a_layer(s, of_it=of_it))
    spans = stretches(s)
    s.all("show", "set", "add", "last")
    s.row("back to ^factor")
    fast = s.take("faster") or s.take("tooslow")
    slow = s.take("slower") or s.take("toofast")
    if s.has("speed") and not (fast or slow):  # "drop 20-30, slow 10-15 down …" lowers nothing
        need(not any(token.words.lower() in ("louder", "softer", "quieter") for token in s.tokens))
        fast |= s.take("louder")
        slow |= s.take("quieter")
    fast |= s.said("speed") and s.has("up")
    slow |= s.said("speed") and s.has("down")
    motion = s.take("slowmo")
    named = s.take("speed")
    s.all("speed", "up", "down", "faster")
    if s.chinese:
        s.all("longer", "shorter")
    need(not (fast and (slow or motion)))
    need(not (s.said("toofast", "tooslow") and s.has("factor", "number")))
    factor = _factor(s, fast, slow or motion)
    if factor is None:
        need(fast or slow or motion)
        need(spans or s.said("video", "all", "whole", "picture") or not follows_a_sound(s))
        word = "faster" if fast else "slower"
        factor = Fraction(1, 2) if motion else Fraction(degree(s, word)).limit_denominator(100)
    need(not (fast and (factor < 1 or (factor == 1 and spans))))  # "speed it up to 0.5x"
    counted = any(one.is_a("factor") and one.words.lower().endswith("times") for one in s.tokens)
    need(fast or slow or motion or named or of_normal or (s.said("factor") and not counted))
    s.all("more", "bit", "much")
    if factor == 1 and not spans:
        return [op.NormalSpeed()]
    relative = s.said("by") or tells_by_now(s)
    instead = not (fast or slow or motion or relative or (s.said("show") and _names_the_video(s)))
    up_to = any(one.words.lower() in ("to", "up to", "down to", "到", "至") for one in s.tokens)
    share = s.said("percent", "half") and not _names_the_video(s)
    if up_to and not relative and (share or (of_it and s.said("factor"))):
        instead = True  # "speed it up to 3x"
    said = pairwise(s.tokens)
    if any(b.is_a("factor") and a.words.endswith(("到", "至")) for a, b in said):
        instead = True  # "速度提高到3倍" names the speed that it is to have
    spans = spans or (op.WHOLE,)
    return [op.Speed(factor, span, instead=instead) for span in reversed(spans)]


def _names_the_video(s: Slots) -> bool:
    """Whether it is played at a speed of what is there: the video, or a part, and not "it"."""
    return s.said("video", "all", "whole", "clip", "picture", "range", "portion", "nth")


def ramp(s: Slots) -> list[op.Operation] | None:
    """From one speed evenly to another."""
    need(s.take("ramp"))
    ends = [_exact(factor) for factor in s.all("factor")]
    need(len(ends) == 2 and s.said("to") and min(ends) > 0)
    need(not s.said("faster", "louder", "up") or ends[0] < ends[1])
    need(not s.said("slower", "quieter", "down") or ends[0] > ends[1])
    s.all("ramp", "slowly", "show", "set", "add", "speed", "up", "down", "last")
    s.all("faster", "slower", "louder", "quieter")
    spans = ranges(s)
    return [op.Speed(ends[0], span, ends[1]) for span in reversed(spans or (op.WHOLE,))]


def _factor(s: Slots, fast: bool, slow: bool) -> Fraction | None:
    by = s.row("by half")
    if by is not None:
        return Fraction(3, 2) if fast else Fraction(1, 2)
    by = s.row("by percent")
    if by is not None:
        need(fast or slow)
        return _percent(by["percent"], fast=fast)
    if (times := s.row("by|to|at? double")) is not None:
        return Fraction(times["double"]) ** (-1 if slow else 1)
    if s.row("by|to|at? half") is not None:
        need(not fast or s.chinese)
        return Fraction(1, 2) if not fast else Fraction(3, 2)
    to = s.row("to percent", "at percent", "percent ^speed", "percent")
    if to is not None:
        if s.said("slowmo") or ("speed" in to and not s.said("louder", "quieter")):
            return _exact(to["percent"])
        if (fast or slow) and not s.said("to", "at"):
            return _percent(to["percent"], fast=fast)
        return _exact(to["percent"])
    found = s.row("by|to|at|for? factor", "by|to|at number")
    if found is None:
        return None
    factor = _exact(found["factor" if "factor" in found else "number"])
    if factor == 1 and s.chinese:  # "加速一倍" is twice as fast
        return Fraction(1, 2) if slow else Fraction(2)
    need(factor > 0)
    need(not (factor > 1 and slow and "to" in found))  # "slow it down to 2x"
    return 1 / factor if factor > 1 and slow else factor


def _percent(share: float, *, fast: bool) -> Fraction:
    changed = _exact(share)
    need(fast or changed < 1)
    return 1 + changed if fast else 1 - changed


def _exact(value: float | Fraction) -> Fraction:
    return Fraction(value).limit_denominator(10_000)
