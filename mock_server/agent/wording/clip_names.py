"""Names for clips of the main track, said as the lexicon knows them: "every clip but the second",
"clip two", "the shorter one", "the first piece"."""

import re
from collections.abc import Callable
from functools import partial
from re import Match

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, marks, pattern
from mock_server.agent.values.ranges import Clip, Others
from mock_server.agent.values.rules import Rules, with_values

Said = str | Callable[[Values, Match[str]], str]

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_COUNTED = {"one": "first", "two": "second", "three": "third", "four": "fourth"}
_ZH = {"一": 0, "二": 1, "三": 2, "四": 3}
_NTH = "(?:first|second|third|fourth|last|final)"
_CLIP = "(?:clip|video|shot|segment|piece|part)"
_CLIPS = "(?:clips|videos|shots|segments|pieces|parts)"
_ZH_CLIP = "(?:段|个片段|个视频|个镜头|份|部分|块)(?:视频|素材|片段)?"
_ZH_ONE = rf"(?:第[一二三四]{_ZH_CLIP}|最后一{_ZH_CLIP}|中间那?(?:一)?段|<:file>(?:那?一?段)?)"
_HOW = (
    r"(?=(?: (?:should be|is|to be|goes|plays|runs))? ?(?:at (?:<:factor|percent|level>|half|doubl"
    r"e)|muted|silent|silenced|mute\b"
    r"|in (?:black|sepia|warm|cool|reverse|slow)|to <|by <|black (?:and|&) white|b&w|sepia|warm|co"
    r"ol|vintage|reversed"
    r"|backwards|with no sound|without sound|twice as|half as|<:factor|percent>|not at all"
    r"|(?:can )?stays?\b|unchanged))"
)


def _one(name: str, values: Values) -> Clip | None:
    """The clip that some words name; None when it is none of the main track."""
    if found := marks(name, "file"):
        told = str(values.items[found[0]])
        return None if is_picture(told) or is_sound(told) else Clip(name=told)
    lowered = name.lower()
    if "middle" in lowered or "中间" in name:
        return Clip(1, of=3)
    if "最后" in name:
        return Clip(-1)
    number = next((at for word, at in {**_ORDINALS, **_ZH}.items() if word in lowered), None)
    return None if number is None else Clip(number)


def _others(values: Values, match: Match[str]) -> str:
    clip = _one(match[1], values)
    return match[0] if clip is None else values.mark("range", Others(clip), match[0])


def _zh_others(values: Values, match: Match[str]) -> str:
    return _others(values, match) + "都"


def _first_few(values: Values, match: Match[str]) -> str:
    many = {"two": 2, "three": 3, "两": 2, "三": 3}[match[2].lower()]
    ends = match[1].lower() in ("last", "final", "后", "最后")
    numbers = range(-many, 0) if ends else range(many)
    link = " and " if match[2].isascii() else "和"
    return link.join(values.mark("range", Clip(one), match[0]) for one in numbers)


def _lasting(values: Values, match: Match[str]) -> str:
    longest = match[1].lower().startswith(("long", "长"))
    compared = match[1].lower() in ("shorter", "longer", "短", "长", "较短", "较长")
    clip = Clip(lasting="longest" if longest else "shortest", of=2 if compared else None)
    return values.mark("range", clip, match[0])


_STATES = {
    "fast": ("sped", "faster", "加速", "变快", "快放"), "slow": ("slow", "减速", "放慢", "慢"),
    "reverse": ("reversed", "backwards", "倒放"), "silent": ("muted", "silen", "静音"),
    "gray": ("black", "b&w", "黑白"),
}  # fmt: skip


def _having(values: Values, match: Match[str]) -> str:
    said = match[1].lower()
    state = next(one for one, words in _STATES.items() if said.startswith(words))
    return values.mark("range", Clip(state=state), match[0])


def _piece(values: Values, match: Match[str]) -> str:
    clip = _one(match[1], values)
    told = clip or Clip()
    return values.mark("range", Clip(told.number, of=told.of, piece=True), match[0])


def _of_two(number: int) -> Said:
    return lambda values, match: values.mark("range", Clip(number, of=2), match[0])


def _both(values: Values, match: Match[str]) -> str:
    found = [_one(match[group], values) for group in (1, 2)]
    if None in found:
        return match[0]
    link = " and " if match[0].isascii() else "和"
    return link.join(
        values.mark("range", clip, match[group + 1]) for group, clip in enumerate(found)
    )


_RULES: tuple[tuple[str, Said], ...] = (
    (
        r"\b(?:clip|segment|shot) (?:number |no\.? ?)?(one|two|three|four)\b(?! (?:seconds?|minute"
        r"s?|frames?)\b)",
        lambda _, match: f"the {_COUNTED[match[1].lower()]} clip",
    ),
    # --- all but one
    (
        rf"\b(?:all(?: of)?(?: the| my| these)?|every|each)(?: single)? (?:{_CLIP}|{_CLIPS}),? (?:b"
        rf"ut|except(?: for)?|apart from"
        rf"|other than|save|besides|excluding|bar)(?: for)? (?:the )?((?:(?:{_NTH}|middle)(?: (?:on"
        rf"e|{_CLIP}))?|<:file>))(?= |[,.!]|\Z)",
        _others,
    ),
    (
        rf"除了?({_ZH_ONE})(?:以外|之外|外)?的?,?(?:其他|其它|其余|别|剩下|另外|所有)?的?(?:两|三"
        rf"|几)?(?:片段|视频|段|个片段|素材)?"
        r"(?:都|全都|全部|全|也都|统统)",
        _zh_others,
    ),
    # --- several
    (rf"\bthe (first|last|final) (two|three) {_CLIPS}\b", _first_few),
    (r"(?<![以之目第前])(最后|前|后)(两|三)(?:段|个片段|个视频|个镜头)(?:视频|素材|片段)?(?=(?:都|全"
     r"|也)*[^,秒和]{2})",
     _first_few),
    (rf"(?<!between )(?<!swap )(?<!switch )(?<!exchange )\b(?:both )?the ({_NTH}|middle) and the ("
     rf"{_NTH}|middle) clips?\b",
     _both),
    # --- by what they are
    (
        r"(?<!as long as )\bthe (shorter|longer|shortest|longest)(?: one)?(?: of (?:the|my|these) "
        r"(?:two )?clips| "
        r"of (?:the two|both|them))(?=[ ,.!]|\Z)",
        _lasting,
    ),
    (
        r"(?<!as long as )(?<!length of )(?<!duration of )(?<!that of )(?<!equal to )(?<!when )(?<!with )"
        rf"\bthe (shorter|longer|shortest|longest) (?:{_CLIP}|one)\b(?! of|'s (?:length|duration))",
        _lasting,
    ),
    (r"(最?[短长])的?(?:那|这)(?:一)?(?:段|个片段|个视频)(?:视频|素材)?", _lasting),
    (
        r"\bthe (sped[- ]up|faster|slowed[- ]down|slow[- ]motion|slower|reversed|backwards|muted|s"
        r"ilent|silenced|black (?:and|&) white|b&w)"
        r" (?:clip|part|piece|section|bit|segment|one)\b(?! of)",
        _having,
    ),
    (r"(加速|变快|快放|减速|放慢|慢放|慢动作|倒放|静音|黑白)(?:了)?的(?:那|这)?(?:一)?(?:段|个片段"
     r"|部分)(?:视频)?",
     _having),
    # --- pieces of what was split
    (
        r"\b(split|divide|slice|chop)( it| this| that| the (?:video|clip|whole thing)| everything)"
        r"?(?: up)? (?:at )?every (<:time>)",
        r"split at intervals of \3",
    ),
    (
        r"(?:每隔?|按) ?(<:time>)(?:就)?(?:切一刀|切一下|切一次|切开|分一段|切一段|剪一刀|分"
        r"成一段|切成一段|断开|分割一次|分割)",
        r"等距\1切开",
    ),
    (rf"\bthe ({_NTH}|middle) (?:piece|part|section|bit|chunk)\b(?! of\b|'s| (?:second|minute)|,? ?"
     rf"(?:\(|<:range|time>|from\b|between\b|at <:time|range>))",
     _piece),
    (r"(第[一二三四](?:份|部分|块)|最后一(?:份|部分|块)|中间(?:那|的|那一)?(?:份|部分|块))", _piece),
    (r"后面的?(?:那|这)(?:一)?(?:段|部分|半)(?:视频|片段)?(?![\ue000-\ue01f]|留|保留|不|别|也)",
     _of_two(1)),
    # --- nothing else
    (rf"只有({_ZH_ONE})(?:才)?(?:需要|要|得)?(?=[^,]{{1,12}}\Z)", r"\1"),
    (rf"({_ZH_ONE})(?:单独|自己)(?=[^,]{{1,12}}\Z)", r"\1"),
    (r"\A[ ,]*(?:please )?(?:only|just) (mute|reverse|silence|slow down|speed up|rotate) (?=<:file"
     r">)",
     r"\1 "),
)  # fmt: skip
_TURNS = Rules(_RULES)

_NAMED = Regex(rf"\b{_NTH} (?:clip|video clip|shot|segment)\b", re.IGNORECASE)
_BRIEFLY = pattern(
    rf"(?<=[a-z] )the ({_NTH}|middle)(?=[ .!]*\Z|,)"
    rf"|\bthe ({_NTH}|other) one\b(?! of)|(?:(?<=, )|(?<= and )|(?<= but ))(?:the )?({_NTH})(?: one)?{_HOW}"
)
_NOT_AT_ALL = pattern(
    rf"(<:percent>|half)( volume)?(,? and the {_NTH} clip) not at all(?=[ .!]*\Z)"
)


def clip_names(text: str, values: Values) -> str:
    """A marked sentence in which clips of the main track are named in full."""
    text = _TURNS.apply(text, with_values(values))
    named = _NAMED.search(text)
    if named is None:
        return text
    text = text[: named.end()] + _BRIEFLY.sub(partial(_in_full, values), text[named.end() :])
    return _NOT_AT_ALL.sub(r"\1\2\3 muted", text)


def _in_full(values: Values, match: Match[str]) -> str:
    nth = next(one for one in match.groups() if one).lower()
    return match[0] if nth == "other" else f"the {nth} clip"
