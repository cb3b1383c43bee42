"""What is said beside an order: what is not to be there, what stays, why it is asked for."""

import re

from mock_server.agent.second_look.edit import Edit, differs, has, shown
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_NO_MORE = Regex(
    r"[ ,，]*(?:在)?(?:最?[前后][0-9.一二两三四五六七八九十半]+秒|(?:开头"
    r"|结尾)[0-9.一二两三四五六七八九十半]+秒"
    r"|第[一二三四]段|[0-9.]+秒?[到至-][0-9.]+秒)[^,，。]*[,，](?:也|并|再|且)?(?:不要|不显示|别显示|别放)"
    r"(?![剪删动改变影][^,，。]*)"
)


def _forgets_what_goes(plain: str, edit: Edit) -> bool:
    """ "前5秒不要音乐，不要logo", and one of them stays, or is gone for good."""
    return bool(edit.values) and bool(_NO_MORE.match(plain))


_FILE_STAYS = words(
    "[,，](?:但|不过)? +(?:也|都|就)?(?:不(?:裁|用动|倒|加速|静音|变|动|改)|别[动改])"
)
_STAYS = Regex(
    "[,，](?:但|不过)?(?:所有|两个)?(标题|字幕|人名条|名字条|logo|水印|音乐|旁白)的?(时间|位置"
    "|时长)?(?:都|也|就)?"
    "(?:不受影响|不(?:用|要)?动|不变|保持不变|别动)"
)
_ROLES = {
    "标题": "title", "字幕": "caption", "人名条": "lower-third", "名字条": "lower-third", "logo": "overlay",
    "水印": "overlay", "音乐": "music", "旁白": "voiceover",
}  # fmt: skip


def _changes_what_stays(plain: str, edit: Edit) -> bool:
    """ "全片裁掉上下10%，b.mp4不裁", "全片2倍速，名字条时间不变"."""
    if len(edit.before[0]) > 1 and _FILE_STAYS.search(plain):
        kept = [_but_where(one) for one in edit.after[0]]
        if all(_but_where(one) not in kept for one in edit.before[0]):
            return True
    told = _STAYS.search(plain)
    keys = (
        {"时长": ("d",), "位置": ("pos",), "时间": ("s", "d")}.get(told[2] or "") if told else None
    )
    return told is not None and any(
        was.get("role") == _ROLES[told[1].lower()] and (keys is None or differs(was, now, *keys))
        for was, now in edit.layers
        if was
    )


def _but_where(one: Segment) -> dict[str, object]:
    return {key: value for key, value in one.items() if key not in ("s", "tr")}


_COMPLAINT = Regex(
    r"[ ,，]*[^,，。]*(?:太[小大吵轻响弱低高]|听不[清见到])[^,，。]*[,，](?=[^,，。]*"
    r"(?:音乐|配乐|歌|换|加))"
    r"|[ ,]*[^,.;]*\btoo (?:quiet|loud|soft|noisy|low)\b[^,.;]*[,;.] ?(?=[^,.;]*\b(?:add|put|replace"
    r"|swap|use|the music)\b)",
    re.IGNORECASE,
)


def _takes_a_complaint_for_an_order(plain: str, edit: Edit) -> bool:
    """ "人声太小了，把音乐压低一半", and the voice is louder; "it's too quiet, add song.mp3"."""
    if not _COMPLAINT.match(plain):
        return False
    heard = any(differs(*pair, "vol") for pair in edit.clips)
    spoken = any(
        was.get("role") == "voiceover" and was.get("vol") != now.get("vol")
        for was, now in edit.altered
    )
    new = any(one.get("role") == "music" and "vol" in one for one in edit.added)
    other = any(
        differs(was, now, "name", "src") and differs(was, now, "vol") for was, now in edit.altered
    )
    return heard or spoken or other or (new and any(not now for _, now in edit.layers))


_GREETED = words(
    "(?:把|将|和|与|跟|、|(?:字幕|标题|旁白|配音))(?:大家好|你好|您好|早上好|晚上好|谢谢|多谢|感谢|好的"
    "|再见)"
    "|(?:去掉|删掉|删除)(?:大家好|你好|您好)"
    "|(?:大家好|你好|您好|早上好|谢谢|多谢|感谢|好的)(?:的)?[那这][条句个段]"
)
_GOES_ON = words(
    "(?:字幕|标题|旁白|配音|文字)[:：][^,，。 ]+[,，](?:我|再见|谢谢|欢迎|祝|感谢|期待|下次|你|大家)"
)


def _passes_over_a_greeting(plain: str, edit: Edit) -> bool:
    """ "把大家好那条字幕删了", and there is none left; "加字幕：大家好，我是小王"."""
    return bool(edit.values) and bool(_GREETED.search(plain) or _GOES_ON.search(plain))


_AND_AN_EDGE = words(
    "(?:和|、|与|跟|以及)(?:开场|结尾|片头|片尾|开头)(?:都|全)?(?:删掉|去掉|删了)?[ 。.!！]*\\Z"
)


def _passes_over_an_edge(plain: str, edit: Edit) -> bool:
    """ "删掉logo和开场", where a title may be called so."""
    return any(not now for _, now in edit.layers) and bool(_AND_AN_EDGE.search(plain))


_ALL_OF_A_COLOR = words("[,，；;](?:颜色)?都是?(?:改成|用)?[红黄蓝绿白黑橙紫粉灰金]色")


def _colors_one_of_them(plain: str, edit: Edit) -> bool:
    """ "0到3秒标题“你好”，3到6秒字幕“欢迎”，颜色都是红色", and one of them is."""
    texts = [one for one in edit.added if "text" in one and one.get("role") != "voiceover"]
    return (
        has(texts, "color")
        and any("color" not in one for one in texts)
        and bool(_ALL_OF_A_COLOR.search(plain))
    )


_ALONE = words(r"\b(?:and|both|all|every\w*|plus|with)\b|,", "[和与跟、，,都全]")


_REMOVES = words(r"\b(?:remove|delete|drop|lose|kill)\b", "[删去][掉除]|移除|不要")


def _removes_two_for_one(plain: str, edit: Edit) -> bool:
    """ "Delete the title 'logo'" without its quotes, and the logo is gone, too."""
    gone = {str(was.get("role")) for was, now in edit.layers if not now}
    named = [role for role in gone if role in LAYERS and LAYERS[role].search(plain)]
    once = len(_REMOVES.findall(plain)) == 1
    return once and len(gone) > 1 and len(named) > 1 and not _ALONE.search(plain)


_SHOULD_BE = Regex(
    r"\bshould be (gone|hidden|invisible|visible|removed|deleted|underlined|off|away|italic|bold)\b",
    re.I,
)


def _writes_a_state(plain: str, edit: Edit) -> bool:
    """ "'Hi' should be gone", and there is a title "gone"."""
    told = _SHOULD_BE.search(plain)
    return told is not None and any(str(now.get("text", "")) == told[1] for _, now in edit.layers)


_IN_A_LANGUAGE = words(r"\b(?:but|only) in (?:chinese|english|french|german|spanish|japanese)\b")


def _keeps_the_language(plain: str, edit: Edit) -> bool:
    """ "Title 'Hello' but in Chinese", and it says "Hello"."""
    return any("text" in one for one in edit.added) and bool(_IN_A_LANGUAGE.search(plain))


_FORBIDDEN = Regex(
    r"[^,;.]*\b(?:must|should|shall|may|can|could|need)(?:n't| not|not| never)(?: ever)? be"
    r" (?:(?!need)\w+ed|cut|sped|slowed|put|made|lost|taken|hidden)\b(?![^,;.]*\bbut\b)[^,;.]*[ .!]*\Z",
    re.IGNORECASE,
)


def _does_what_is_forbidden(plain: str, edit: Edit) -> bool:
    """ "The opening ten seconds must not be cut", and they are."""
    return bool(edit.values) and bool(_FORBIDDEN.match(plain))


_CUT_BY_A_TEXT = words(r"\bcut (?:from|to) {2}", r"\bcut everything (?:without|with|except|but)\b")
_GENERATES = words(
    r"\b(?:generat\w*|creat\w*|make|produce|ai|animat\w*|imagine)\b", "生成|制作|做|新"
)
_PIECES = words(r"\binto [\w.-]+[ -]seconds? (?:pieces|parts|chunks|clips|segments)\b")
_CUT_AND_KEEP = words(
    r"\bcut\b[^.;]*\d[^.;]*, ?(?:but )?keep [^.;]*\d", r"\bthe (?:last|first) one also\b"
)
_NOTHING_GOES = words(
    r"\b(?:remove|cut|delete|lose|drop|trim) nothing\b(?! but| else)",
    r"\bkeep every (?:single )?second\b",
    r"\b(?:don't|do not|without) (?:remov|cut|delet|los)\w* anything\b",
    "什么都(?:不|别)[删剪]|一[秒点](?:都|也)(?:不|别)[删剪少]|不删任何|别删任何|不剪任何",
)
_CENTRE_THEN = words(r"\b(?:middle|cent(?:er|re))\b[^.]*\bthen\b[^.]*\b(?:corner|top|bottom)\b")
_ABOUT = Regex(r"(?:what|how|why|who|where|when|that|whatever|the name of)\b", re.IGNORECASE)


def _does_another_thing(plain: str, edit: Edit) -> bool:
    """ "cut from 'Welcome' to 'Subscribe'", and they are gone; "the video should start with 'Welcome'", and
    a clip is generated; "cut it into 10 second pieces", and it is 10 s long."""
    if any(not now and "text" in was for was, now in edit.layers) and _CUT_BY_A_TEXT.search(plain):
        return True
    made = any("prompt" in one for one in edit.after[0]) and edit.before[0] != edit.after[0]
    if made and not _GENERATES.search(plain) and not any("prompt" in one for one in edit.before[0]):
        return True
    if edit.ends[0] != edit.ends[1] and _PIECES.search(plain):
        return True
    if _NOTHING_GOES.search(plain) and shown(edit.before[0]) > shown(edit.after[0]):
        return True
    if edit.values and _CUT_AND_KEEP.search(plain):
        return True
    laid = [now for _, now in edit.layers if now.get("role") == "overlay"]
    if len(laid) == 1 and _CENTRE_THEN.search(plain):
        return True
    texts = [str(one.get("text", "")) for one in edit.added]
    return any(_ABOUT.match(one) and one in plain for one in texts)


CHECKS = (
    _does_another_thing,
    _does_what_is_forbidden,
    _forgets_what_goes, _changes_what_stays, _takes_a_complaint_for_an_order, _passes_over_a_greeting,
    _passes_over_an_edge, _colors_one_of_them, _removes_two_for_one, _writes_a_state,
    _keeps_the_language,
)  # fmt: skip
