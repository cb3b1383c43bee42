"""Usual things that are said in a less usual way, as they are usually said: "I uploaded a logo, can you
show it", "往下降两成", "改成现在的一半大"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms, number
from mock_server.agent.values.placeholders import MARK
from mock_server.agent.wording.named_by_draft import There

_PICTURE = r"(?P<what>logo|picture|image|photo|watermark)"
_POLITE = r"(?:(?:and|so|now|please|can you|could you|would you|just)[ ,]+)*"
_UPLOADED = Regex(
    r"\A(?:(?:hi|hey|so|ok|okay)[ ,]+)*(?:i(?:'ve| have)?(?: just| already)? (?:uploaded|added|sent)"
    rf"|there(?:'s| is)) (?:a|the|my|our) (?:new )?{_PICTURE}(?: file)?"
    rf"(?: (?:in|to) (?:the|my) (?:uploads?|files|media))?[,.;:!-]+ ?{_POLITE}"
    r"(?P<verb>show|put|place|add|use|display|stick|have) it\b",
    re.IGNORECASE,
)
_WHICH_I_UPLOADED = Regex(
    rf"\b(?:the|my|that) (?:uploaded )?{_PICTURE}(?: (?:that|which))?"
    r" i(?:'ve| have)?(?: just| already)? (?:uploaded|sent)\b"
    r"|\b(?:the|my) uploaded (?P<other>logo|picture|photo)\b",
    re.IGNORECASE,
)
_SHOULD_BE = Regex(
    r"\A(?P<lead>\W*)(?:the|our|my) (?P<what>logo|watermark) (?:should|must|needs to|has to|ought to)"
    r" (?:be|go|sit|stay|appear)(?: shown| visible| placed| displayed)?"
    r"(?= (?:at|in|on|top|bottom|from|the|up|down)\b)",
    re.IGNORECASE,
)
_LOOK_OF_THE_REST = Regex(
    r"\bgive (?P<what>the rest|it all|everything) an? (?P<look>[a-z-]+(?: [a-z-]+)?)"
    r" (?:look|tone|feel|filter)\b",
    re.IGNORECASE,
)
_TURNS_ZH: tuple[tuple[Regex, str], ...] = tuple(
    (Regex(source), said)
    for source, said in (
        (r"(?:我)?(?:刚刚?|刚才|已经)?上传(?:了|好|过)?的(?=logo|图|水印|照片)", ""),
        (r"(?P<what>logo|图片?|水印|照片)我?(?:刚刚?|刚才|已经)?上?传(?:过|好|上去)?了[,，]", r"\g<what>"),
        (r"(?:结尾|片尾|末尾)(?P<n>\d+(?:\.\d+)?)秒(?P<how>渐黑|淡出)", r"结尾\g<how>\g<n>秒"),
        (r"声音(?:整个|全部|都)换成", "声音换成"),
        (r"往下(?:降低?|调低?)", "降低"),
        (r"往上(?:提高?|调高?|升高?)", "提高"),
        (r"(?:改成|变成|缩到|调到|缩小到)?(?:现在|原来|目前)的?一半大小?", "缩小到一半"),
        (r"[,，]\s*对准(?:画面)?(?:正?中间|中央|中心)(?=[ 。.!]*\Z)", ""),
        (r"加到(?=[0-9一二两三四五.]+倍速)", "加速到"),
        (r"\A(?:不好看|不行|不好|算了|还是算了)[,，]\s*(?=还是|恢复)", ""),
    )
)  # fmt: skip


_BEFORE_THE_END = Regex(
    rf"\bfrom (?P<start>\d+:\d\d|{NUMBER})(?: ?(?:s|secs?|seconds?))? (?:until|till|up to|up until)"
    rf" (?P<rest>{NUMBER}) ?(?:s|secs?|seconds?) before the (?:very )?end\b",
    re.IGNORECASE,
)
_BARE_FADE = Regex(
    r"\b(?P<fade>fade[- ](?:in|out)|crossfade) (?P<n>\d+(?:\.\d+)?)(?=[,;!]|\.(?!\d)|\s*\Z|\s+and\b)",
    re.IGNORECASE,
)
_NOT_MUTED = Regex(
    r"\Adon't mute (?P<what>it|the (?:clip|video|music|song)),? (?:but |and )?(?:just |only |simply )?"
    r"(?:set|turn|lower|put|bring|take) it (?:down )?(?:to|at) (?P<n>\d+ ?(?:%|percent))(?P<rest>[ .!]*)\Z",
    re.IGNORECASE,
)
_LEVEL = r"(?:the )?(?:clip|video|music|song|voice-?over) (?:at|to) \d+ ?(?:%|percent)"
_LEVELS = Regex(rf"\A{_LEVEL}(?:(?:,| and|, and) {_LEVEL})+[ .!]*\Z", re.IGNORECASE)
_ONE_LEVEL = Regex(
    r"(?:the )?(?P<what>clip|video|music|song|voice-?over) (?:at|to) (?P<n>\d+ ?(?:%|percent))",
    re.IGNORECASE,
)
_NO_SOUND = Regex(r"(?<=, )no sound(?=,)", re.IGNORECASE)
_AT_TIMES = Regex(
    rf"(?P<what>(?:{MARK.pattern}|\b(?:ding|beep|pop|whoosh))(?: sounds?| effects?)?) +at"
    r" (?P<times>\d+(?:, ?\d+)*(?:,? and \d+)?)(?! ?(?:s\b|sec|%|percent|x\b|:|\.?\d|volume))",
    re.IGNORECASE,
)
_A_SOUND = Regex(rf"\Aan? +(?={MARK.pattern} +at \d)", re.IGNORECASE)
_BETWEEN_TWO = Regex(
    r"\b(?P<how>cross-?fade|dissolve|transition|wipe)(?P<long> [^,.;]*?)?"
    r" between (?P<one>[\w-]+) and (?P<other>[\w-]+)",
    re.IGNORECASE,
)
_ON_A_COLOR = Regex(
    r"(?<!white )(?<!yellow )(?<!red )\bon (?:plain |solid )?(?P<color>black|white|red|blue|green)"
    r"(?= (?:over|for|from|at|in)\b|[,.! ]*\Z)",
    re.IGNORECASE,
)
_UP_TO = Regex(
    r"\b(?:(?:turn|bring|push|crank|pump|dial|boost|raise|lift|take|get|set|put) )?"
    r"(?P<what>(?:(?:the|my|our|its) )?(?:(?:background|original|clip's) )?(?:volume|sound|audio|level"
    r"|voice|speech|music|song|track|clip|video|voice-?over|narration|it|that))(?: volume)? up to"
    r" (?P<n>\d(?:\.\d+)?)(?=[,;!]|\.(?!\d)|\s*\Z| and\b)",
    re.IGNORECASE,
)
_ITS = ("it", "that")
_SOUNDS = ("volume", "sound", "audio", "level")
_THE_REST_ZH = Regex(r"\A剩下的?(?:部分)?都?(?=加|减|放慢|静音|调)")
_CUT_BEFORE = Regex(r"[剪删裁]")


def in_usual_words(text: str, there: There) -> str:
    """The text as most people say it; as it is where it is said so already."""
    for turn in (_uploaded, _should_be, _until_before_the_end, _at_times, _between_two):
        text = turn(text, there)
    text = _UP_TO.sub(_to_that_level, text)
    text = _NOT_MUTED.sub(r"set the volume of \g<what> to \g<n>\g<rest>", text)
    if _LEVELS.match(text):
        text = _ONE_LEVEL.sub(r"set the volume of the \g<what> to \g<n>", text)
    text = _NO_SOUND.sub("mute it", text)
    text = _ON_A_COLOR.sub(r"on a \g<color> background", text)
    text = _BARE_FADE.sub(r"\g<fade> over \g<n> seconds", text)
    text = _LOOK_OF_THE_REST.sub(r"make \g<what> \g<look>", text)
    if _CUT_BEFORE.search(there.last):
        text = _THE_REST_ZH.sub("", text)
    for regex, said in _TURNS_ZH:
        text = regex.sub(said, text)
    return text


def _uploaded(text: str, _: There) -> str:
    if found := _UPLOADED.match(text):
        text = found.expand(r"\g<verb> the \g<what>") + text[found.end() :].rstrip(" ?")
    return _WHICH_I_UPLOADED.sub(lambda found: f"the {found['what'] or found['other']}", text)


def _should_be(text: str, there: There) -> str:
    if "overlay" in there.roles:
        return text
    return _SHOULD_BE.sub(r"\g<lead>show the \g<what>", text)


def _to_that_level(found: re.Match[str]) -> str:
    what = found["what"].lower()
    if what in _ITS:
        return f"set its volume to {found['n']}"
    whose = "" if what.endswith(_SOUNDS) else f" of {what}"
    return f"set the volume{whose} to {found['n']}"


def _until_before_the_end(text: str, there: There) -> str:
    if not there.seconds or not (found := _BEFORE_THE_END.search(text)):
        return text
    end = there.seconds - float(number(found["rest"]))
    start = clock_ms(found["start"]) / 1_000
    told = f"from {start:g} to {end:g} seconds" if start < end else found[0]
    return text[: found.start()] + told + text[found.end() :]


def _at_times(text: str, _: There) -> str:
    text = _A_SOUND.sub("add a ", text)
    return _AT_TIMES.sub(_in_seconds, text)


def _in_seconds(found: re.Match[str]) -> str:
    return f"{found['what']} at " + re.sub("([0-9]+)", r"\1 s", found["times"])


def _between_two(text: str, there: There) -> str:
    found = _BETWEEN_TWO.search(text)
    stems = [clip.partition(".")[0].lower() for clip in there.clips]
    if not found or len(stems) != 2 or [found["one"].lower(), found["other"].lower()] != stems:
        return text
    told = f"{found['how']}{found['long'] or ''} between the clips"
    return text[: found.start()] + told + text[found.end() :]
