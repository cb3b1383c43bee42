"""Orders about the pauses and the filler words of the speech, in any order and with any of these words.

What is said is told by its values and by words that all belong to the matter; one word that does not, as
"not", "except" or a range, and it is none of these orders.
"""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.pieces import stems

_TIME = r"(?:[0-9.]+[ -]?(?:seconds?|secs?|s)|(?:an?|one|two|half a)[ -](?:seconds?|secs?))\b"
_LEVEL = r"(?:-|minus )?[0-9.]+ ?dB(?![a-z])"
_OVER = Regex(
    rf"\b(?:longer than|more than|over|above|in excess of|greater than|exceed(?:s|ing)?|beyond|past"
    rf"|upwards of)"
    rf"(?: a length of)? (?P<over>{_TIME})|\b(?P<longer>{_TIME}) or (?:longer|more)\b",
    re.IGNORECASE,
)
_KEPT = Regex(rf"\b(?P<keep>{_TIME})", re.IGNORECASE)
_BELOW = Regex(rf"(?P<level>{_LEVEL})", re.IGNORECASE)
_REMOVES = (
    "cut", "remove", "trim", "delete", "take", "snip", "edit", "strip", "drop", "eliminate", "excise",
    "get", "rid", "clear", "lose", "prune", "filter", "clean", "purge", "erase", "clip", "chop",
    "shave", "tighten", "weed", "scrub", "slice", "pull",
)  # fmt: skip
_PAUSES = ("pause", "silence", "gap", "break", "stretch", "moment", "lull", "hush", "stop")
_FILLERS = (
    "filler", "um", "umm", "uh", "fillers", "uhh", "er", "erm", "ah", "hm", "hmm", "hesitation", "ums",
    "uhs",
)  # fmt: skip
_SPEECH = (
    "speech", "talking", "talk", "dialogue", "spoken", "audio", "words", "word", "said", "speaking",
    "speaker", "voice", "track", "narration", "sound",
)  # fmt: skip
_KEEPS = ("keep", "leave", "retain", "preserve", "left", "kept", "with", "leaving", "spare", "save")
_SIDES = ("side", "end", "before", "after", "around", "edge")
_SILENT = ("silence", "silent", "quiet", "threshold", "below", "under", "level", "dead", "air")
_CLOSES = (
    "close", "shut", "seal", "join", "bring", "stitch", "splice", "draw", "together", "up", "pull",
    "connect", "butt", "merge", "knit", "fill", "collapse", "tighten", "remain", "remaining", "left",
    "behind", "parts", "pieces", "rest", "hole", "space", "footage", "resulting", "result", "what",
    "remains", "over", "in",
)  # fmt: skip
_PLAIN = (
    "the", "a", "an", "all", "every", "each", "any", "single", "of", "from", "out", "away", "that",
    "which", "is", "are", "lasts", "last", "lasting", "runs", "run", "running", "goes", "go", "for",
    "at", "on", "to", "either", "both", "and", "then", "after", "please", "while", "also", "by",
    "have", "it", "them", "they", "within", "during", "between", "throughout", "wherever", "where",
    "whenever", "occurs", "occur", "appears", "appear", "about", "just", "around", "long", "anything",
    "everything", "counting", "count", "treating", "treat", "regarding", "regard", "considering",
    "consider", "taking", "as", "using", "use", "set", "being", "be", "one", "its", "thereby", "so",
    "verbal", "sound", "such", "like", "including", "example", "instance", "say", "or", "other", "etc",
    "clean", "afterwards", "once", "done", "you", "see", "your", "way", "through", "there", "counts",
    "counted", "treated", "taken", "read", "reading", "than", "quieter", "softer", "lower", "should",
    "must", "everywhere", "complete", "entire", "whole", "resulting", "similar", "sort", "kind",
    "those", "these", "any", "eg", "removed", "recorded", "has", "hear", "heard", "speaker's",
)  # fmt: skip
_WORD = Regex(r"[a-z']+(?:-[a-z]+)*|[^\s,;.:()“”\"-]")
_KEPT_THERE = stems(
    ("keep", "leave", "retain", "preserve", "spare", "save", "with", "left", "kept")
)
_OF_PAUSES = stems((*_REMOVES, *_PAUSES, *_SPEECH, *_KEEPS, *_SIDES, *_SILENT, *_CLOSES, *_PLAIN))
_OF_FILLERS = stems((*_REMOVES, *_FILLERS, *_SPEECH, *_CLOSES, *_PLAIN, "gap", "pause"))
_REMOVING, _PAUSE, _FILLER, _SPOKEN, _SIDE = map(
    stems, (_REMOVES, _PAUSES, _FILLERS, _SPEECH, _SIDES)
)


def pauses_in_words(text: str) -> tuple[str, str | None, str | None] | None:
    """The length of the pauses that go, how much of each stays at its sides, and the level of silence."""
    rest, level, kept = text, None, None
    if (found := _BELOW.search(rest)) is not None:
        level, rest = found["level"], _BELOW.sub(" ", rest, count=1)
    over = _OVER.search(rest)
    if over is None:
        return None
    rest = rest[: over.start()] + " " + rest[over.end() :]
    if (found := _KEPT.search(rest)) is not None:
        kept, rest = found["keep"], _KEPT.sub(" ", rest, count=1)
    said = _said(rest)
    if not said <= _OF_PAUSES or not (said & _REMOVING and said & _PAUSE and said & _SPOKEN):
        return None
    if bool(kept) != bool(said & _KEPT_THERE) or (kept and not said & _SIDE):
        return None
    if level and not said & stems(("silence", "silent", "quiet", "threshold")):
        return None
    return over["over"] or over["longer"], kept, level


def fillers_in_words(text: str) -> bool:
    """Whether the filler words of the speech are to go."""
    said = _said(text)
    return said <= _OF_FILLERS and bool(said & _REMOVING and said & _FILLER and said & _SPOKEN)


_NO_GAPS = Regex(r"\bleav\w+ no (?:gaps?|holes?|spaces?)(?: behind| between them)?")


def _said(text: str) -> frozenset[str]:
    plain = _NO_GAPS.sub(" ", text.lower().replace("e.g.", "eg"))
    return stems(_WORD.findall(plain))


_TIME_ZH = "(?:[0-9.]+|半|[一二两]) ?(?:秒钟?|s)"
_OVER_ZH = Regex(
    rf"(?:超过|长于|大于|多于|高于|超出|长过|久于|达到?) ?(?P<over>{_TIME_ZH})"
    rf"|(?P<longer>{_TIME_ZH})(?:及|或)?以上"
)
_KEPT_ZH = Regex(rf"(?P<keep>{_TIME_ZH})")
_REMOVES_ZH = (
    "剪掉|删除|删掉|去掉|剪去|剪除|移除|裁掉|清除|去除|清掉|删去|剔除|除去|切掉|砍掉|抹掉|清理掉|清理"
    "|拿掉|删|剪"
)
_PAUSES_ZH = "停顿|静默|空白|沉默|间歇|静音段"
_FILLERS_ZH = "口头语气词|语气词|口头语|口头禅|填充词|赘词|口水词|[嗯呃啊额唔哦]"
_SPEECH_ZH = "语音|说话|人声|对白|讲话|说的话|话语|声音|音频|口播|旁人"
_SIDES_ZH = "两侧|每侧|两边|前后|两端|左右|首尾|两头"
_SILENT_ZH = "静音阈值|静音门限|阈值|门限|静音"
_CLOSE_ZH = (
    "合拢|补合|合上|接上|闭合|补上|连上|并拢|合并|接合|衔接|消除|填补|填上|连接|接好|相接|相连|接起来|连起来"
    "|收拢|拼接|紧接|紧密|无缝|消掉"
    "|空隙|间隙|空档|空当|空白处|缝隙|剩余|剩下|部分|内容|片段|画面|起来|留下的"
)
_PLAIN_ZH = (
    "把|将|让|使|请|的|中|里|里面|当中|中间|内|时|部分|地方|处|都|全|全部|所有|每一?[个处段]|一切|凡是"
    "|凡|一律|统统|均|各自?|分别|各处"
    "|要|需|只要|如果|若|就|便|则|时长|长度|持续|间隔|并且?|再|然后|最后|同时|之后|以后|后|和|与|、|，"
    "|,|。|:|：|;|；|[(]|[)]|（|）"
    "|保留|留下|留出|留有|留|了|以|用|按|为|作为|当作?|设为|设成|设|是|定为|取|低于|小于|不到|算作?"
    "|视为|声音|之类|等|等等|比如|例如|如|像|诸如"
    "|包括|这样|这类|这种|类|口头|一个|给|从|对|掉|进行|予以|它们|后面|也|即|其余|出现|一|起|彼此|相互"
    "|互相|到|之间|间"
)
_WORDS_ZH = Regex(
    "|".join(
        sorted(
            "|".join(
                (
                    _REMOVES_ZH,
                    _PAUSES_ZH,
                    _FILLERS_ZH,
                    _SPEECH_ZH,
                    _SIDES_ZH,
                    _SILENT_ZH,
                    _CLOSE_ZH,
                    _PLAIN_ZH,
                )
            ).split("|"),
            key=len,
            reverse=True,
        )
    )
)


def pauses_in_words_zh(text: str) -> tuple[str, str | None, str | None] | None:
    """As `pauses_in_words`, of a Chinese text."""
    rest, level, kept = text, None, None
    if (found := _BELOW.search(rest)) is not None:
        level, rest = found["level"], _BELOW.sub("", rest, count=1)
    over = _OVER_ZH.search(rest)
    if over is None:
        return None
    rest = rest[: over.start()] + rest[over.end() :]
    if (found := _KEPT_ZH.search(rest)) is not None:
        kept, rest = found["keep"], _KEPT_ZH.sub("", rest, count=1)
    if not _is_of(rest, _REMOVES_ZH, _PAUSES_ZH) or bool(kept) != ("留" in rest):
        return None
    if kept and not re.search(_SIDES_ZH, rest):
        return None
    if level and not re.search(_SILENT_ZH, rest):
        return None
    return over["over"] or over["longer"], kept, level


def fillers_in_words_zh(text: str) -> bool:
    """As `fillers_in_words`, of a Chinese text."""
    return "留" not in text and _is_of(text, _REMOVES_ZH, "语气词|口头语|口头禅|填充词|赘词|口水词")


def _is_of(text: str, *needed: str) -> bool:
    """Whether a text has all of its words here, and some of each of these."""
    there = all(re.search(one, text) for one in needed)
    return there and not _WORDS_ZH.sub("", text).replace(" ", "").strip(".!！")
