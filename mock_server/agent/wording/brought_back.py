"""What the message before has taken away, or turned down, and is wanted back: "bring the title back" behind
"remove both", "back to what it was" behind "turn the music down to 20 %"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, pattern
from mock_server.agent.wording.leaning_on_music import Turn
from mock_server.agent.wording.named_by_draft import NAMES, NAMES_ZH, There

_END, _STOP = r"(?: again| please| though| only)*[ .!]*\Z", r"(?:吧|一下|就行|就好|了)*[ .!。]*\Z"
_ROLES = {
    **{name: role for names in (NAMES, NAMES_ZH) for role, name in names.items()},
    "song": "music",
    "背景音乐": "music",
}
_ONE = "(?:the )?(title|caption|logo|music|song|lower third)"
_ONE_ZH = "(标题|字幕|logo|背景音乐|音乐|人名条)"
_OH = r"(?:(?:oh|hm+|actually|no|wait|sorry|ok|okay|but|on second thought)[, ]+)*(?:please )?"
_N = r"(?:[0-9.]+|one|two|three|four|five|half a)"
_WAS = (
    r"(?:(?:that's |it's |now it's )?too (?:quiet|soft|low|loud)(?: now)?[,.;] ?)?(?:please )?"
    r"(?:(?:put|turn|set|bring) (?:it|that|the (?:music|volume|level)) |go )?back"
    r"(?: to (?:what|where|how) it was| where it was| to (?:its|the) (?:original|old|previous|former)"
    r" (?:volume|level))(?: before)?"
)
_WAS_ZH = (
    "(?:太[小大轻响吵]了?,|不行,)?(?:音乐)?(?:的)?(?:音量)?(?:回到|恢复到?|调回到?|改回到?|变回)"
    "(?:原来|之前|刚才|原先)的?(?:音量|大小|水平)?"
)
_LEVEL = Regex(
    r"\b(?:volume|quieter|louder|softer|level)\b|\b(?:music|sound|voice)\b.*[0-9]|(?:音量|音乐|声音).*[0-9一二两三四五六七八九半]"
    r"|[小大]声|调[低高]|降低|提高",
    re.IGNORECASE,
)


def _without_the_others(found: re.Match[str], _: Values, there: There) -> str | None:
    """What came back with it goes again."""
    role = next(_ROLES[one.lower()] for one in found.groups() if one)
    others = {*there.gone} - {role}
    if role not in there.gone or not others or not others <= NAMES.keys():
        return None
    if HAN.search(found[0]):
        return "。".join(["撤销", *(f"删掉{NAMES_ZH[one]}" for one in sorted(others))])
    several = {one for one in others if [*there.gone].count(one) > 1}
    told = (f"Remove the {NAMES[one]}{'s' * (one in several)}" for one in sorted(others))
    return ". ".join(["Undo that", *told])


def _as_loud_as_it_was(found: re.Match[str], _: Values, there: There) -> str | None:
    if not _LEVEL.search(there.last):
        return None
    long = found["long"]
    music = "music" in there.roles
    if HAN.search(found[0]):
        return f"撤销。{'音乐' if music else '声音'}最后{long}秒淡出" if long else "撤销"
    return (
        f"undo that. Fade the {'music' if music else 'sound'} out over {long} seconds"
        if long
        else "undo that"
    )


_BACK = r"(?:bring|put|get|give) (?:it|that|them|those) back(?: in| again)?"
_AND = r"(?:,? and(?: then)?|,? but|,? then|[,;.])"
_IT = r"(?:it|that|them)"
_CLIP_GONE = Regex(
    r"\A(?:please )?(?:remove|delete|cut|drop|lose|take out|kill|get rid of)(?: out)?"
    r" (?P<clip>the (?:first|second|third|fourth|last) (?:clip|shot|scene)"
    r"|[\w-]+\.(?:mp4|mov|mkv|webm))(?: please)?[ .!]*\Z",
    re.IGNORECASE,
)
_LAYER_GONE = Regex(
    r"\A(?:please )?(?:remove|delete|cut|drop|lose|take out|take away|kill|get rid of|hide)(?: out)?"
    r" (?:the|my) [a-z -]{3,16}?(?: please)?[ .!]*\Z",
    re.IGNORECASE,
)


def _changed_as_well(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Bring it back and make it quieter", behind "remove the music"."""
    clip = _CLIP_GONE.match(there.last)
    alone = len({*there.gone}) == 1 and _LAYER_GONE.match(there.last)
    role = there.gone[0] if alone else ""
    if clip is None and (role not in NAMES or role in there.roles):
        return None
    name = clip["clip"] if clip else f"the {NAMES[role]}{'s' * (len(there.gone) > 1)}"
    return f"undo that. {found['do']} {name}{found['rest']}"


_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A{_OH}{_BACK}{_AND} (?:please )?(?:just )?(?P<do>[a-z]+(?: up| down)?) {_IT}"
        rf"(?P<rest>(?: [^,;.]*)?){_END}",
        _changed_as_well,
    ),
    (
        rf"\A{_OH}(?:(?:bring|put|get|add) {_ONE} back(?: in)?|(?:bring|put|get) back"
        rf" (?:only |just )?{_ONE}|restore (?:only |just )?{_ONE}"
        rf"|(?:but )?i (?:do )?(?:want|need) {_ONE} back"
        rf"|{_ONE} (?:should|can|must) (?:come back|stay)){_END}"
        rf"|\A(?:还是|算了,?|不过)*(?:把)?{_ONE_ZH}(?:还是)?(?:恢复|加回来|放回来|要回来|找回来|还原|留着|保留){_STOP}"
        rf"|\A(?:还是|算了,?|不过)*(?:恢复|还原){_ONE_ZH}{_STOP}",
        _without_the_others,
    ),
    (
        rf"\A{_OH}(?:{_WAS})(?:,? (?:and |but )?(?:with an? (?P<long>{_N})[ -]?s(?:ec|econds?)?"
        rf" fade[ -]out))?{_END}",
        _as_loud_as_it_was,
    ),
    (
        rf"\A(?:{_WAS_ZH})(?:,(?:最后|结尾|音乐结尾)(?:淡出(?P<long>[0-9.]+)秒))?{_STOP}",
        _as_loud_as_it_was,
    ),
)


def brought_back(text: str, values: Values, there: There) -> str:
    """A message that takes back what was done, and does again what is to stay of it."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
