"""What is to go has gone: "turn off the stabilization and the noise reduction", "remove the fades of the
title and the music"."""

import re

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_OUT = (
    r"\b(?:remove|delete|drop|lose|get rid of|ditch|scrap|kill|cancel|disable|undo|reset"
    r"|(?:take|turn|switch|shut) (?:off|out|away))\b(?P<what>[^.;\n]*)"
    r"|\b(?:take|turn|switch|shut) (?P<off>(?!off\b)[^.;]*?) off\b"
    r"|(?:去掉|去除|取消|关掉|关闭|删掉|删除|移除|拿掉)(?P<zh>[^,，。；;\n]*)"
)
_CLAUSES = Regex(_OUT, re.IGNORECASE)
# Where another order begins.
_ORDER = Regex(
    r"(?:,|\band|\bthen)+ (?:then |also |please )*(?:add|put|make|set|mute|cut|trim|move|show|change"
    r"|keep|leave"
    r"|speed up|slow down|reverse the|rotate the|crop the|crop it|fade|insert|append|turn|switch|use"
    r"|play|give"
    r"|denoise (?:it|the)|stabili[sz]e (?:it|the)|zoom in|blur the|start|but)\b|\bbut\b|\bexcept\b"
    r"|\binstead\b"
    r"|\bnot\b",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[Regex, str], ...] = tuple(
    (Regex(rf"\b(?:{source})\b|{han}", re.IGNORECASE), key)
    for source, han, key in (
        (r"stabili[sz](?:ation|ing|er)", "防抖|稳定", "stabilize"),
        (r"noise[- ]?(?:reduction|suppression|removal)|denois(?:e|ing)", "降噪", "denoise"),
        (r"normali[sz](?:ation|ing)", "响度标准化", "normalize"),
        (r"crop(?:ping)?", "裁剪", "crop"),
        (r"rotation", "旋转", "rotate"),
        (r"reverse|reversal", "倒放", "reverse"),
        (
            r"speed[- ]?up|fast[- ]forward|slow[- ]?mo(?:tion)?|slow[- ]?down",
            "加速|慢放|慢动作|快放",
            "speed",
        ),
        (
            r"sepia|vintage|vivid|(?:warm|cool) (?:look|filter)|black[- ]and[- ]white|b&w|filter",
            "滤镜|黑白|怀旧|复古",
            "color",
        ),
        (r"crossfade|transition", "转场|叠化", "tr"),
    )
)
_PART = Regex(r"\d|\b(?:half|third|second|first|last|clip|of|from|in|at|if|any)\b", re.IGNORECASE)


def _is_still_there(plain: str, edit: Edit) -> bool:
    """ "Turn off the stabilization and the noise reduction", and one of them is as it was, or has come."""
    for what in _told(plain):
        for said, key in _KINDS:
            if not said.search(what):
                continue
            was, now = (_with(side[0], key) for side in (edit.before, edit.after))
            if now > was or (was and now == was and not _PART.search(what)):
                return True
    return False


_AND = Regex(r",? (?:and|as well as) (?:also )?|, *|[和与跟及、]")
_BLACK_AND_WHITE = Regex(r"\bblack and white\b", re.IGNORECASE)
_LAYER = (
    r"titles?|captions?|subtitles?|logo|watermark|music|song|sound|audio|volume|zoom|blur"
    r"|fades?(?: (?:in|out))?|标题|字幕|水印|音乐|声音|淡[入出]"
)
_THING = Regex(
    rf"\W*(?:all )?(?:the |that |this |my |its |our )?(?:{_LAYER}|"
    + "|".join(said.pattern for said, _ in _KINDS)
    + r")(?:[- ](?:look|filter|effect))?(?: (?:of|from|on|in) [^,]*)?"
    r"(?: too| as well| also| please| again)?\W*",
    re.IGNORECASE,
)


def _told(plain: str) -> list[str]:
    """What is said to go, as far as it is a list of things."""
    return [_listed(one) for one in _clauses(plain)]


def _clauses(plain: str) -> list[str]:
    """What follows each word for taking away, until another order begins."""
    found = [one["what"] or one["off"] or one["zh"] or "" for one in _CLAUSES.finditer(plain)]
    return [what[: order.start()] if (order := _ORDER.search(what)) else what for what in found]


def _listed(what: str) -> str:
    things = []
    for one in _AND.split(_BLACK_AND_WHITE.sub("black-and-white", what)):
        if not _THING.fullmatch(one):
            break
        things.append(one)
    return " and ".join(things)


def _with(clips: list[Segment], key: str) -> int:
    """How long clips are together that have this, as their files are."""
    keys = (
        (key, *(f"crop_{side}" for side in ("top", "bottom", "left", "right")))
        if key == "crop"
        else (key,)
    )
    return sum(int(one.get("out", 0)) - int(one.get("in", 0)) for one in clips if has([one], *keys))


_FADES_OF_TWO = Regex(
    r"\bfades?(?:[- ](?:in|out))? (?:of|from|on) (?:the |my )?\w+ and (?:of |from |on )?(?:the |my )?"
    r"(title|music|song|logo|caption)\W*\Z",
    re.IGNORECASE,
)


def _takes_the_thing_itself(plain: str, edit: Edit) -> bool:
    """ "Remove the fades of the title and the music", and there is no music any more."""
    return any(not now for _, now in edit.layers) and any(
        map(_FADES_OF_TWO.search, _clauses(plain))
    )


_OF_ONE_CLIP = Regex(
    r"\b(?:sound|audio)\b[^.;]*\band\b[^.;]* of (?:the \w+ clip)?\W*\Z", re.IGNORECASE
)


def _silences_the_other_clips(plain: str, edit: Edit) -> bool:
    """ "Turn off the sound and the sepia of b.mp4", and every clip is silent."""
    told = any(map(_OF_ONE_CLIP.search, _clauses(plain)))
    muted = [one.get("vol") == 0 for one in edit.after[0]]
    return told and len(muted) > 1 and all(muted) and edit.before[0] != edit.after[0]


_A_FILE_GONE = Regex(
    r"\A\s*[和与跟]声音\s*\Z|\A\W*(?:the )?(?:(?:sound|audio) and|and the (?:sound|audio))\W*\Z",
    re.IGNORECASE,
)


def _keeps_the_clip(plain: str, edit: Edit) -> bool:
    """ "Remove b.mp4 and the sound", and only its sound is off."""
    told = any(map(_A_FILE_GONE.match, _clauses(plain)))
    return told and len(edit.before[0]) == len(edit.after[0]) and edit.before[0] != edit.after[0]


_GOES_ALONE = Regex(
    r"\W*(?:(?:please|now|and|then|ok|okay|can you|could you)[ ,]+)*(?:take (?!only|just)[^,;.]* "
    r"(?:off|away|out|down)\b"
    r"|(?:remove|delete|get rid of|lose|ditch|kill|scrap|clear|drop(?![^,;.]*\b(?:in|into|at|on"
    r"|from)\b)) )[^,;.]*[ .!]*"
    r"|[ ,，]*(?:请|把|将|给我|帮我)*[^,，。;；]{1,12}(?:去掉|删掉|删了|拿掉|撤掉|移除)(?:吧"
    r"|了)?[ 。.!！]*",
    re.IGNORECASE,
)
_AND_ANOTHER = Regex(r"\b(?:and|then|add|put|instead|replace\w*)\b", re.IGNORECASE)


def _puts_it_there(plain: str, edit: Edit) -> bool:
    """ "Take the logo off the top right corner", and there is one now."""
    alone = bool(_GOES_ALONE.fullmatch(plain)) and not _AND_ANOTHER.search(plain)
    return bool(edit.added) and alone


CHECKS = (
    _puts_it_there,
    _is_still_there,
    _takes_the_thing_itself,
    _silences_the_other_clips,
    _keeps_the_clip,
)
