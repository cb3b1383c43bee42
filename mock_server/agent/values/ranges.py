"""Replace two times that form a range, in English or Chinese, with one placeholder."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import UNREADABLE, Values, index, pattern
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.rules import Rules


@dataclass(frozen=True)
class Range:
    """Milliseconds on the timeline; what is negative counts from its end, no `end` is its end."""

    start: int
    end: int | None

    def on(self, duration: int) -> tuple[int, int]:
        """Start and end on a timeline of `duration` ms, clipped to it; empty when outside."""
        start = max(0, duration + self.start) if self.start < 0 else min(self.start, duration)
        end = duration if self.end is None else min(self.end, duration)
        end = max(0, duration + end) if end < 0 else end
        return start, end


@dataclass(frozen=True)
class Portion:
    """A share of the timeline: where it starts and ends, 0-1."""

    start: Fraction
    end: Fraction

    @property
    def length(self) -> Fraction:
        """How much of the timeline it is."""
        return self.end - self.start

    def on(self, duration: int) -> tuple[int, int]:
        """Start and end on a timeline of `duration` ms."""
        return half_up(self.start * duration), half_up(self.end * duration)


@dataclass(frozen=True)
class Middle:
    """So many milliseconds around the middle of the timeline."""

    length: int

    def on(self, duration: int) -> tuple[int, int]:
        """Start and end on a timeline of `duration` ms; empty when it is not as long."""
        start = (duration - self.length) // 2
        return (start, start + self.length) if start >= 0 else (0, 0)


@dataclass(frozen=True)
class Clip:
    """A segment of the main track, by its number (0 the first, -1 the last) or its file; with `of` only
    where there are so many. `touched` is the one that was placed or edited last, `lasting` the
    `shortest` or the `longest`, `state` the one that is `fast`, `slow`, `reverse`, `silent` or `gray`,
    `piece` one that has to be there beside others."""

    number: int = 0
    name: str | None = None
    of: int | None = None
    touched: bool = False
    lasting: str | None = None
    state: str | None = None
    piece: bool = False


@dataclass(frozen=True)
class Within:
    """A range of one clip, counted from where that begins or ends: "the last 3 s of the second clip"."""

    clip: Clip
    part: Range


@dataclass(frozen=True)
class Others:
    """Every segment of the main track but one."""

    but: Clip


Stretch = Range | Portion | Middle | Clip | Within | Others


def all_but(found: Sequence[Stretch]) -> tuple[Stretch, ...] | None:
    """What is left of the timeline beside some ranges, in order; None when that cannot be told."""
    if len(found) == 1 and isinstance(found[0], Portion):
        sides = (Portion(Fraction(0), found[0].start), Portion(found[0].end, Fraction(1)))
        return tuple(side for side in sides if side.start < side.end)
    spans = [one for one in found if isinstance(one, Range)]
    from_end = [one for one in spans if one.start < 0]
    if len(spans) != len(found) or len(from_end) > 1:
        return None
    at = 0
    rest: list[Stretch] = []
    for span in sorted(spans, key=lambda each: (each.start < 0, each.start)):
        if 0 <= span.start < at:
            return None
        rest += [Range(at, span.start)] if span.start != at else []
        if span.end is None:
            return tuple(rest)
        at = span.end
    return (*rest, Range(at, None))


_WHOLE = r"(?: of (?:the |your |my )?(?:whole |entire )?(?:video|timeline|clip|edit|footage|film))?"
_START = rf"(?:the )?(?:very )?(?:start|beginning){_WHOLE}|(?:视频|片子)?的?(?:开头|开始|起点|片头)"
_END = rf"(?:the )?(?:very )?end{_WHOLE}|(?:视频|片子|时间线)?的?(?:结尾|末尾|结束|最后|片尾|终点|尽头)"
_TO = (
    r" ?(?:(?:and (?:running|going|lasting|continuing|playing)|and up|right|all the way) (?:through "
    r"|up )?(?:to|until)|through to"
    r"|-->|->|→|\.{2,3}|…|-|to|till|until|through|up to|到|至|直到) ?"
)
_FOR = (
    r",? ?(?:and )?(?:it )?(?:for|lasts|lasting|running|runs|stays?|remains?"
    r"|(?:with )?(?:a )?(?:duration|length)(?: of| is|:|=)?|"
    r"(?:一直)?(?:持续|显示|时长|长度|长|播放|展示|停留)(?:时间|时长)?为?|共)(?: for)?:? ?"
)
_AT = (
    r"(?:start(?:ing|s)? |begin(?:ning|s)? )?(?:at|from)|\bstart(?:s|ing)?(?: time)?[:=]?|在|从|自"
)
_LENGTH_OF = (
    r"(?:the )?(?:first|opening|initial)|(?<![提目以之])(?:最前面?的?|前面?的?)"
    r"|开头[的那]?|起始的?|最开始的?|片头的?|头"
)
# "make the title last 5 seconds" is no range, "cut the last 5 seconds" is one.
_VERBS = ("cut", "remove", "delete", "trim", "keep", "drop", "off", "mute", "reverse", "and", ",")
_LAST_AFTER = "|".join((r"\A", *(f"(?<={verb} )" for verb in _VERBS), r"\b(?:the|its) "))
_LAST = (
    rf"(?:{_LAST_AFTER})(?:last|final|closing|concluding|ending)"
    r"|最[后末]面?[的那]?|倒数|结尾[的那]?|末尾[的那]?|后面的?|片尾[的那]?|(?<![\ue000最之以])后"
)
# "Trim it to 30 s from the end": which end is cut?
_NOT_DOWN_TO = "".join(
    rf"(?<!{one} to )" for one in ("it", "video", "clip", "trim", "cut", "shorten", "down")
)
_OFF = r",? ?(?:off|from|at|of|in) (?:the )?(?:very )?"

Builder = Callable[[list[Time]], Range | Middle]
_RULES: tuple[tuple[str, Builder], ...] = (
    (
        r"(?:from |从 ?|自 ?)?(?:the )?<time>(?: in)?,? ?(?:to|until|till|through|-|到|至) ?"
        rf"(?:<time> before (?:{_END})|(?:{_END})前<time>)",
        lambda t: Range(t[0].ms, -t[1].ms),
    ),
    (rf"\b(?:until|till|up to) <time> before (?:{_END})", lambda t: Range(0, -t[0].ms)),
    (
        r"从?(?:倒数|最后)<time>(?:开始)?(?:一直)?[到至-](?:倒数|最后)<time>(?:为止|之间)?",
        lambda t: Range(-t[0].ms, -t[1].ms),
    ),
    (
        r"从?倒数<time>(?:开始|起)?(?:一直)?(?:[到至-](?:结尾|最后|末尾|结束))?(?![到至])",
        lambda t: Range(-t[0].ms, None),
    ),
    (
        r"(?<![改移挪放推换调提])(?:从(?:头|开头)(?:开始)?)?(?:一直)?[到至](?:视频)?的?(?:结束|结尾|片尾|末尾)(?:之)?前的?<time>",
        lambda t: Range(0, -t[0].ms),
    ),
    (r"(?:结束|结尾|片尾|末尾)(?:之)?前的?<time>", lambda t: Range(-t[0].ms, None)),
    (rf"(?:{_AT}) ?<time> ?(?:开始|起|处|的地方)?{_FOR}<time>", lambda t: _spanning(t[0], t[1])),
    (
        r"(?:for|lasting|持续) <time>,? (?:start|beginn)ing (?:at|from) <time|number>",
        lambda t: _spanning(t[1], t[0]),
    ),
    (
        r"(?<!to )(?<!-)(?<!and )<time>,? (?:starting|beginning) (?:at|from) <time>"
        r"(?! (?:in|into|of) the (?:file|song|track|music))",
        lambda t: _spanning(t[1], t[0]),
    ),
    (
        r"start(?:ing|s)?(?: time)?(?: at|:|=| of)? ?<time>,? (?:and )?end(?:ing|s)?(?: time)?"
        r"(?: at|:|=| of)? ?<time>",
        lambda t: Range(t[0].ms, t[1].ms),
    ),
    (
        r"\b(?:start|beginn)ing (?:at|from) <time>,? (?:and )?(?:(?:end|stopp|finish|clos)ing (?:at|with)"
        r"|(?:last|runn|go|continu)ing (?:on )?(?:until|till|to|up to)) <time>",
        lambda t: Range(t[0].ms, t[1].ms),
    ),
    (
        r"(?:开始|起始)(?:时间)?(?:于|为|在|:)? ?<time>,? ?(?:并)?"
        r"(?:结束|终止)(?:时间)?(?:于|为|在|:)? ?<time>",
        lambda t: Range(t[0].ms, t[1].ms),
    ),
    (
        r"(?:appear|start|begin|com(?:e|ing) in|show up|pop up)(?:s|ing)? (?:at|from) <time"
        r"|number>,? (?:and )?"
        r"(?:disappear|end|go away|leave|vanish|stop|go)(?:e?s|ing)? (?:at|after) <time>",
        lambda t: _from_to(t[0], t[1]),
    ),
    (r"between (?:the )?<number> and (?:the )?<time> marks?", lambda t: _from_to(t[0], t[1])),
    (rf"between (?:the )?<time> and (?:{_END})", lambda t: Range(t[0].ms, None)),
    (r"between <time|number> and <time>", lambda t: _from_to(t[0], t[1])),
    (r"between second <number> and (?:second )?<number>", lambda t: _from_to(t[0], t[1])),
    (rf"\bseconds <number>{_TO}<number>", lambda t: _from_to(t[0], t[1])),
    (
        r"\bthe (?:last )?<time> (?:right |just |immediately )?before <time>",
        lambda t: Range(max(0, t[1].ms - t[0].ms), t[1].ms),
    ),
    (r"between <number> and <number>", lambda t: _from_to(t[0], t[1])),
    (
        rf"(?:from |从 ?|自 ?|在 ?)?(?:the )?<time|number>(?: ?(?:开始|起))?{_TO}(?:the )?<time>"
        r"(?:之间|为止)?",
        lambda t: _from_to(t[0], t[1]),
    ),
    (r"<time>和<time>之间", lambda t: _from_to(t[0], t[1])),
    (
        rf"(?:from |从 ?|自 ?)<number>{_TO}<number>(?! ?(?:%|seconds? long))",
        lambda t: _from_to(t[0], t[1]),
    ),
    (
        r"(?:(?:(?:start|beginn)ing )?(?:from|at) |从 ?|自 ?)?(?:the )?<time|number>(?:开始|起)?(?:一直)?"
        rf"{_TO}(?:{_END})",
        lambda t: Range(t[0].ms, None),
    ),
    (rf"(?:from |从 ?)?(?:{_START}){_TO}(?:the )?<time>", lambda t: Range(0, t[0].ms)),
    (rf"{_NOT_DOWN_TO}<time>{_OFF}(?:start|beginning|front)\b", lambda t: Range(0, t[0].ms)),
    (rf"{_NOT_DOWN_TO}<time>{_OFF}(?:end|back)\b", lambda t: Range(-t[0].ms, None)),
    (rf"(?:{_LENGTH_OF}) ?<time>", lambda t: Range(0, t[0].ms)),
    (
        r"(?:the )?(?:very )?(?:middle|central) <time>|中间的?(?:那)?<time>",
        lambda t: Middle(t[0].ms),
    ),
    (rf"(?:{_LAST}) ?<time>", lambda t: Range(-t[0].ms, None)),
    (r"\b(?:after|past|beyond) (?:the )?<time>(?: mark)?", lambda t: Range(t[0].ms, None)),
    (
        r"\bfrom (?:the )?<time|number>(?: mark)? on(?:wards?)?\b(?! (?:the|a|screen|top)\b)",
        lambda t: Range(t[0].ms, None),
    ),
    (rf"\A<number>{_TO}<number>(?= (?:at|in) )", lambda t: _from_to(t[0], t[1])),
    (
        rf"(?<=\ue000 )<number>{_TO}<number>(?= (?:at|in|on)\b| ?,| and\b)",
        lambda t: _from_to(t[0], t[1]),
    ),
    (
        r"(?<![\w-])<number>-<number>"
        r"(?! ?(?:titles?|clips?|times|frames|words|px|pixels|people|items|:|-))",
        lambda t: _from_to(t[0], t[1]),
    ),
    (
        rf"(?:(?<=\ue000 and )|(?<=\ue000, and ))<number>{_TO}<number>(?=(?: too| as well| also)?\W*\Z)",
        lambda t: _from_to(t[0], t[1]),
    ),
    (
        r"(?<!素材)(?<!素材从)(?<!素材自)从?<time>起(?![始播])(?!,?(?:持续|显示|停留|时长))",
        lambda t: Range(t[0].ms, None),
    ),
    (r"从?<time>(?:之后|以后|往后|后面|后)", lambda t: Range(t[0].ms, None)),
    (r"\b(?:before|until|till|up to) (?:the )?<time>(?: mark)?", lambda t: Range(0, t[0].ms)),
    (r"<time>(?:之前|以前|前面|前)", lambda t: Range(0, t[0].ms)),
)
_TIMES = Rules(_RULES)


def _spanning(start: Time, length: Time) -> Range:
    return Range(start.ms, start.ms + length.ms)


def _from_to(start: Time, end: Time) -> Range:
    return Range(start.ms, end.ms)


def take_ranges(text: str, values: Values) -> str:
    """`text` with a `<range>` mark for each pair of times (or single end) that says a range."""
    text = _TIMES.apply(text, lambda build: partial(_mark, build, values))
    text = _BEYOND.sub(partial(_beyond, values), text)
    for regex, outer, inner in _NESTED:
        text = regex.sub(partial(_nested, outer, inner, values), text)
    return _DURING.sub(r"\1", text) if _CHINESE_RANGE.search(text) else text


_WHOLE_VIDEO = "整[个段]视频|全片"
_CHINESE_RANGE = pattern(f"(?:<:range>|{_WHOLE_VIDEO})[期的之以内这时止里中]")
# "2秒到6秒期间", "自2秒起至6秒止": the range has said it.
_DURING = pattern(
    rf"(<:range>|{_WHOLE_VIDEO})(?:的?(?:期间|时段|(?:这|那)一?段(?:时间|期间)?(?:里面?|内|之内)?|时间(?:里面?|段)?内?)"
    r"|[之以]?内|止|里面?|中)(?=[,:;.!]|\Z|[把将让给使用以在为淡渐从由叠添显播])"
)


# "After the first 10 s", "before the last 10 s".
_BEYOND = pattern(r"\b(?:after|before) (?:the )?<range>")
_FIRST_OR_LAST = Regex(r"\b(?:first|last|opening|closing|final|initial)\b", re.IGNORECASE)


def _beyond(values: Values, match: re.Match[str]) -> str:
    one, i = values.items[index(match[1])], index(match[1])
    after = match[0][0] in "aA"
    if not isinstance(one, Range) or not _FIRST_OR_LAST.search(values.words[i]):
        return match[0]
    if after and one.start == 0 and one.end:
        return values.mark("range", Range(one.end, None), match[0])
    if not after and one.start < 0 and one.end is None:
        return values.mark("range", Range(0, one.start), match[0])
    return match[0]


# "The last 5 s of the first 20 s".
_NESTED = (
    (pattern(r"<range> of (?:the |those |these )?<range>"), 2, 1),
    (pattern(r"<range>(?:里面|里|中|内|当中|之内)?(?:面)?的<range>"), 1, 2),
)


def _nested(outer: int, inner: int, values: Values, match: re.Match[str]) -> str:
    """The mark of a range within another; an unknown word where that cannot be told."""
    whole, part = (values.items[index(match[group])] for group in (outer, inner))
    found = None
    if isinstance(whole, Range) and isinstance(part, Range):
        found = _within(whole, part)
    return f" {UNREADABLE} " if found is None else values.mark("range", found, match[0])


def _within(whole: Range, part: Range) -> Range | None:
    end = 0 if whole.start < 0 else whole.end
    if part.start < 0 and part.end is None and end is not None:
        return Range(end + part.start, end or None)
    if part.start == 0 and part.end is not None and whole.start + part.end != 0:
        return Range(whole.start, whole.start + part.end)
    return None


def _mark(build: Builder, values: Values, match: re.Match[str]) -> str:
    found = [values.items[index(digits)] for digits in match.groups() if digits]
    times = [value for value in found if isinstance(value, Time)]
    unit = times[-1].unit if times else 1_000
    as_times = [v if isinstance(v, Time) else Time(half_up(v * unit)) for v in found]
    return values.mark("range", build(as_times), match[0])
