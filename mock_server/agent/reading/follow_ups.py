"""A message that only varies the one before it: another value, another range, or once more."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from mock_server.agent import operations as op
from mock_server.agent.clauses.corrections import correction, exchanged
from mock_server.agent.reading.retold import another_text, turned_back
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, Values, index, kind_of, marks, pattern
from mock_server.agent.values.ranges import Clip, Range

MORE = Regex(
    r"(?i)\W*(?:and |then |do (?:it|that) )*(?:again|once (?:more|again)|one more time|twice|more|ditto"
    r"|再来|再来一[次遍]|再一[次遍])\W*"
)

_MARK = "<:time|range|percent|level|number|factor|angle>"
_AS_WELL = pattern(
    r"[ ,]*(?:and |also )?(?:do (?:that|it|the same)|the same|same(?: thing)?|likewise|also|and|plus"
    r"|another(?: one)?|one more)?,? ?(?:for |to |at |from |with |between |in )?(<:range>)"
    r"(?: (?:too|as well|also|likewise|again))?[ .!]*"
    r"|(?:还有)?(<:range>)(?:也|同样)(?:是|要|一样|这样|这么做|如此|处理|照做)*[ 。!]*"
)
_ALONE = pattern(r"[ ,]*(?:from |at |between )?<:range>[ .!]*|(?:还有)?<:range>[ 。!]*")
_RATHER = (
    pattern(rf"[ ,]*(?:(?:hm+|no|oops|ok)[, ]+)*(?:(?:that's|it's|that is|it is) )?(?:way |a bit |much "
    rf"|far |a little )?"
            r"too (?:fast|slow|much|little|long|short|loud|quiet|big|small)[,.:]? (?:(?:make|use|try"
            r"|take|set|rather"
            rf"|better|go)(?: it| that)?(?: to| for| with)? )?({_MARK})(?: (?:please|instead|is enough"
            rf"|is plenty|will do"
            r"|would do))?[ .!]*"),
    pattern(rf"[ ,]*(?:(?:hm+|well|oh|no|nah|ok|okay|actually|sorry)[, ]+)*({_MARK}) (?:(?:would"
        rf" be|is|will be|should be) "
            r"(?:better|enough|plenty|nicer|fine|good|perfect)|would do|will do|is all i need)[ .!]*"),
    pattern(rf"[ ,]*(?:hm+[, ]+)?{_MARK} (?:is|was|are) (?:a bit |far |way )?too [a-z]+,? "
            rf"(?:(?:make|rather|better|try|take) (?:it |that )?)?({_MARK})(?: please| instead)?[ .!]*"),
    pattern(rf"[ ,]*{_MARK}太[长短多少快慢大小高低响轻]了?,(?:改成|改|还是)?({_MARK})(?:就行|就好"
        rf"|吧|就够了|更好)*[ 。!]*"),
    pattern(rf"[ ,]*({_MARK})(?:更好|就行|就够了|就好|好一点)[ 。!]*"),
)  # fmt: skip
_MEANT = pattern(
    r"[ ,]*(?:(?:actually|sorry|or no|or rather|or better|i meant|i said|i mean|make (?:it|that)|rather"
    r"|hm+|no"
    r"|oh|well|nah|wait(?= ?[,:])"
    r"|我是说|应该是|还是)[:, ]*)+"
    r"(?=[\ue010-\ue01f])"
)
_ONCE_MORE = pattern(
    r"[ ,]*(?:and |do (?:it|that) |please )*(?:(?:once|one time|one) more(?: time)?|(?:once )?again"
    r"|same again)"
    r"(?:,? please)?[ .!]*|再来(?:一次|一遍)|再(?:做)?一次|再一遍"
)


# "Same at the beginning please" after a fade at the end.
_SAME_EDGE = pattern(
    r"[ ,]*(?:and )?(?:(?:do )?(?:the )?same|likewise)(?: thing)?(?: again)? (?:at|for"
    r"|in) the (beginning|start|end)"
    r"(?: as a fade[- ](in|out))?(?: please| too| as well)*[ .!]*"
)
_FADED = pattern(r"\bfad(?:e|es|ing)\b[^,]*\b(in|out)\b|\b(?:fade)[- ](in|out)\b")
# "Sorry, only the first 10 s".
_BUT = r"(?:(?:sorry|no|oops|wait|actually|i mean|i meant|on second thoughts?|or rather)[, ]+)"
_ONLY_THERE = pattern(
    rf"[ ,]*{_BUT}*(?:only|just) (?:for |in |at |from )?(<:range>)"
    r"(?: (?:should|must) be [a-z]+| please| i mean)*[ .!]*"
    rf"|[ ,]*{_BUT}+(?:the )?(<:range>) (?:only|alone)(?: please| i mean)*[ .!]*"
)
# "Only b.mp4" behind "mute it".
_ONLY_THAT_FILE = pattern(
    rf"[ ,]*{_BUT}*(?:only|just) (?:for |in )?(<:file>)(?: please| i mean| though)*[ .!]*"
)
_THE_WHOLE = Regex(r"\b(?:it|(?:the )?(?:whole )?video|everything)\b", re.IGNORECASE)


# "70 %" after "set the volume to 50 %".
_BARE = pattern(r"[ ,]*(?:better |rather |then )?(<:percent>)(?: please| instead| then)*[ .!]*")
# "3 seconds please" after a fade without a length.
_AS_LONG = pattern(
    r"[ ,]*(?:(?:make|let) (?:it|that) |(?:that )?should (?:be|take) )?(?:over |for |last )?(<:time>)"
    r"(?: long)?(?: please| instead)*[ .!]*"
)
_FADES = pattern(
    r"[^\ue012\ue013]*\bfade(?:[- ]| (?:it|them|the [a-z]+) )(?:in|out|to black)\b[^\ue010-\ue01f]*"
)
# "A bit more" after "make it louder".
_FURTHER = pattern(
    r"[ ,]*(?:and |just )?(?:(?:even|still|a bit|a little|slightly|some) )+more(?: please)?[ .!]*"
)
_STEPS = pattern(
    r"[^\ue010-\ue01f]*\b(?:louder|quieter|softer|faster|slower|bigger|smaller|larger|up|down)\b"
    r"[^\ue010-\ue01f]*"
)


_MADE = pattern(r"[ ,]*(?:hm+[, ]+)?make it (?=[\ue010-\ue01f])")


@dataclass(frozen=True)
class Before:
    """The last message that changed something, what a pronoun meant when it came, and the one since that
    was not carried out: `tell` is asked for them once they matter."""

    tell: Callable[[], tuple[str, str, str]]

    @property
    def message(self) -> str:
        return self._told[0]

    @property
    def it(self) -> str:
        return self._told[1]

    @property
    def lost(self) -> str:
        return self._told[2]

    @cached_property
    def _told(self) -> tuple[str, str, str]:
        return self.tell()


@dataclass(frozen=True)
class Varied:
    """A marked sentence to be read instead. `undoes` says that it takes the place of the one before;
    `kinds` are the operations that it may ask for."""

    text: str
    undoes: bool = False
    kinds: tuple[type, ...] = field(default=(object,))


# What is done at a time, and moves nothing of what the time is told by.
AT_A_TIME = (
    op.AddLayer, op.AddCaptions, op.Change, op.Level, op.Picture, op.Speed, op.Reverse, op.Repeat,
    op.Cut, op.Keep,
)  # fmt: skip
# Done to another part without moving anything.
_BESIDE = (op.Level, op.Picture, op.Reverse, op.AddLayer)
_OF_ANOTHER = (*_BESIDE, op.Change, op.Speed, op.Rotate)
_MORE = (op.Rotate, op.Cut)
_STEPWISE = (op.Level, op.Speed, op.Change)
_ON_A_PART = (op.Level, op.Picture, op.Reverse)
# "Only the first 2 s" of a layer may be of its own time.
_OF_VIDEO = (*_ON_A_PART, op.Speed, op.Rotate, op.Cut, op.Keep, op.FadeVideo)
_EDGE = Regex(r"(?:the )?(?:first|last|final|opening|closing)\b", re.IGNORECASE)
# "Make it 30 s" may be about the video after what has changed its length.
_AS_LONG_AS_BEFORE = (
    op.FadeVideo,
    op.AddLayer,
    op.Level,
    op.Picture,
    op.Speed,
    op.Change,
    op.Rotate,
)


def varied(before: str, text: str, values: Values) -> Varied | None:
    """The marked sentence `before` as `text` wants it; None when it wants something else."""
    if marks(before, "factor") and _NO.match(text):
        text = _AS_FAST.sub(lambda as_: values.mark("factor", _TIMES[as_[1].lower()], as_[0]), text)
    again = _AS_WELL.fullmatch(text)
    if again and not _ALONE.fullmatch(text):
        if "another" in text.lower() and marks(before, "text"):
            return None  # of other words
        other = _exchanged(before, text[again.start(again.lastindex or 0) :], values, undoes=False)
        still = other and (_at_the_end(text, values) or _before_it(before, text, values))
        return replace(other, kinds=(*_BESIDE, op.Cut)) if other and still else other
    if another := _of_another(before, text, values):
        return another
    if told := another_text(before, text):
        return Varied(told, kinds=(op.AddLayer,))
    if edge := _SAME_EDGE.fullmatch(text):
        agrees = not edge[2] or (edge[2].lower() == "out") == (edge[1].lower() == "end")
        return _at_other_edge(before, edge[1], values) if agrees else None
    if meant := _ONLY_MEANT.fullmatch(text):
        other = _exchanged(before, meant[2], values, undoes=True)
        cut = meant[1] or meant[3]
        return replace(other, kinds=(op.Cut,)) if other and cut else other
    if _OTHER_WAY.fullmatch(text) and marks(before, "angle"):
        return Varied(turned_back(before), True, (op.Rotate,))
    if there := _ONLY_THERE.fullmatch(text):
        span = there[1] or there[2]
        if not pattern("<:range|time>").search(before):
            return Varied(f"{before.rstrip(' .!')} {span}", True, (*_ON_A_PART, op.AddLayer))
        other = _exchanged(before, span, values, undoes=True)
        at_edge = any(map(_EDGE.match, (values.words[i] for i in marks(span, "range"))))
        return replace(other, kinds=_OF_VIDEO) if other and at_edge else other
    if that := _ONLY_THAT_FILE.fullmatch(text):
        whole = list(_THE_WHOLE.finditer(before))
        if len(whole) != 1 or marks(before, "range", "time", "file"):
            return None
        told = f"{before[: whole[0].start()]}{that[1]}{before[whole[0].end() :]}"
        return Varied(told, True, (*_ON_A_PART, op.Speed, op.Rotate))
    if share := _SHARE_OF_THAT.fullmatch(text):
        return _times_as_much(before, share[1].lower(), values)
    if (more := _ANOTHER.fullmatch(text)) and (longer := exchanged(before, more[1], values)):
        return Varied(longer, kinds=(op.Cut,))
    if _ONCE_MORE.fullmatch(text):
        return Varied(before, kinds=_MORE) if _of_an_edge(before, values) else None
    if _FURTHER.fullmatch(text) and _STEPS.fullmatch(before):
        return Varied(f"{before.rstrip(' .!')} a bit", kinds=_STEPWISE)
    if bare := _BARE.fullmatch(text):
        return _exchanged(before, bare[1], values, undoes=True)
    if (long := _AS_LONG.fullmatch(text)) and _FADES.fullmatch(before):
        return Varied(f"{before.rstrip(' .!')} over {long[1]}", True, (op.FadeVideo, op.Change))
    for rather in _RATHER:
        if found := rather.fullmatch(text):
            return _exchanged(before, found[found.lastindex or 0], values, undoes=True)
    if made := _MADE.match(text):
        other = _exchanged(before, text[made.end() :], values, undoes=True)
        return replace(other, kinds=_AS_LONG_AS_BEFORE) if other else None
    meant = _MEANT.match(text)
    sure, rest = (True, text[meant.end() :]) if meant else correction(text)
    return _exchanged(before, rest, values, undoes=True) if sure and rest else None


# "Oops, I only wanted the last 10 s gone".
_ONLY_MEANT = pattern(
    r"[ ,]*(?:(?:oops|no|sorry|oh|ah|wait)[, ]+)*i (?:only|just) (?:wanted|meant|needed)(?: to"
    r" (cut|remove|delete|lose))? (<:range>)(?: (gone|out|off|cut|removed|deleted|to go))?[ .!]*"
)
# "Wrong way, the other direction".
_OTHER_WAY = pattern(
    r"[ ,]*(?:(?:oops|no|nope|sorry|oh|ah|wait|hm+|that's|(?:that's )?the wrong (?:way|direction)"
    r"|wrong (?:way|direction))[, ]+)+(?:(?:rotate|turn) it )?(?:in )?the other (?:way|direction)"
    r"(?: a?round)?(?: please| instead)*[ .!]*"
)
# "No, twice as fast" after "at 1.5x" is instead of that.
_NO = Regex(r"[ ,]*(?:no|nope|nah|actually|wait|sorry|rather|make (?:it|that))\b", re.IGNORECASE)
_AS_FAST = Regex(r"\b(half|twice|double)(?: as fast| (?:the )?speed)", re.IGNORECASE)
_TIMES = {"half": Fraction(1, 2), "twice": Fraction(2), "double": Fraction(2)}
# "Half that" after "at 50 %"; "another 5 please" after "cut the first 5 s".
_SHARE_OF_THAT = pattern(
    r"[ ,]*(?:hm+[, ]+|no[, ]+|sorry[, ]+|actually[, ]+|make it |make that )*(half|double|twice)(?:"
    r" of)? (?:that|as"
    r" much|that much)(?: please)?[ .!]*"
)
_ANOTHER = pattern(
    r"[ ,]*(?:and |now |cut |take |trim )*(?:another|a further) (<:time|number>)(?: more| please| off|"
    r" too)*[ .!]*"
)


def _times_as_much(before: str, times: str, values: Values) -> Varied | None:
    """The sentence before with its one level, or share, times as much."""
    found = marks(before, "percent")
    if len(found) != 1 or marks(before, "range", "factor", "time"):
        return None
    value = values.items[found[0]] * (0.5 if times == "half" else 2)
    return _exchanged(before, values.mark("percent", value), values, undoes=True)


_NTH = "(?:first|second|third|fourth|last)"
_OTHER_ONE = pattern(
    r"[ ,]*(?:and |now |please |do )*(?:the )?(?:same(?: thing)?|likewise)(?: for| with| to| on)? "
    rf"(?:the ({_NTH})(?: (?:one|clip|title|caption|logo|sound))?|(<:file>)|the (other)(?: (?:one|clip))?)"
    r"(?: too| as well| please)*[ .!]*"
    rf"|[ ,]*(?:and |now |please )*(?:the ({_NTH})(?: (?:one|clip|title|caption))?|(<:file>)|the (o"
    rf"ther) (?:one|clip))"
    r" (?:too|as well|also)(?: please)?[ .!]*"
)
_NAMED = pattern(rf"\bthe ({_NTH})(?= (?:clip|title|caption|video|shot|segment)\b)|<:file>")
_NTH_CLIP = pattern(rf"\bthe ({_NTH}) clip\b")


def _of_another(before: str, text: str, values: Values) -> Varied | None:
    """The message before, of another clip or text: "same for the second one"."""
    if not (match := _OTHER_ONE.fullmatch(text)):
        return None
    nth, file, other = (match[i] or match[i + 3] for i in (1, 2, 3))
    named = list(_NAMED.finditer(before))
    if len(named) != 1 or (file is None) == (not named[0][1]):
        return None
    if other:
        clip = _NTH_CLIP.search(before)
        if clip is None or clip[1].lower() not in ("first", "second"):
            return None
        told = values.mark("range", Clip(int(clip[1].lower() == "first"), of=2), "the other clip")
        return Varied(before[: clip.start()] + told + before[clip.end() :], kinds=_OF_ANOTHER)
    said = file or f"the {nth}"
    return Varied(before[: named[0].start()] + said + before[named[0].end() :], kinds=_OF_ANOTHER)


def _at_the_end(text: str, values: Values) -> bool:
    """Whether a range counts from the end, which a cut before it does not move."""
    spans = [values.items[i] for i in marks(text, "range")]
    return all(isinstance(one, Range) and one.start < 0 and one.end is None for one in spans)


def _before_it(before: str, text: str, values: Values) -> bool:
    """Whether a range lies before all that a cut in front of it names, which does not move it."""
    spans = [values.items[i] for i in marks(text, "range")]
    were = [values.items[i] for i in marks(before, "range")]
    if not all(isinstance(one, Range) for one in (*spans, *were)):
        return False
    ends = [one.end for one in spans]
    return all(
        end is not None and end > 0 and (was.start < 0 or end <= was.start)
        for end in ends
        for was in were
    )


def _of_an_edge(before: str, values: Values) -> bool:
    """Whether all parts that a sentence names begin, or end, the video: the rest has moved."""
    spans = [values.items[i] for i in marks(before, "range")]
    return all(
        isinstance(one, Range) and (one.start == 0 or (one.start < 0 and one.end is None))
        for one in spans
    )


def _cut_at_other_edge(before: str, edge: str, values: Values) -> Varied | None:
    """ "Cut the last 4 s" with the first 4 s, and the other way round."""
    found = [one for one in MARK.finditer(before) if kind_of(one[1]) == "range"]
    span = values.items[index(found[0][2])] if len(found) == 1 else None
    at_end = edge.lower() == "end"
    if not isinstance(span, Range) or marks(before, "text", "time"):
        return None
    if span.start < 0 and span.end is None and not at_end:
        other = Range(0, -span.start)
    elif span.start == 0 and span.end is not None and span.end > 0 and at_end:
        other = Range(-span.end, None)
    else:
        return None
    mark = values.mark("range", other, values.words[index(found[0][2])])
    text = before[: found[0].start()] + mark + before[found[0].end() :]
    return Varied(text, kinds=(op.Cut, op.Level, op.Picture, op.Reverse))


def _at_other_edge(before: str, edge: str, values: Values) -> Varied | None:
    """A fade, or what is done to so many seconds, of one edge, at the other one."""
    faded = _FADED.search(before)
    if faded is None:
        return _cut_at_other_edge(before, edge, values)
    way = (faded[1] or faded[2]).lower() if faded else ""
    wanted = "out" if edge.lower() == "end" else "in"
    if faded is None or way == wanted:
        return None
    plain = re.sub(r"(?: at| towards| on)? the (?:very )?(?:end|start|beginning)\b", "", before)
    return Varied(re.sub(rf"\b{way}\b", wanted, plain, count=1), kinds=(op.FadeVideo, op.Change))


def _exchanged(before: str, rest: str, values: Values, *, undoes: bool) -> Varied | None:
    if not undoes:
        mark = pattern("<:range>").search(rest)
        rest = mark[0] if mark else rest
    text = exchanged(before, rest, values)
    if text is None:
        return None
    return Varied(text, undoes, (object,) if undoes else _BESIDE)


_BRINGS_BACK = Regex(
    r"[ ,]*(?:(?:oh no|oh|no|oops|sorry|wait|hm+|actually|i changed my mind|forget (?:it|that)"
    r"|never ?mind)[ ,.!]+)*(?:please |can you "
    r"|could you )?"
    r"(?:bring|put|give|get) (?:it|that|them|that (?:part|bit|one)|the (?:title|logo|music|caption"
    r"|watermark|song))"
    r"(?: me)? back(?: in| again| please|, please)*[ .!?]*",
    re.IGNORECASE,
)


_ONLY_BEHIND = Regex(
    r"[ ,]*(?:(?:sorry|no|oops|wait|actually|i mean|i meant)[, ]+)+(?:only|just)\b", re.I
)


def only_there(text: str) -> bool:
    """Whether a message says that the one before it was meant for a part only."""
    return bool(_ONLY_BEHIND.match(text))


def brings_back(text: str) -> bool:
    """Whether a message wants back what was just taken away: "oh no, bring it back"."""
    return bool(_BRINGS_BACK.fullmatch(text))


_WANTED_BACK = Regex(r"\bthe (title|logo|music|caption|watermark|song)\b", re.IGNORECASE)
_ROLES = {"logo": "overlay", "watermark": "overlay", "song": "music"}


def took_away(done: Sequence[op.Operation], wanted: str) -> bool:
    """Whether a message did nothing but take something away, and that which is wanted back."""
    if not done or not all(isinstance(one, op.Cut | op.Remove | op.RemoveClip) for one in done):
        return False
    named = _WANTED_BACK.search(wanted)
    role = _ROLES.get(named[1].lower(), named[1].lower()) if named else None
    return role is None or all(
        isinstance(one, op.Remove) and one.target.roles == (role,) for one in done
    )
