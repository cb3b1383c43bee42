"""Orders that leave unsaid what there is only one of, or two: "other corner: bottom left",
"两个都只在10到15秒出现"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.misspelt_there import put_right

NAMES = {
    "title": "title",
    "caption": "caption",
    "lower-third": "lower third",
    "overlay": "logo",
    "music": "music",
}
NAMES_ZH = {
    "title": "标题",
    "caption": "字幕",
    "lower-third": "人名条",
    "overlay": "logo",
    "music": "音乐",
}
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple)"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right))"
_AT = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}|(?:{NUMBER}) ?(?:seconds?|secs?|s)\b)"
_LONG = rf"(?:{NUMBER}) ?秒钟?"
_RANGE = rf"第?(?:{NUMBER}) ?秒?(?:钟)?[到至-]第?(?:{NUMBER}) ?秒钟?"
_END, _STOP = r"[ .!]*\Z", r"(?:吧|了|就行|就好)*[ .!。]*\Z"
_TWO = 2


@dataclass(frozen=True)
class There:
    """What a draft holds: the roles, texts, places and names of its layers in time order, and whether each
    is there all the time; the files, looks and speeds of its clips, the transitions between them, and
    whether the first fades in; how long it is; the message before, and the roles of the layers that it
    has taken away."""

    roles: Sequence[str]
    texts: Sequence[str]
    clips: Sequence[str]
    looks: Sequence[str] = ()
    fades_in: bool = False
    places: Sequence[str] = ()
    lasting: Sequence[bool] = ()
    speeds: Sequence[float] = ()
    seconds: float = 0
    last: str = ""
    names: Sequence[str] = ()
    gone: Sequence[str] = ()
    joins: Sequence[str] = ()
    spans: Sequence[tuple[float, float]] = ()  # from when to when each layer is there
    levels: Sequence[float] = ()  # of the clips' own sound
    fades: Sequence[str] = ()  # "music in", "clip out", …
    fade_lengths: Sequence[float] = ()  # of these, in seconds
    starts: Sequence[float] = ()  # when each clip begins
    frozen: Sequence[bool] = ()  # whether each clip is a frozen frame
    join_lengths: Sequence[float] = ()  # of the transitions, in seconds
    volumes: Sequence[float] = ()  # of each layer
    zooms: Sequence[float] = ()  # how many times each layer enlarges the picture
    colors: Sequence[str] = ()  # of the layers; empty where none is told

    @property
    def only(self) -> str:
        """The role of the one layer; empty where there are none, or more."""
        return self.roles[0] if len(self.roles) == 1 else ""


_Turn = Callable[[re.Match[str], Values, There], str | None]


def _colored(found: re.Match[str], _: Values, there: There) -> str | None:
    texts = (
        there.only in ("title", "caption", "lower-third") and found[1].lower() != found[2].lower()
    )
    return f"make the {NAMES[there.only]} {found[1]}" if texts else None


def _cornered(found: re.Match[str], _: Values, there: There) -> str | None:
    seen = there.only in NAMES and there.only != "music"
    return f"move the {NAMES[there.only]} to the {found[1]}" if seen else None


def _cornered_until(found: re.Match[str], _: Values, there: There) -> str | None:
    seen = there.only in NAMES and there.only != "music"
    name = NAMES.get(there.only)
    return f"move the {name} to the {found[1]} and show it only until {found[2]}" if seen else None


def _replaced(found: re.Match[str], values: Values, there: There) -> str | None:
    heard = there.only == "music" and is_sound(str(values.items[index(found[2])]))
    level = f", volume {found[3]}" if found[3] else ""
    return f"replace the music with {found[1]}{level}" if heard else None


def _both_colored(found: re.Match[str], _: Values, there: There) -> str | None:
    two = list(there.roles) == ["title", "title"]
    return f"make the first title {found[1]} and the second title {found[2]}" if two else None


def _both_timed(found: re.Match[str], _: Values, there: There) -> str | None:
    if len(there.roles) != _TWO or len({*there.roles} & NAMES_ZH.keys()) != _TWO:
        return None
    return ",".join(f"{NAMES_ZH[role]}改到{found[1]}" for role in there.roles)


def _faded(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"音乐最后{found[1]}淡出" if there.only == "music" else None


def _heard_first(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"音乐只在{found[1]}" if there.only == "music" else None


def _fainter(found: re.Match[str], _: Values, there: There) -> str | None:
    percent = round(float(found[1]) * 100)
    return f"把logo的不透明度调到{percent}%" if there.only == "overlay" else None


def _swapped(found: re.Match[str], values: Values, there: There) -> str | None:
    one, other = (str(values.items[index(mark)]) for mark in (found[2], found[4]))
    titles = list(there.roles) == ["title", "title"] and {one, other} == {*there.texts}
    if not titles or one == other:
        return None
    first, second = (found[1], found[3]) if there.texts[0] == one else (found[3], found[1])
    return f"第一个标题改成{second},第二个标题改成{first}"


def _last_of_two(found: re.Match[str], _: Values, there: There) -> str | None:
    role = next(role for role, name in NAMES_ZH.items() if name == found[2])
    first = found[1][0] in "前第" and "二" not in found[1]
    return (
        f"只保留第{'一' if first else '二'}个{found[2]}" if [*there.roles] == [role, role] else None
    )


def _numbered_clip(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "第二段b.mp4静音", where the second one is that."""
    number = "一二三四五".index(found[1])
    name = str(values.items[index(found[2])])
    fits = number < len(there.clips) and there.clips[number] == name
    return f"第{found[1]}段{found[3]}" if fits else None


def _of_two_clips(found: re.Match[str], _: Values, there: There) -> str | None:
    if len(there.clips) != _TWO:
        return None
    text = found[0]
    if re.fullmatch(rf"(?:把)?后一段(?:挪|移|放|换|调)到(?:最)?前面?(?:去)?{_STOP}", text):
        return "把第二段移到最前面"
    return text.replace("前一段", "第一段").replace("后一段", "第二段")


def _half_restored(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "只要前半段黑白，后半段还原", where all is."""
    so = bool(there.looks) and set(there.looks) == {_LOOKS[found[2]]} and found[1] != found[3]
    return f"{found[3]}半段还原颜色" if so else None


_LOOKS = {
    "黑白": "black and white", "复古": "vintage", "鲜艳": "vivid", "暖色": "warm", "冷色": "cool",
}  # fmt: skip


def _swapped_clips(_: re.Match[str], __: Values, there: There) -> str | None:
    return "swap the clips" if len(there.clips) == _TWO else None


def _halves_swapped(_: re.Match[str], __: Values, there: There) -> str | None:
    return "swap the clips" if len(there.clips) == _TWO else None


def _before_the_clip(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "place b.mp4 before the interview", which the one clip that is there must be."""
    return f"put {found[1]} {found[2]} the video" if len(there.clips) == 1 else None


def _only_that_clip(found: re.Match[str], values: Values, there: There) -> str | None:
    name = str(values.items[index(found[1])])
    if list(there.clips).count(name) != 1 or len(there.clips) > len("一二三四五"):
        return None
    return f"给第{'一二三四五'[list(there.clips).index(name)]}段{found[2]}"


def _both_until(found: re.Match[str], _: Values, there: There) -> str | None:
    if len(there.roles) != _TWO or len({*there.roles} & NAMES_ZH.keys()) != _TWO:
        return None
    ends = {"music": "结束"}
    return ",".join(f"{NAMES_ZH[one]}到{found[1]}{ends.get(one, '消失')}" for one in there.roles)


def _other_music(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"把音乐换成{found[1]}" if list(there.roles).count("music") == 1 else None


def _two_sizes(found: re.Match[str], _: Values, there: There) -> str | None:
    two = list(there.roles) == ["title", "title"] and found[1] != found[2]
    return f"第一个标题{found[1]}一点,第二个标题{found[2]}一点" if two else None


def _another_title(found: re.Match[str], _: Values, there: There) -> str | None:
    titles = {*there.roles} == {"title"}
    return f"{found[1]}标题{found[2]}" if titles else None


def _but_not_the_song(found: re.Match[str], _: Values, there: There) -> str | None:
    return found[1] if "music" not in there.roles else None


def _not_that_look(found: re.Match[str], _: Values, there: There) -> str | None:
    return found[1] if _LOOKS_ZH[found[2]] not in there.looks and found[2] not in found[1] else None


def _the_other_look(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Not warm, cool", where it is warm."""
    return f"make it {found[2]}" if {*there.looks} == {found[1].lower()} else None


def _none_of_these(found: re.Match[str], _: Values, there: There) -> str | None:
    return found[1] if not {*there.roles} & {"title", "caption"} else None


def _no_music_but_speech(found: re.Match[str], _: Values, there: There) -> str | None:
    if "music" not in there.roles:
        return None
    return (
        f"人声调{found[1]}一点" if found[1] in "大小" else f"make the sound of the video {found[1]}"
    )


def _only_so_much(found: re.Match[str], values: Values, there: There) -> str | None:
    name = str(values.items[index(found[2])])
    return f"{found[1]}只保留{found[3]}" if list(there.clips).count(name) == 1 else None


def _only_out(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "开头不要淡入,只要结尾淡出2秒"."""
    return f"取消开头的淡入,{found[1]}" if there.fades_in else found[1]


_LOOKS_ZH = {
    "黑白": "black and white", "复古": "vintage", "鲜艳": "vivid", "暖色": "warm", "冷色": "cool",
}  # fmt: skip


_TURNS: tuple[tuple[str, _Turn], ...] = (
    (rf"\A({_COLOR}),? (?:please,? )?not ({_COLOR}){_END}", _colored),
    (rf"\A(?:the )?other (?:corner|side)[:,]? (?:in "
     rf"|at )?(?:the )?({_PLACE})(?: corner)?{_END}", _cornered),
    (
        rf"\A(?:actually|no|sorry|rather|hm+)[, ]+(?:in |at )?(?:the )?({_PLACE})(?: corner)?,? and only"
        rf" (?:until|till|up to) ({_AT}){_END}",
        _cornered_until,
    ),
    (
        r"\A(?:rather|better|no,? rather|actually,? rather) ((?:the )?<file>)(?:,? (?:at|with) (?:volume )?"
        rf"(0?\.[0-9]{{1,2}}|[0-9]{{1,3}} ?%))?{_END}",
        _replaced,
    ),
    (rf"\A({_COLOR}) for the first title,? (?:and )?({_COLOR}) for the (?:other|second)(?: one"
     rf"| title)?{_END}",
     _both_colored),
    (rf"\A(?:这)?(?:两个|它们)?(?:都|全都)(?:只|改)?(?:在|到|改到)({_RANGE})(?:出现|显示"
     rf"|放)?{_STOP}", _both_timed),
    (rf"\A(?:在)?最后({_LONG})(?:让|把)(?:它|音乐)(?:慢慢)?淡出{_STOP}", _faded),
    (rf"\A(?:不,?|不是,?|不对,?)?(?:我说的是|我是说|我要的是)(前{_LONG})(?:才|里)?(?:要|有|放"
     rf"|响){_STOP}", _heard_first),
    (rf"\A(?:太[^,。]{{1,4}}了?,)?不透明度(?:调|降|改)(?:到|成|为)(0?\.[0-9]{{1,2}}){_STOP}", _fainter),
    (rf"\A(?:把)?(<text>)和(<text>)的?(?:文字|内容|字)(?:互换|对调|换一下"
     rf"|交换)(?:一下)?{_STOP}", _swapped),
    (rf"\A只保?留(后面那个|前面那个|后一个|前一个)(标题|字幕){_STOP}", _last_of_two),
    (rf"\A(?:把)?第([一二三四五])段<file>(静音|倒放|变黑白|调成黑白){_STOP}", _numbered_clip),
    (
        rf"\A只要?(前|后)半段({'|'.join(_LOOKS)}),([前后])半段(?:还原|恢复)(?:颜色|原样|彩色|正常)?{_STOP}",
        _half_restored,
    ),
    (rf"\Aswap (?:the )?(?:(?:two|both) (?:clips|parts|pieces|videos)"
     rf"|(?:order|places) of the (?:two )?clips)(?: (?:round|around))?{_END}", _swapped_clips),
    (r"\A(?:don't (?:delete|cut|remove) anything,? )?(?:just |only )?play the second (?:half|part"
     r"|clip) first"
     rf"{_END}", _halves_swapped),
    (rf"\A(?:place|put|insert|add) (<:file>) (before|after) (?:the|my|our) (?:interview|talk|speech"
     rf"|lecture|footage|presentation){_END}", _before_the_clip),
    (rf"\A只?给<file>((?:加|用)(?:上)?(?:复古|黑白|暖色|冷色|鲜艳|电影感|怀旧)(?:滤镜|色调|效果)?"
     rf"|静音|倒放){_STOP}", _only_that_clip),
    (rf"\A(?:把)?((?=<file>)<:file>)只?(?:要|留)(最?[前后]面?{_LONG}){_STOP}", _only_so_much),
    (rf"\A开头(?:不要|别|不用)淡入(?:了)?,(?:但)?只?(?:要|在)?(?:视频)?"
     rf"(结尾淡出{_LONG}){_STOP}", _only_out),
    (rf"\A(?:这)?(?:两个|它们)(?:都|全都)?(?:只|就)(?:放|显示|播放|播)?到第?({NUMBER} ?秒钟?)(?:为止"
     rf"|结束)?{_STOP}", _both_until),
    (rf"\A(?:还是)?(?:换|改)成((?:爵士|摇滚|轻|古典|电子|流行|民谣)(?:音乐|乐)"
     rf"|钢琴曲){_STOP}", _other_music),
    (rf"\A第一个(?:再)?(?:稍微)?([大小])(?:一点|一些|点),第二个(?:再)?(?:稍微)?([大小])(?:一点"
     rf"|一些|点){_STOP}",
     _two_sizes),
    (rf"\A(?:然后|再|后面|接着)*(?:在)?({_RANGE})(?:再|也)?(?:来|加|放)(?:上)?一个"
     rf"(<:text>) ?{_STOP}", _another_title),
    (rf"\A(加[^,。;]{{2,5}}乐),(?:但|可)?(?:不要|别用|不用|不是)<:file>{_STOP}", _but_not_the_song),
    (rf"\A((?:画面|颜色|色调)[^,。;不]{{2,8}}),(?:但|可)?(?:不要|别|不是)({'|'.join(_LOOKS)})(?:的"
     rf"|调)?{_STOP}",
     _not_that_look),
    (rf"\Anot (warm|cool|sepia|vintage|vivid),? (?:but )?(warm|cool|sepia|vintage|vivid){_END}",
     _the_other_look),
    (rf"\A(?:字幕|标题)(?:、|和|跟|,)(?:标题|字幕)(?:我)?(?:都|全)不要,只要([^,。;]{{4,14}}){_STOP}",
     _none_of_these),
    (rf"\A不是音乐,是(?:人声|原声)(?:太|有点)[大小响吵轻],(?:请)?调"
     rf"([大小])一?点{_STOP}", _no_music_but_speech),
    (r"\Anot the music[:,;.] (?:please )?make (?:my|the|her|his) (?:voice|speech|talking) "
     rf"(quieter|louder|softer){_END}", _no_music_but_speech),
    (rf"\A(?:把)?[前后]一段[^,。;]{{2,8}}(?:,(?:把)?[前后]一段[^,。;]{{2,8}})?{_STOP}", _of_two_clips),
)  # fmt: skip


def named_by_draft(text: str, values: Values, there: There) -> str:
    """A message that names what it is about; the same where that is not one thing."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return put_right(text, values, there.texts) or text
