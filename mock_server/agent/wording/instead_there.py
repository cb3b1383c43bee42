"""Orders that name what the draft has before they say what is to be: "sepia instead of warm", where it is
warm, "talk.mp4 in black and white", where that is the video, "文字改成“再见”", where one text is there."""

import re
from collections.abc import Callable

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

_Turn = Callable[[re.Match[str], Values, There], str | None]


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


def _of_the_music(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "音量调到30%", behind a message that put in the music."""
    if "music" not in there.roles or not _PUT_IN.search(there.last):
        return None
    return ",".join(
        f"音乐{part.removeprefix('再')}" for part in found[0].rstrip(" .。!").split(",")
    )


def _of_the_music_en(found: re.Match[str], _: Values, there: There) -> str | None:
    if "music" not in there.roles or not _PUT_IN.search(there.last):
        return None
    return f"set the music volume to {found[1]}"


def _how_strong(found: re.Match[str], _: Values, there: There) -> str | None:
    one = there.looks[0] if there.looks and len({*there.looks}) == 1 else ""
    level = next((group for group in found.groups() if group), "50%")
    return f"make it {one} at {level}" if one else None


def _shown_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "and only for the first 10 seconds", behind a message about the one picture that is there."""
    name = {"overlay": "logo", "title": "title", "caption": "caption"}.get(there.only)
    return f"show the {name} only for {found[1]}" if name else None


def _moved_only(found: re.Match[str], _: Values, there: There) -> str | None:
    name = {"overlay": "logo", "title": "title", "caption": "caption"}.get(there.only)
    return f"move the {name} to the {found[1]}" if name else None


def _fixed_only(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"change the {there.only} to {found[1]}" if there.only in _TEXTS else None


def _retimed_only(found: re.Match[str], _: Values, there: There) -> str | None:
    name = {"overlay": "logo", "title": "title", "caption": "caption"}.get(there.only)
    return f"move the {name} to {found[1]} seconds" if name else None


def _lasting_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Let it stay on screen until 12 seconds", where "it" is no video."""
    name = {"overlay": "logo", "title": "title", "caption": "caption"}.get(there.only)
    return f"make the {name} last until {found[1]}" if name else None


def _shortened(found: re.Match[str], values: Values, there: There) -> str | None:
    clips = [*there.clips]
    name = str(values.items[index(found[2])])
    ordinals = ("first", "second", "third")
    one = clips.count(name) == 1 and clips.index(name) < len(ordinals)
    return f"shorten the {ordinals[clips.index(name)]} clip to {found[3]}" if one else None


def _recolored_only(found: re.Match[str], _: Values, there: There) -> str | None:
    name = there.only if there.only in _TEXTS else ""
    return f"make the {name} {found[1]}" if name else None


def _both_removed(found: re.Match[str], _: Values, there: There) -> str | None:
    names = {**_NAMES_ZH} if HAN.search(found[0]) else {**_NAMES}
    kinds = [*there.roles]
    if len(kinds) != 2 or kinds[0] == kinds[1] or not {*kinds} <= names.keys():
        return None
    one, other = (names[kind] for kind in kinds)
    return f"删掉{one}和{other}" if HAN.search(found[0]) else f"remove the {one} and the {other}"


def _other_of_two(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make the titles red, keep the second one", of two."""
    if [*there.roles].count("title") != 2:
        return None
    return f"make the {'first' if found[2].lower() == 'second' else 'second'} title {found[1]}"


def _one_of_two(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "The former in red", of two of which the message before spoke."""
    at = [there.last.find(text) if text else -1 for text in there.texts]
    if (
        len(there.roles) != 2
        or len({*there.roles}) > 1
        or max(at) < 0
        or not {*there.roles} <= {*_TEXTS}
    ):
        return None
    # Where only one is spoken of, the other was before: that is the former.
    in_order = at[0] <= at[1] if min(at) >= 0 else at[1] >= 0
    first = in_order == (found[1].lower() == "former")
    name = f"the {'first' if first else 'second'} {there.roles[0]}"
    return f"move {name} to the {found[3]}" if found[3] else f"make {name} {found[2]}"


def _look_stays(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Keep the sepia, just mute it", where it is sepia."""
    look = next(group for group in found.groups() if group).lower()
    return (
        ("静音" if HAN.search(found[0]) else "mute it")
        if {*there.looks} == {_LOOKS_ZH.get(look, look)}
        else None
    )


_LOOKS_ZH = {
    "黑白": "black and white",
    "复古": "vintage",
    "鲜艳": "vivid",
    "暖色": "warm",
    "冷色": "cool",
    "棕褐色": "sepia",
}


def _renamed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Change Hi to Hello", where a text says "Hi"."""
    return f"change “{found[1]}” to “{found[2]}”" if [*there.texts].count(found[1]) == 1 else None


def _other_side(found: re.Match[str], _: Values, there: There) -> str | None:
    at = there.places[0] if there.only == "overlay" else ""
    if found[1] and found[1].lower() != at.split("-")[0]:
        return None
    sides = {"left": "right", "right": "left"}
    up, _dash, side = at.rpartition("-")
    return f"move the logo to the {up} {sides[side]}" if side in sides and up else None


def _music_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "只要前20秒有就行", behind a message that put in the music."""
    return f"音乐只在{found[1]}" if there.only == "music" and _PUT_IN.search(there.last) else None


def _clip_named(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "b in black and white, rest in color", where b.mp4 is a clip."""
    name = next(
        (one for one in there.clips if one.rpartition(".")[0].lower() == found[1].lower()), ""
    )
    return f"make {name} {found[2]}" if name else None


def _clip_named_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    name = next(
        (one for one in there.clips if one.rpartition(".")[0].lower() == found[1].lower()), ""
    )
    if not name:
        return None
    return f"删除{name}" if found[2] in ("拿掉", "删掉", "去掉") else f"{name}{found[2]}"


def _soundtrack(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "去掉原声，换成song.mp3作为配乐"."""
    music = f"音乐换成{found[1]}" if "music" in there.roles else f"加{found[1]}做背景音乐"
    return f"视频静音,{music}" if [*there.roles].count("music") <= 1 else None


def _until_the_end(found: re.Match[str], _: Values, there: There) -> str | None:
    return (
        f"{_NAMES_ZH[there.only]}显示到结尾"
        if there.only in ("overlay", "title", "caption")
        else None
    )


_NAMES = {
    "title": "title",
    "caption": "caption",
    "lower-third": "lower third",
    "overlay": "logo",
    "music": "music",
}
_NAMES_ZH = {
    "title": "标题",
    "caption": "字幕",
    "lower-third": "人名条",
    "overlay": "logo",
    "music": "音乐",
}
_PLACES = re.compile(
    r"接|插|拼|追加|复制|\b(?:append|attach|insert|add|put|place|before|after|between|copy|again|loop"
    r"|repeat)\b",
    re.IGNORECASE,
)
_PUT_IN = re.compile(
    r"音乐|配乐|bgm|[钢爵摇轻].{0,3}[曲乐]|\.(?:mp3|wav|m4a)|\bmusic\b|\bsong\b|\bjazz\b|\blo-?fi\b",
    re.IGNORECASE,
)
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple)"
_SECONDS_ZH = r"[0-9一二两三四五六七八九十半]+ ?秒"
_LEVEL_ZH = (
    r"(?:再)?(?:音量|声音)(?:再)?(?:调到|设为|设成|降到|调成|改成|小一点|大一点|太大了?,调小一点"
    r"|太小了?,调大一点)(?:[0-9]+%|[一二三四五六七八九]成)?"
)
_FADE_ZH = rf"(?:最后|结尾|开头)?(?:再)?(?:加)?(?:{_SECONDS_ZH})?(?:的)?淡[入出](?:{_SECONDS_ZH})?(?:音乐)?"

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
    (rf"\A{_LEVEL_ZH}(?:,{_FADE_ZH})?{_STOP}|\A{_FADE_ZH}{_STOP}", _of_the_music),
    (
        r"\A(?:a bit |a little |much )?(?:quieter|louder|softer),? (?:like|to|say"
        r"|at)? ?([0-9]{1,3} ?%)(?: please)?"
        rf"{_END}",
        _of_the_music_en,
    ),
    (
        r"\A(?:(?:please )?(?:reduce|lower|set|turn down|raise|change) its strength (?:to"
        r"|by) ([0-9]{1,3} ?%)"
        rf"|only (?:half as strong|at ([0-9]{{1,3}} ?%))){_END}",
        _how_strong,
    ),
    (
        rf"\A(?:and |but )?only (?:for|during|in) (the (?:first|last) [a-z0-9.]+ ?(?:seconds|secs"
        rf"|s)){_END}",
        _shown_only,
    ),
    (
        rf"\A(?:(?:actually|no|sorry|rather|hm+|wait)[, ]+)*(?:i would rather have it "
        rf"|i'd rather have it |(?:put|move) it )?"
        rf"(?:in |at |to )?(?:the )?({_PLACE})(?: corner)?(?: is better| instead| please)?{_END}",
        _moved_only,
    ),
    (
        r"\A(?:oops|ah|oh|sorry)?[,! ]*(?:there(?:'s| is) a )?typo[!:,.] (?:it should (?:read|say"
        r"|be) )(<:text>) ?"
        rf"{_END}",
        _fixed_only,
    ),
    (
        rf"\A(?:show|put|have) it (?:at|from) ([0-9]+ ?(?:to|-|–) ?[0-9]+)(?: ?(?:seconds|secs"
        rf"|s))? instead{_END}",
        _retimed_only,
    ),
    (
        r"\A(?:please )?(?:let|keep|leave|have) it (?:stay )?(?:on screen|up|visible) (?:until|till|up to)"
        rf" ([0-9:.]+(?: ?(?:seconds|secs|s)\b)?){_END}",
        _lasting_only,
    ),
    (rf"\Ashorten (<file>) to ([0-9a-z.]+ ?(?:seconds|secs|s)){_END}", _shortened),
    (rf"\A({_COLOR}) (?:instead of|rather than) {_COLOR}{_END}", _recolored_only),
    (
        rf"\A(?:remove|delete|drop) (?:both|them both|both of them)(?: again)?{_END}"
        rf"|\A(?:把)?两个都(?:去掉|删掉|不要){_STOP}",
        _both_removed,
    ),
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
        rf"\A(?:make |put |move )?the (former|latter) (?:should be |goes )?(?:(?:in )?({_COLOR})|(?:at |to "
        rf"|in )?(?:the )?({_PLACE})){_END}",
        _one_of_two,
    ),
    (
        rf"\Akeep the ({LOOK}),? (?:but )?just mute it{_END}|\A(黑白|复古|鲜艳|暖色|冷色"
        rf"|棕褐色)留着,(?:把)?声音关掉{_STOP}",
        _look_stays,
    ),
    (rf"\Achange ([a-z0-9][a-z0-9 ]{{0,30}}?) to ([a-z0-9][a-z0-9 ]{{0,30}}?){_END}", _renamed),
    (
        rf"\A(?:the )?other side,? please(?:,? (?:but )?still (?:at the )?(top|bottom))?{_END}"
        rf"|\A(?:the )?other side,? still (?:at the )?(top|bottom){_END}",
        _other_side,
    ),
    (rf"\A只要(前[0-9一二三四五六七八九十]+秒)有(?:音乐)?{_STOP}", _music_only),
    (rf"\A([a-z0-9_-]{{1,12}}) in ({LOOK}),? (?:and )?(?:the )?rest in colou?r{_END}", _clip_named),
    (
        rf"\A(?:中间的|后面的)?([a-z0-9_-]{{1,12}})(拿掉|删掉|去掉|静音)(?:,(?:主讲"
        rf"|另一)(?:那)?段?别静(?:音)?)?{_STOP}",
        _clip_named_zh,
    ),
    (rf"\A(?:让|把)?它?(?:一直)?显示到(?:视频)?(?:结束|结尾|最后){_STOP}", _until_the_end),
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
