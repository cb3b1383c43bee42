"""What is said of titles is done to each of them, of the volumes to all that is heard; and a layer that is
there "until 10 and from 50" is there twice."""

import re

from mock_server.agent.second_look.edit import Edit, changed_keys, differs
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex

_KINDS = {
    "title": "titles|标题", "caption": "captions|subtitles|字幕", "lower-third": "lower[- ]thirds|人名条",
    "overlay": "overlays|logos|水印", "music": "music|songs|音乐|配乐", "voiceover": "voice-?overs|旁白",
}  # fmt: skip
_OF_A_KIND = {
    role: Regex(
        rf"\W*(?:please )?(?:(?:make|set|put|turn|move|show) )?(?:all )?(?:the |my )?(?:{nouns})\b"
        r"(?! (?:called|from|that|which|with|named))(?P<said>[^,;]*)(?P<rest>[,;].*)?\Z"
        rf"|[ ,，]*(?:把|将|让|给)?(?:所有|全部)?(?:{nouns})们?(?P<said_zh>(?! )[^,，。;；]*)"
        r"(?P<rest_zh>[,，。;；].*)?\Z",
        re.IGNORECASE,
    )
    for role, nouns in _KINDS.items()
}
_STAYS = words(
    r"\b(?:but|except|apart|besides|other than|not|only|keep|stays?|remains?)\b",
    "除|别|不|只|留|原样|照旧|错|应该",
)
_PLURAL = Regex(r"\W*[\w ]*?(?:titles|captions|subtitles|thirds|overlays|logos)\b", re.IGNORECASE)
_SPARES = words(
    r"\b(?:but|except|apart|besides|not|only|no|without|(?:the |and )(?:first|second|last|third)|other|add"
    r"|insert)\b"
    r"|\bat [0-9.:]+ ?s|\bone\b(?! (?:and a half )?s)",
    "除|别|不|只|第[一二三](?=[个条])|加|另|放(?:上|一)|最后一",
)
_ONE_OF_THEM = words(
    r"\A[,，;；] ?(?: |第[一二三四2-4]|最后一|(?:the )?(?:first|second|last|third)\b)"
)
_ANOTHER_THING = words(
    r"\b(?:clip|video|picture|sound|audio|footage)s?\b", "视频|画面|原声|声音|人声|片子"
)
_LOGO = words(r"\A[,;] (?:the )?logo\b")
_LOGOS = words(r"\blogos\b|logo|水印")
_TWO = 2


def _reaches_only_some(plain: str, edit: Edit) -> bool:
    """ "Titles one second longer, Bye in blue", and only one of them is longer."""
    for role, named in _OF_A_KIND.items():
        there = [one for one in edit.before[1] if one.get("role") == role]
        if role == "overlay" and _LOGOS.search(plain):
            there = [one for one in there if is_picture(str(one.get("src", "")))]
        found = named.match(plain) if len(there) >= _TWO else None
        if found is None:
            continue
        said = found["said"] or found["said_zh"] or ""
        rest = found["rest"] or found["rest_zh"] or ""
        if _SPARES.search(said) or _STAYS.search(rest):
            continue
        if not _PLURAL.match(plain) and not _names_one(rest, role, edit):
            continue
        after = {one.get("id"): one for one in edit.after[1]}
        keys = [changed_keys(one, after.get(one.get("id"), {})) - {"id"} for one in there]
        if any(keys) and not set.intersection(*keys):
            return True
        if len(keys[0]) > 1 and all(one == keys[0] for one in keys) and _LOGO.search(rest):
            return True  # that is said of the logo alone
        if any(one.get("role") == role for one in edit.added) and not any(keys):
            return True
    return False


def _names_one(rest: str, role: str, edit: Edit) -> bool:
    """Whether a clause is said of one of a role, and of nothing else."""
    if not rest or _ANOTHER_THING.search(rest) or any(one.search(rest) for one in LAYERS.values()):
        return False
    names = {
        str(one.get(key, ""))
        for one in edit.before[1]
        if one.get("role") == role
        for key in ("name", "text")
    }
    return (
        role == "music"
        or bool(_ONE_OF_THEM.match(rest))
        or any(one and re.search(rf"\b{re.escape(one)}\b", rest) for one in names)
    )


_VOLUMES = words(
    r"\b(?:the|all)(?: of)?(?: the)? (?:volumes|volume levels|levels|sound levels)\b",
    r"(?:所有|全部)的?(?:音量|声音)|(?:音量|声音)(?:统统|全部|全都|通通|都)",
)
_HEARD = ("music", "voiceover", "sound")


def _leaves_some_as_loud(plain: str, edit: Edit) -> bool:
    """ "Set the volumes to 80%", and the music is as it was."""
    if not _VOLUMES.search(plain) or _SPARES.search(plain):
        return False
    after = {one.get("id"): one for one in edit.after[1]}
    heard = [one for one in edit.before[1] if one.get("role") in _HEARD]
    pairs = [(one, after.get(one.get("id"), one)) for one in heard]
    pairs += zip(edit.before[0], edit.after[0], strict=False)
    levels = {now.get("vol", 1) for was, now in pairs if was.get("vol", 1) != now.get("vol", 1)}
    return bool(levels) and any(
        was.get("vol", 1) == now.get("vol", 1) and now.get("vol", 1) not in levels
        for was, now in pairs
    )


_N = r"(?:second )?[0-9:.]+(?: ?s\w*)?"
_TWICE = words(
    rf"\b(?:until|up to|till) {_N},? and (?:then |again |once more )?(?:again )?(?:from|after) {_N}",
    rf"\b(?:for |in )?the first {_N},? and (?:again |then )?(?:(?:for |in )?the last|from|after) {_N}",
    "[前到]第?[0-9.]+秒(?:为止)?(?:显示|出现|放|有)?[,，]?(?:和|以及|、|再|然后)(?:从|第|最后"
    "|后)*[0-9.]+秒",
)


def _is_there_once(plain: str, edit: Edit) -> bool:
    """ "The logo should be there until 10 and from 50 on", and it is there from 50 on."""
    moved = [
        (was, now) for was, now in edit.altered if was.get("d") != now.get("d") and now.get("d")
    ]
    return (
        len(moved) == len(edit.layers) == 1
        and edit.ends[0] == edit.ends[1]
        and bool(_TWICE.search(plain))
    )


_A_NAME = Regex(r"\b[A-Z][a-z]+\b(?!,)")
_OF_ALL = words(
    r"\b(?:both|(?<!after )all|every|each|titles?|captions?|texts?|lower thirds?|them|subtitles?"
    r"|two|swap|exchange|other)\b"
)


def _takes_others_than_the_named(plain: str, edit: Edit) -> bool:
    """ "Actually, Hi in white", and the title 'Bye' is white, too."""
    texts = {str(one["text"]) for one in edit.before[1] if one.get("text")}
    named = texts & {*_A_NAME.findall(plain)}
    if len(named) != 1 or _OF_ALL.search(plain):
        return False
    return any(was.get("text") not in named for was, _ in edit.altered if was.get("text"))


_ONLY_WHEN = words(
    r"[,，] ?(?:只在|就在|都在|在)?(?:[前后]|最后|开头|第?[0-9.]+秒?[到至-])[0-9.]+秒(?:钟)?(?:里|内)?"
    r"(?:就行|就好|即可|显示|出现|都有)?[ 。.!！]*\Z",
    r"[,;] ?(?:only |just )?(?:both )?(?:for|in|during) the (?:first|last) [\w.]+ (?:s|sec\w*)[ .!]*\Z",
)


def _tells_only_the_last_when(plain: str, edit: Edit) -> bool:
    """ "左上角写“一”，右上角写“二”，前5秒就行", and the first one is there for 3 seconds."""
    spans = {(one["s"], one["d"]) for one in edit.added if one.get("text")}
    return (
        len(spans) > 1
        and bool(_ONLY_WHEN.search(plain))
        and not re.search("[0-9]", plain[: _head(plain)])
    )


def _head(plain: str) -> int:
    """Where the last clause begins."""
    return max(plain.rfind(one) for one in (",", "，", ";"))


_ONE_OF_THE_OVERLAYS = words(
    r"\b(?:overlays|pictures|images)\b[^.;]*[,;] *(?:and )?(?:the|my) (?:logo|watermark|inset|video|clip)\b"
)


def _moves_all_for_one(plain: str, edit: Edit) -> bool:
    """ "Overlays half as big, the logo top right", and all of them are there."""
    moved = [
        now for was, now in edit.altered if differs(was, now, "pos") and now["role"] == "overlay"
    ]
    return len(moved) > 1 and bool(_ONE_OF_THE_OVERLAYS.search(plain))


CHECKS = (
    _moves_all_for_one,
    _reaches_only_some,
    _leaves_some_as_loud,
    _is_there_once,
    _takes_others_than_the_named,
    _tells_only_the_last_when,
)
