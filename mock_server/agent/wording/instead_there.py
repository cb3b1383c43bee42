"""Orders that name what the draft has before they say what is to be: "sepia instead of warm", where it is
warm, "talk.mp4 in black and white", where that is the video, "文字改成“再见”", where one text is there."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import HAN, Values, index, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import LOOK

_END, _STOP = r"[ .!]*\Z", r"(?:吧|了|就行|就好|就够)*[ .!。]*\Z"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom)"
_TEXTS = {"title": "标题", "caption": "字幕"}
_CORNERS = {
    "左上": "top-left", "右上": "top-right", "左下": "bottom-left", "右下": "bottom-right",
}  # fmt: skip
_REST = r"(?:the rest|everything else|all the rest|the remainder)"
_REST_ZH = "(?:其余|其他|其它|别的|剩下|余下)的?(?:部分|地方|内容|时候)?(?:的?速度)?"
_WHO = r"(?:(?:the|my|our) (?:client|customer|boss|team|director|producer)|she|he|they)"
_LOOKS_ZH = {
    "黑白": "black and white",
    "复古": "vintage",
    "鲜艳": "vivid",
    "暖色": "warm",
    "冷色": "cool",
    "棕褐色": "sepia",
}
_PLACES = Regex(
    r"接|插|拼|追加|复制|\b(?:append|attach|insert|add|put|place|before|after|between|copy|again|loop"
    r"|repeat)\b",
    re.IGNORECASE,
)
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple)"


def _other_look(found: re.Match[str], _: Values, there: There) -> str | None:
    old, new = found["old"].lower(), found["new"]
    so = {*there.looks} == {"vivid" if old == "vibrant" else old}
    return f"make it {new}" if so and old != new.lower() else None


def _logo(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"add {found[1]} at the {found[2]}" if "overlay" not in there.roles else None


def _text(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"{_TEXTS[there.only]}改成{found[1]}" if there.only in _TEXTS else None


def _logo_there(found: re.Match[str], _: Values, there: There) -> str | None:
    one = [*there.roles].count("overlay") == 1
    at = there.places[[*there.roles].index("overlay")] if one else ""
    return "删除logo" if one and at == _CORNERS[found[1]] else None


def _rest_as_usual(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "… twice as fast, the rest at normal speed", where that is so."""
    return found[1] if {*there.speeds} == {1.0} else None


def _shortened(found: re.Match[str], values: Values, there: There) -> str | None:
    clips = [*there.clips]
    name = str(values.items[index(found[2])])
    ordinals = ("first", "second", "third")
    one = clips.count(name) == 1 and clips.index(name) < len(ordinals)
    return f"shorten the {ordinals[clips.index(name)]} clip to {found[3]}" if one else None


def _other_of_two(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make the titles red, keep the second one", of two."""
    if [*there.roles].count("title") != 2:
        return None
    return f"make the {'first' if found[2].lower() == 'second' else 'second'} title {found[1]}"


def _look_stays(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Keep the sepia, just mute it", where it is sepia."""
    look = next(group for group in found.groups() if group).lower()
    return (
        ("静音" if HAN.search(found[0]) else "mute it")
        if {*there.looks} == {_LOOKS_ZH.get(look, look)}
        else None
    )


def _renamed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Change Hi to Hello", where a text says "Hi"."""
    return f"change “{found[1]}” to “{found[2]}”" if [*there.texts].count(found[1]) == 1 else None


def _clip_called(told: str, there: There) -> str:
    """The file of the clip that is called by its name without an ending; empty where none is."""
    known = (one for one in there.clips if one.rpartition(".")[0].lower() == told.lower())
    return next(known, "")


def _clip_named(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "b in black and white, rest in color", where b.mp4 is a clip."""
    name = _clip_called(found[1], there)
    return f"make {name} {found[2]}" if name else None


def _clip_named_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _clip_called(found[1], there)
    if not name:
        return None
    return f"删除{name}" if found[2] in ("拿掉", "删掉", "去掉") else f"{name}{found[2]}"


def _to_the_front(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Move the last 10 seconds to the front", of one clip."""
    long = float(number(found[1] or found[2]))
    if len(there.clips) != 1 or not 0 < long < there.seconds:
        return None
    return f"split at {there.seconds - long:g} seconds. Swap the clips"


def _soundtrack(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "去掉原声，换成song.mp3作为配乐"."""
    music = f"音乐换成{found[1]}" if "music" in there.roles else f"加{found[1]}做背景音乐"
    return f"视频静音,{music}" if [*there.roles].count("music") <= 1 else None


_Turn = Callable[[re.Match[str], Values, There], str | None]
_TURNS: tuple[tuple[str, _Turn], ...] = (
    (
        rf"\A(?:(?:actually|no|sorry|hm+),? )?(?P<new>{LOOK}),? (?:instead of|rather than|in place of|not)"
        rf" (?:the )?(?P<old>{LOOK})(?: look| filter)?(?: please)?{_END}",
        _other_look,
    ),
    (
        rf"\A(?:swap|exchange|replace|change) (?:the )?(?P<old>{LOOK})(?: look| filter)? (?:for|with|to|by)"
        rf" (?P<new>{LOOK}){_END}",
        _other_look,
    ),
    (
        rf"\Anot (?P<old>{LOOK}) after all[,:;.] (?:make it |use |take )?(?P<new>{LOOK})(?: instead"
        rf"| please)?{_END}",
        _other_look,
    ),
    (rf"\Arather (?P<new>{LOOK}) than (?P<old>{LOOK}){_END}", _other_look),
    (
        rf"\Akeep (<:file>) (?:in|at) the ({_PLACE})(?: corner)?(?: for the whole video| throughout"
        rf"| all the time){_END}",
        _logo,
    ),
    (
        rf"\A{_WHO} (?:would like|wants?|asked for|needs?) (<:file>) (?:in"
        rf"|at) the ({_PLACE})(?: corner)?{_END}",
        _logo,
    ),
    (rf"\A文字(?:改|换)(?:成|为) ?(<:text>) ?{_STOP}", _text),
    (rf"\A(?:把)?(?:删除|删掉|去掉|拿掉) ?(左上|右上|左下|右下)角的logo{_STOP}", _logo_there),
    (
        rf"(?s:\A(.*?),? (?:and |but )?(?:(?:keep|leave|play|run) )?{_REST} (?:(?:at|stays at|plays at"
        rf"|in) (?:its |the )?"
        rf"(?:normal|original|usual|regular)(?: speed)?|normally|forwards?|normal){_END})",
        _rest_as_usual,
    ),
    (
        rf"(?s:\A(.*?),? (?:and |but )?normal(?: speed)? for {_REST}{_END})",
        _rest_as_usual,
    ),
    (
        rf"(?s:\A(.*?),(?:但|而)?{_REST_ZH}(?:都|就|要|也)?(?:正着放|正放|正常(?:速度|播放)?|原速"
        rf"|速度正常|速度不变){_STOP})",
        _rest_as_usual,
    ),
    (rf"\Ashorten (<file>) to ([0-9a-z.]+ ?(?:seconds|secs|s)){_END}", _shortened),
    (
        rf"\A(?:去掉|删掉|关掉)原声,(?:换成|换上|改成)(<:file>)(?:作为|当|做)(?:配乐|背景音乐|BGM){_STOP}",
        _soundtrack,
    ),
    (
        rf"\A(?:make|turn) the titles ({_COLOR}),? (?:but )?keep the (first|second) (?:title"
        rf"|one)(?: as it is)?{_END}",
        _other_of_two,
    ),
    (
        rf"\Akeep the ({LOOK}),? (?:but )?just mute it{_END}|\A(黑白|复古|鲜艳|暖色|冷色"
        rf"|棕褐色)留着,(?:把)?声音关掉{_STOP}",
        _look_stays,
    ),
    (rf"\Achange ([a-z0-9][a-z0-9 ]{{0,30}}?) to ([a-z0-9][a-z0-9 ]{{0,30}}?){_END}", _renamed),
    (rf"\A([a-z0-9_-]{{1,12}}) in ({LOOK}),? (?:and )?(?:the )?rest in colou?r{_END}", _clip_named),
    (
        rf"\A(?:把)?([a-z0-9_-]{{1,12}})那段(删掉|去掉|拿掉)(?:,另一段(?:留着|保留|不动))?{_STOP}",
        _clip_named_zh,
    ),
    (
        rf"\A(?:中间的|后面的)?([a-z0-9_-]{{1,12}})(拿掉|删掉|去掉|静音)(?:,(?:主讲"
        rf"|另一)(?:那)?段?别静(?:音)?)?{_STOP}",
        _clip_named_zh,
    ),
    (
        rf"\A(?:move|put) the last ({NUMBER}) ?(?:seconds|secs|s) (?:to|at) the (?:very )?(?:front"
        rf"|beginning|start){_END}"
        rf"|\A(?:把)?最后({NUMBER})秒(?:钟)?(?:挪|移|放|调)到(?:最前面?|开头|片头){_STOP}",
        _to_the_front,
    ),
)


def instead_there(text: str, values: Values, there: There) -> str:
    """A message that says only what is to be; the same where the draft is otherwise."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return _without_name(text, values, there)


def _without_name(text: str, values: Values, there: There) -> str:
    """A message that calls the one clip there is the video."""
    if len(there.clips) != 1 or _PLACES.search(text):
        return text
    video = "视频" if HAN.search(text) else "the video"

    def called(found: re.Match[str]) -> str:
        return video if str(values.items[index(found[1])]) == there.clips[0] else found[0]

    return pattern(r"<file>").sub(called, text)
