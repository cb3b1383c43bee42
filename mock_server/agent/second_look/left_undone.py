"""What leans on a message that was not carried out: "only the first half" behind "make it brighter", "mute
it" behind "insert c.mp4 at 20" where there is no such file."""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent.lexicon.named_last import HEARD_ZH, PRONOUN, THING, named_last
from mock_server.agent.operations import TEXTS
from mock_server.agent.second_look.another_kind import is_another_level_behind
from mock_server.agent.second_look.edit import SHOWN, Edit
from mock_server.agent.second_look.whose_length import is_what_was_not_done
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN

_OH = (
    r"(?:(?:actually|no|oh|hm+|but|and|or|then|so|sorry|wait|ok|okay|well|please|rather|maybe|just kidding"
    r"|i (?:mean|meant)|on second thoughts?|or rather|you know what|let's (?:say|do))[, .:!-]+)*"
)
_ORDINAL = "first|second|third|fourth|last|opening|closing|final|middle|other|former|latter"
_PART = (
    rf"(?:(?:for|in|from|at|on|to|with|during|between|until|till|after|before) )?(?:(?:the|my|its) )?"
    rf"(?:(?:very )?(?:{_ORDINAL}|beginning|start|end|ending|intro|outro|(?:left|right) half)\b"
    r"|[\d:]|[\w-]+\.[a-z]\w{2,3}\b|one |two |three |half)[^,.;]{0,40}"
)
# "Only the first half", "the last 10 seconds only": a part of what?
_ONLY_A_PART = Regex(
    rf"\W*{_OH}(?:(?:only|just) {_PART}|{_PART} (?:only|alone))(?: please| though| thanks)*\W*"
    "|[ ,，]*(?:不对|算了|还是|那)?[ ,，]*(?:(?:只|就|仅)(?:要|留|保留)?|保留)"
    "(?:(?:最?[前后]|开头|结尾|第?[0-9一二三])[^,，。;；]{1,10}|[^,，。;； ]{1,12}\\.mp4)"
    "(?:就行|就好|吧|即可)?[ 。.!！]*",
    re.IGNORECASE,
)
_FILE = r"[\w-]+\.[a-z]\w{2,3}\b"
_A_CLIP = (
    rf"\b(?:the |my )?(?:{_ORDINAL}) "
    r"(?:clip|part|piece|shot|segment|scene|video|title|caption|logo|one)\b"
)
# What is named in a message, that is not all of the video.
_NAMES_ONE = words(
    rf"\b{THING}\b",
    _FILE,
    _A_CLIP,
    r"\b(?:freeze|hold|still|frame|transition|crossfade|zoom|effect|voice|corner|sticker|intro|outro)\b",
    "标题|字幕|音乐|配乐|水印|贴图|人名条|旁白|配音|音效|歌|logo|画中画|定格|转场|放大",
    "第[一二三四五2-9]个?[段片个]",
)
# What is to be there, and may be told by its words, or its style, alone: "put some 'jazz' under it".
_PUTS_IN_ONE = words(
    _NAMES_ONE.pattern,
    r"(?<!\w)['\"“‘][^'\"”’]{1,60}['\"”’](?!\w)",
    r"\b(?:jazz|rock|lo-?fi|piano|pop|ambient|classical|techno|folk|guitar|beats?)\b",
    "爵士|钢琴|摇滚|古典",
)
_NAMES_ANY = words(
    _NAMES_ONE.pattern,
    r"\b(?:video|clips?|footage|film|movie|recording|picture|image|everything|all|whole|entire|both"
    r"|sound|audio|original|speech|speed(?! (?:it|them|that|up|down)\b)|screen)\b",
    "视频|画面|片|整|全|都|原声|声音|镜头",
)
_OF_A_PART = words(
    rf"\b(?:{_ORDINAL}) (?:\w+ )?(?:s|secs?|seconds?|minutes?|half|third|quarter)\b",
    r"[\d:](?: ?(?:s|secs?|seconds?))? ?(?:to|-|–|until|and) ?[\d:]",
    r"\b(?:from|after|before|between|until|till) [\d:]",
    r"最?[前后][0-9.一二两三四五六七八九十半]+[秒段]|[0-9]秒? ?[到至-] ?第?[0-9]",
)
_IT = words(
    r"\b(?:it|its|them|their|that|those|this|these)\b(?! (?:is|was|are|were|all)\b)",
    "[它他]们?|[这那]个",
)
_TIMES = r"(?:\d+(?:\.\d+)?|half|twice|double|triple|one|two|three|four|five|ten|an?)"
_UNIT = r"(?:x|times|%|percent|s|secs?|seconds?|degrees?|db)"
# A value, and not what of: "2x", "50% please", "3 seconds".
_A_VALUE = Regex(
    rf"\W*{_OH}(?:(?:make|set|do|try|use|go|put|only|just|at|to|by|for|with|about|around|over) )*"
    rf"(?:(?:half|double|twice|triple)|{_TIMES} ?{_UNIT})(?: (?:please|instead|then|thanks))*\W*"
    "|[ ,，]*(?:改成|改为|调到|用|就|那就)?[0-9.一二两三四五六七八九十半]+(?:倍速?|%|秒钟?|度)(?:吧"
    "|就行|就好)?[ 。.!！]*",
    re.IGNORECASE,
)
# What was to come back, and has not.
_WANTED_BACK = Regex(
    r"\W*(?:please )?(?:(?:bring|put|get|give) (?:it|that|them) back(?: in| again)?"
    r"|restore(?: it| that| them)?)(?: please)?\W*"
    r"|[ ,，]*(?:请|帮我)?(?:恢复|还原)(?:一下|吧|它)?[ 。.!！]*",
    re.IGNORECASE,
)
# A word or two without a thing: "muted", "in black and white", "half volume", "louder".
_BARE = Regex(
    rf"\W*{_OH}(?:(?:in|at|with|on|to|also|a bit|a little|much|slightly|even|very|play|played|turned) )*"
    rf"(?:half|full|double|low(?:er)?|high(?:er)?|black and white|{_TIMES} ?{_UNIT}|\w+)"
    r"(?: (?:volume|speed|in|out|up|down|it|colou?rs?|size|motion|backwards?))?"
    r"(?: (?:please|too|as well|instead|then|now))*\W*",
    re.IGNORECASE,
)


def leans_on_nothing(
    message: str, lost: str, idle: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a message that was carried out only tells a part, or a value, or says "it", of what was not.

    `lost` is the last message that was left alone, `idle` one that asked for nothing, or took back what was
    done: a question, a greeting, "undo".
    """
    if not (lost or idle):
        return False
    if _ONLY_A_PART.fullmatch(message):
        return True
    edit = Edit.of(before, after)
    if is_another_level_behind(idle, message, edit):
        return True
    if _is_of_what_was_spoken_of(message, lost or idle, edit):
        return not _is_of_that(lost or idle, edit)
    if not lost:
        return False
    if _A_VALUE.fullmatch(message) or is_what_was_not_done(message, edit):
        return True
    if _WANTED_BACK.fullmatch(lost) and not _NAMES_ANY.search(message):
        return not edit.layers  # of what is not there
    if not _PUTS_IN_ONE.search(lost) or _NAMES_ANY.search(message) or _OF_A_PART.search(message):
        return False
    if not (_IT.search(message) or _BARE.fullmatch(message)):
        return False
    return not _is_of_that(lost, edit)


# "Select the piano", where there is none.
_SOMETHING_ELSE = words(
    r"\A\W*(?:please |now )*[a-z]+ (?:up |down )?the "
    r"(?!(?:very |whole )?(?:start|end|beginning|middle|intro|outro|moment|way|time|best|first|last"
    r"|project|timeline|price|credits?|export|file|mp4|link|edit|cut|one|same|rest|weather)\b)[a-z]{3,}"
)
_TURNS_TO = words(r"\b(?:open|select|pick|choose|go to|work on|look at|how long|split)\b")
_A_START_OR_END = Regex(
    r"\W*(?:ok,? |please |just |now )*(?:cut|remove|delete|trim|drop)(?: off)? the "
    r"(?:first|last|second|other) (?:[\w.]+ (?:s|secs?|seconds?)|half|part)\W*",
    re.IGNORECASE,
)


def _may_be_of_that(kind: str, name: str, edit: Edit) -> bool:
    """Whether what was done to the picture could be done to that as well: "音乐有多大声", "调小一点"."""
    keys = ("fade_in", "fade_out") if kind == "layer" else SHOWN
    keys = (*keys, "vol") if name in HEARD_ZH else keys
    return edit.has_another(*keys)


def _is_of_what_was_spoken_of(message: str, said: str, edit: Edit) -> bool:
    """ "How loud is the music?", "turn it down"; "open the second clip", "cut the first 5 seconds"."""
    kind, name = named_last(said)
    if kind in ("clip", "file") and _TURNS_TO.search(said) and _A_START_OR_END.fullmatch(message):
        return True
    if HAN.search(said):
        return bool(kind and HAN.search(message)) and _may_be_of_that(kind, name, edit)
    unknown = not kind and _SOMETHING_ELSE.search(said)
    if (not unknown and kind in ("", "picture")) or named_last(message)[0]:
        return False
    return bool(PRONOUN.search(message))


_A_TEXT = words(r"\b(?:text|words|spelling|typo)\b", "文字|字")


def _is_of_that(lost: str, edit: Edit) -> bool:
    """Whether nothing but the one layer is changed that the message left alone speaks of."""
    named = {role for role, one in LAYERS.items() if one.search(lost)}
    named |= {*TEXTS} if _A_TEXT.search(lost) else set()
    there = (was or now for was, now in edit.layers)
    named |= {str(one["role"]) for one in there if one.get("text") and one["text"] in lost}
    if edit.before[0] != edit.after[0] or words(_A_CLIP, _FILE).search(lost):
        return False
    return {str((was or now).get("role")) for was, now in edit.layers} <= named
