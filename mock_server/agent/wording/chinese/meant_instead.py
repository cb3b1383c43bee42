"""Chinese orders beside a wish that something stays, or what is denied, and a part of a clip said in full:
"第一段不动，第二段加速两倍", "不是红色，是蓝色", "后一段前5秒静音"."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import Values, marks, pattern
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_TWO = 2
_STOP = r"(?:吧|就行|就好)*[ .!。]*\Z"
_EDGE = f"(?:最?[前后]|最后|开头|结尾){LONG}"
_CLIP = "(?:<:file>|第[一二三四]段|talk)"
_GONE = "(?:剪掉|删掉|删除|去掉|剪去)"
_STAYS = "(?:保持)?(?:不变|不动|别动|不要动|不用动|别改|不要改)"
_NOT_SO = "(?:不对|哦不|不是|错了|说错了)"
_COLOR = "(?:红|黄|蓝|绿|白|黑|橙|粉|紫|灰)色?"
_LOOK = "(?:黑白|复古|怀旧|暖色调?|冷色调?|鲜艳|电影感)"
_CORNER = "(?:左上|右上|左下|右下)角?"

_Turn = Callable[[re.Match[str], Values, There], str | None]


def _file(mark: str, values: Values) -> str:
    return str(values.items[marks(mark, "file")[0]])


def _as_it_is(found: re.Match[str], _: Values, __: There) -> str | None:
    return found["rest"]


def _of_two(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "后一段前5秒静音", of two clips."""
    if len(there.clips) != _TWO:
        return None
    nth = "一" if found["which"][0] in "前上" else "二"
    return f"第{nth}段{found['rest']}"


def _the_others(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"除了{found['clip']}都{found['rest']}" if len(there.clips) >= _TWO else None


def _of_that_text(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "A不变，B变红", of two texts that say so."""
    one, rest = found["one"], found["rest"]
    named = [text for text in there.texts if text and rest.startswith(text) and text != one]
    if there.texts.count(one) != 1 or len(named) != 1 or there.texts.count(named[0]) != 1:
        return None
    left = rest.removeprefix(named[0])
    return f"删掉“{named[0]}”" if left.strip("。.") in ("删掉", "删了") else f"“{named[0]}”{left}"


def _begins_earlier(found: re.Match[str], _: Values, there: There) -> str | None:
    one = list(there.roles).count("title") == 1
    return f"标题{found['rest']},结束不变" if one else None


def _put_right(found: re.Match[str], _: Values, __: There) -> str | None:
    return f"{found['lead']}{found['edge']}{found['rest']}"


def _of_the_same_clip(found: re.Match[str], _: Values, __: There) -> str | None:
    """ "把b.mp4静音，前5秒剪掉"."""
    return f"{found['lead']},{found['clip']}的{found['rest']}"


_LAST = Regex(
    f"(?P<verb>{_GONE})?(?:[把将给])?(?P<clip>第[一二三四]段|[A-Za-z0-9_-]+\\.(?:mp4|mov|mkv|webm))的?"
    f"(?P<edge>{_EDGE})(?P<rest>[^,，。;；]{{0,8}})[。 ]*"
)


def _that_edge(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "b.mp4的前5秒静音", "改成前3秒"."""
    last = _LAST.fullmatch(there.last)
    if not last:
        return None
    return f"不对,{last['verb'] or ''}{last['clip']}的{found['edge']}{last['rest']}"


def _that_edge_too(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "删掉b.mp4的前5秒", "talk的也删掉"."""
    last = _LAST.fullmatch(there.last)
    if not last or not last["verb"]:
        return None
    return f"删掉{found['clip']}的{last['edge']}"


def _joined(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "给b.mp4加1秒叠化", where it stands behind another."""
    name = _file(found["file"], values)
    if len(there.clips) != _TWO or there.clips[1] != name or there.clips[0] == name:
        return None
    return f"两段之间加{found['long'] or found['behind']}叠化"


def _is_behind(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "b.mp4放在talk后面，叠化1秒", where it is so."""
    name = _file(found["file"], values)
    other = there.clips[0] if len(there.clips) == _TWO else ""
    if not other or there.clips[1] != name or other == name:
        return None
    told = _file(found["other"], values) if found["other"] != "talk" else "talk.mp4"
    if told != other:
        return None
    rest = found["rest"]
    return (
        f"两段之间加{rest.removeprefix('叠化')}叠化" if rest.startswith("叠化") else f"第二段{rest}"
    )


def _the_sound(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "叮小声一点", of the one that is there."""
    there_is = [one for role, one in zip(there.roles, there.names, strict=True) if role == "sound"]
    if there_is != [found["name"]]:
        return None
    rest = re.sub(r"\A(?:放到|从)(?P<at>[0-9.]+秒)(?:开始)?", r"移到\g<at>", found["rest"])
    return f"音效{rest}"


def _with_its_last_word(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "夏天改成夏天来了"."""
    at = [role for role, one in zip(there.roles, there.texts, strict=True) if one == found["was"]]
    if len(at) != 1 or at[0] not in NAMES_ZH:
        return None
    return f"{NAMES_ZH[at[0]]}“{found['was']}”的文字改成“{found['new']}”"


def _cut_first(found: re.Match[str], _: Values, __: There) -> str | None:
    """What is cut behind all else moves nothing of it, when it is done first."""
    if float(found["cut"]) < max(float(found["end"]), float(found["amid"] or 0)):
        return None
    return f"{found['last']},{found['lead']}"


def _without(found: re.Match[str], _: Values, __: There) -> str | None:
    """ "不要降噪，要稳定"."""
    what = found["what"].replace("稳定", "防抖")
    rest = re.sub(r"\A要(?=[稳降])", "", found["rest"])
    return f"去掉{what},{rest}"


def _gone_again(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "降噪", "不要降噪"."""
    what = found["what"]
    return f"去掉{_NAMED.get(what, what)}" if what in there.last else None


_NAMED = {"稳定": "防抖", "裁": "裁剪", "转": "旋转"}


def _as_before(found: re.Match[str], _: Values, __: There) -> str | None:
    """ "第二段不加速"."""
    return f"{found['lead']}{_BACK[found['what']]}"


_BACK = {"静音": "取消静音", "加速": "恢复原速", "降噪": "去掉降噪", "稳定": "去掉防抖"}


def _other_look(found: re.Match[str], _: Values, there: There) -> str | None:
    there_is = any(there.looks) and len(there.looks) == 1
    return f"改成{found['other']}" if there_is else None


def _changed_there(found: re.Match[str], _: Values, there: There) -> str | None:
    role = next((one for one, name in NAMES_ZH.items() if name == found["thing"]), "")
    if list(there.roles).count(role) != 1:
        return None
    if role == "overlay":
        return f"logo移到{found['other'].removesuffix('角')}角"
    return f"{found['thing']}改成{found['other']}"


def _of_the_one_before(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "第一段静音", "不是第一段，是第二段"."""
    last = there.last.strip("。 ")
    if not last or last.count(found["was"]) != 1 or re.search("[,，;；“]", last):
        return None
    return f"不对,{last.replace(found['was'], found['other'])}"


def _levelled(found: re.Match[str], _: Values, there: There) -> str | None:
    told = re.fullmatch(f"静音({RANGE})|({RANGE})静音", there.last.strip("。 "))
    return f"不对,{told[1] or told[2]}音量减半" if told else None


_SPEEDS = (
    rf"(?P<lead>({NUMBER})秒?[到至-](?P<end>[0-9]+)秒(?:加速|慢放|放慢|减速)[^,。;]*"
    rf"(?:,(?:静音)?[0-9]+[到至-](?P<amid>[0-9]+)秒(?:静音|黑白|倒放)?)?)"
)
_TURNS: tuple[tuple[str, _Turn], ...] = (
    (rf"\A[把将给]?(?P<which>[前后上下](?:面那?)?一?段)的?(?P<rest>{_EDGE}[^,。;]+)\Z", _of_two),
    (
        rf"\A(?P<clip>第[一二三四]段){_STAYS},(?:其余|其他|其它|别的)的?都?(?P<rest>[^,。;]+)\Z",
        _the_others,
    ),
    (rf"\A(?P<one>[^,。;]{{1,12}}?){_STAYS},(?P<rest>[^,。;]+)\Z", _of_that_text),
    (rf"\A标题(?:的)?结束(?:时间)?{_STAYS},(?P<rest>早{LONG}开始){_STOP}", _begins_earlier),
    (
        rf"\A标题{_STAYS},(?=加(?:阴影|描边|背景))(?P<rest>[^,。;]+)\Z",
        lambda f, _, __: f"标题{f['rest']}",
    ),
    (
        rf"\A(?:滤镜|颜色|色调){_STAYS},(?P<rest>强度[^,。;]+)\Z",
        lambda f, _, __: f"滤镜{f['rest']}",
    ),
    (
        rf"\A(?:第[一二三四]段|顺序|(?:画面)?比例|标题|字幕|音乐|logo){_STAYS},"
        r"(?P<rest>(?![大小早晚淡减调移放]|提前|推迟|音量|加(?!速)|变|改|强度|其|别|不|它|结|只)[^,。;]+)\Z",
        _as_it_is,
    ),
    (
        rf"\A(?P<lead>[把将给]?{_CLIP}的?){_EDGE}(?P<rest>[^,。;]{{1,8}}),{_NOT_SO},?(?P<edge>{_EDGE}){_STOP}",
        _put_right,
    ),
    (
        rf"\A(?P<lead>[把将给]?(?P<clip>{_CLIP})(?!的?{_EDGE})[^,。;]{{1,8}}),(?P<rest>{_EDGE}{_GONE}){_STOP}",
        _of_the_same_clip,
    ),
    (rf"\A(?:{_NOT_SO},?|改[成为到]|应该是)+(?P<edge>{_EDGE}){_STOP}", _that_edge),
    (rf"\A(?P<clip>{_CLIP})的也{_GONE}{_STOP}", _that_edge_too),
    (
        rf"\A给?(?P<file><:file>)(?:加(?P<long>{LONG})(?:的)?叠化|叠化(?:进来)?,?(?P<behind>{LONG})){_STOP}",
        _joined,
    ),
    (
        r"\A[把将]?(?P<file><:file>)放[在到](?P<other><:file>|talk)的?后[面边],(?P<rest>[^,。;]+)\Z",
        _is_behind,
    ),
    (
        r"\A[给把将]?(?P<name>[^,。;的\ue000-\ue0ff]{1,8}?)的?"
        r"(?P<rest>(?:再|音量)?(?:小声|大声|大|小|减半|淡[入出]"
        r"|放到[0-9]|从[0-9]+秒开始)[^,。;]*)\Z",
        _the_sound,
    ),
    (
        r"\A[把将]?(?P<was>[^,。;改\ue000-\ue0ff]{1,20})改[成为]"
        r"(?P<new>[^,。;\ue000-\ue0ff]{1,20}了)[ .!]*\Z",
        _with_its_last_word,
    ),
    (
        rf"\A{_SPEEDS},(?P<last>(?:[剪删]掉)?(?P<cut>[0-9]+)(?:[到至-][0-9]+)?秒(?:之后的?)?(?:[剪删]掉)?){_STOP}",
        _cut_first,
    ),
    (r"\A(?P<rest>同一段)(?P<what>再?加?[^,。;]+)\Z", lambda f, _, __: f"这一段{f['what']}"),
    (
        r"\A第一段裁(?P<one>[上下左右])(?P<n>[0-9]+%),第二段裁(?P<two>[上下左右])(?P<m>[0-9]+%)[ .]*\Z",
        lambda f, _, __: f"第一段裁{f['one']}面{f['n']},第二段裁{f['two']}面{f['m']}",
    ),
    (rf"\A应该(?P<rest>[顺逆]时针转[0-9]+度){_STOP}", lambda f, _, __: f"不对,{f['rest']}"),
    (rf"\A去掉稳定和降噪{_STOP}", lambda _, __, ___: "去掉防抖,去掉降噪"),
    (rf"\A去掉稳定,(?:保留|留着)降噪{_STOP}", lambda _, __, ___: "去掉防抖"),
    (
        r"\A(?:画面)?(?:不要|别|不用|不)(?P<what>淡入|淡出|降噪|稳定|防抖|模糊|旋转)了?,(?P<rest>[^,。;]+)\Z",
        _without,
    ),
    (rf"\A(?:不要|不用|不|别)(?P<what>淡入|淡出|降噪|稳定|防抖|裁|转)了?{_STOP}", _gone_again),
    (
        rf"\A(?P<lead>第[一二三四]段)(?:不要|不用|不|别)(?P<what>静音|加速|降噪|稳定)了?{_STOP}",
        _as_before,
    ),
    (
        r"\A(?P<lead>第[一二三四]段[^,。;不别]+,第[一二三四]段)"
        r"(?:不要|不)(?P<what>静音|加速|降噪)了?[ .]*\Z",
        _as_before,
    ),
    (rf"\A不是{_LOOK},(?:而)?是(?P<other>{_LOOK}){_STOP}", _other_look),
    (rf"\A(?P<thing>logo)不是{_CORNER},(?:而)?是(?P<other>{_CORNER}){_STOP}", _changed_there),
    (rf"\A(?P<thing>标题|字幕)不是{_COLOR},(?:而)?是(?P<other>{_COLOR}){_STOP}", _changed_there),
    (
        rf"\A不是(?P<was>{RANGE}|{_EDGE}|第[一二三四]段),(?:而)?是(?P<other>{RANGE}|{_EDGE}|第[一二三四]段){_STOP}",
        _of_the_one_before,
    ),
    (rf"\A不是(?P<was>[上下左右])面,(?:而)?是(?P<other>[上下左右])面{_STOP}", _of_the_one_before),
    (rf"\A不是静音,(?:而)?是减半{_STOP}", _levelled),
    (r"\A不是第[一二三四]段,(?:而)?是(?P<rest>第[一二三四]段[^,。;]{2,})\Z", _as_it_is),
)


def meant_instead(text: str, values: Values, there: There) -> str:
    """A message that says by itself, and of what, something is done; the same where it is not certain."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
