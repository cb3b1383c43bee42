"""More Chinese clauses that are orders of their own: what is put in, what ends, how the picture is."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.placeholders import index, pattern
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.clause_words import LOOK, PLACE, place
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC, N
from mock_server.agent.wording.chinese.sound_names import SOUNDS

Free = Callable[[Match[str], Talk], str | None]

_EDGE = rf"(?:最?前面?|开头|最?后面?|最后|结尾|末尾)的?(?:{LONG})"
_SHARE = "(?:[前后](?:半段|一半)|最?[前后]面?的?[三四五]分之[一二三四])"
_STILL = "(?P<file><:file>|logo)(?:的)?(?:整张图|静态画面|静态图|图片|图|画面|整屏|全屏)?"
_WAY = "(?P<way>黑场|白场|闪黑|闪白|交叉淡化|交叉溶解|叠化|溶解|淡化)"
_WAYS = {"黑场": "黑场过渡", "闪黑": "黑场过渡", "白场": "白场过渡", "闪白": "白场过渡"}


def _as(words: str) -> Free:
    return lambda match, _: match.expand(words)


def _is_picture(file: str, talk: Talk) -> bool:
    marked = pattern("<file>").match(file)
    if marked is None:
        return file == "logo"
    return str(talk.values.items[index(marked[1])]).lower().endswith((".png", ".jpg", ".jpeg"))


def _sound(match: Match[str], talk: Talk) -> str | None:
    """ "第8秒来个鼓声音效"."""
    name = match["text"] or f"“{match['name']}”"
    if match["text"]:
        said = str(talk.values.items[index(str(pattern("<text>").match(match["text"])[1]))])  # type: ignore[index]
        if not re.fullmatch(SOUNDS, said) and not match[0].endswith("音效"):
            return None  # it may be spoken, or shown
    talk.about = (Subject("sound", "音效", len(talk.orders)),)
    return f"在{match['at']}加音效{name}"


def _freeze(match: Match[str], talk: Talk) -> str | None:
    return f"在{match['at']}定格{match['d']}" if match["at"] else f"最后一帧定格{match['d']}"


def _speech(match: Match[str], talk: Talk) -> str | None:
    talk.range = match["range"].removeprefix("从")
    talk.about = ()
    return f"{talk.range}加旁白{match['text']}"


def _at_that_time(match: Match[str], talk: Talk) -> str | None:
    """ "这段时间静音"."""
    return f"{talk.range}静音" if talk.range else None


def _logo_then(match: Match[str], talk: Talk) -> str | None:
    if not talk.range or talk.count("overlay"):
        return None
    return f"{talk.range}{place(match['place'])}放logo"


def _still_first(match: Match[str], talk: Talk) -> str | None:
    if not _is_picture(match["file"], talk):
        return None
    return (
        f"{match['file']}排到开头,持续{match['d'] or match['e']}"
        if match["d"] or match["e"]
        else None
    )


def _still_last(match: Match[str], talk: Talk) -> str | None:
    if not _is_picture(match["file"], talk):
        return None
    return (
        f"把{match['file']}接到结尾,持续{match['d'] or match['e']}"
        if match["d"] or match["e"]
        else None
    )


def _clip_first(match: Match[str], talk: Talk) -> str | None:
    if _is_picture(match["file"], talk) or len(talk.there.clips) != 1:
        return None
    talk.about = (Subject("clip", "第一段"),)
    talk.told += talk.about
    return f"{match['file']}放最前面"


def _inset(match: Match[str], talk: Talk) -> str | None:
    """ "在左下角放b.mp4": a video in a corner lies on top."""
    marked = pattern("<file>").match(match["file"])
    name = str(talk.values.items[index(marked[1])]) if marked else ""
    if talk.count("overlay") or not name.lower().endswith((".mp4", ".mov", ".webm", ".mkv")):
        return None
    talk.about = (Subject("overlay", "画中画"),)
    talk.told += talk.about
    when = match["range"] or ""
    return f"{when.removeprefix('从')}{match['file']}画中画放{place(match['place'])}"


def _part_of_clip(match: Match[str], talk: Talk) -> str | None:
    """ "结尾接上b.mp4的前十秒"."""
    if len(talk.there.clips) != 1:
        return None
    front = match["edge"] in ("开头", "片头", "最前面")
    talk.about = (Subject("clip", "第一段" if front else "第二段"),)
    talk.told += talk.about
    part = match["part"].replace("的", "")
    if front:
        return f"{match['file']}放最前面。第一段只保留{part}"
    return f"把{match['file']}接到结尾。第二段只保留{part}"


def _song(match: Match[str], talk: Talk) -> str | None:
    """ "加song.mp3,从歌曲的40秒开始播放"."""
    marked = pattern("<file>").match(match["file"])
    heard = marked is not None and is_sound(str(talk.values.items[index(marked[1])]))
    if not heard or talk.count("music"):
        return None
    talk.about = (Subject("music", "", len(talk.orders)),)
    talk.told += talk.about
    when = (match.groupdict().get("range") or "").removeprefix("从")
    return f"{when}加{match['file']}当背景音乐"


def _joint(match: Match[str], talk: Talk) -> str | None:
    """ "两段之间加1秒交叉淡化", of two that are there or of one that is put behind."""
    if talk.count("clip") != len("前后"):
        return None
    way = _WAYS.get(match["way"], "交叉淡化")
    long = match["d"] or match["e"] or ""
    put = next(
        (one for one in talk.orders if one.startswith("把") and one.endswith("接到结尾")), ""
    )
    if put:
        file = put.removeprefix("把").removesuffix("接到结尾")
        talk.orders[talk.orders.index(put)] = f"用{long}的{way}把{file}接在视频后面"
        return ""
    return f"两段之间加{long}{way}"


def _kept_parts(match: Match[str], talk: Talk) -> str | None:
    """ "只留下12到18秒、33到45秒这两段": two clips, of one."""
    if len(talk.there.clips) != 1:
        return None
    talk.told.append(Subject("clip", ""))
    talk.about = ()
    return f"只保留{match['a'].removeprefix('从')}和{match['b'].removeprefix('从')}"


def _speed_of_rest(match: Match[str], talk: Talk) -> str | None:
    """ "剩下的加快一倍", behind a cut."""
    cut = bool(talk.orders) and talk.orders[-1].startswith(("剪掉", "只保留"))
    return f"视频加速到{match['n']}倍" if cut else None


MORE_FREE: tuple[tuple[str, Free], ...] = (
    # --- sounds and speech
    (
        rf"(?:在)?(?P<at>{SEC})(?:处|的时候)?(?:再|也)?(?:响|来|加|配|放|响起)(?:上)?(?:一声|一个|个"
        rf"|一下|声)?"
        rf"(?:(?P<name>{SOUNDS})|(?P<text><:text>) ?)(?:的)?(?:音效|声音)?",
        _sound,
    ),
    (
        rf"(?:在)?(?P<range>{RANGE})(?:配音|配旁白|加旁白|加?配?一[段句](?:旁白|配音)|加?旁白)(?:说|念"
        rf"|:)?(?P<text><:text>) ?",
        _speech,
    ),
    # --- a time that was told
    (
        "(?:在)?这段时间(?:里)?(?:视频|原声|声音)?(?:也)?(?:静音|关掉|消音|关了)|这段(?:也)?静音",
        _at_that_time,
    ),
    (
        rf"logo(?:也)?(?:在)?(?:这|那|同一)(?:段|个)?时间(?:里)?(?:出现|显示|放)?(?:在)(?P<place>{PLACE})",
        _logo_then,
    ),
    # --- a frame that is held, a picture that fills the screen
    (
        rf"(?:画面)?(?:(?:在)?(?P<at>{SEC})(?:处|的画面)?|末尾|最后|结尾|片尾|结尾最后)(?:的)?(?:画面"
        rf"|一帧|最后一帧)?"
        rf"(?:定格|停住?)(?P<d>{LONG})",
        _freeze,
    ),
    (
        rf"(?:先)?(?:在)?(?:开头|片头|最前面)?(?:先)?放(?P<d>{LONG})的?{_STILL}(?:当片头"
        rf"|做片头)?(?P<e>\Z)?",
        lambda match, talk: _still_first(match, talk) if match["d"] else None,
    ),
    (
        rf"(?:在)?(?:开头|片头|最前面)(?:先)?(?:放|加)(?:一张)?{_STILL}(?P<d>{LONG})(?P<e>\Z)?",
        _still_first,
    ),
    (
        rf"(?:在)?(?:片尾|结尾|末尾|视频放完以?后|最后)(?:放|接|加)(?:上)?(?:一张)?{_STILL}(?:停"
        rf"|放)?(?P<d>{LONG})"
        rf"(?:当结束画面|做结尾|当片尾)?(?P<e>\Z)?",
        _still_last,
    ),
    # --- another clip
    (r"用(?P<file><:file>)(?:当|做|作)?(?:开场|片头|开头)", _clip_first),
    (
        rf"(?P<range>{RANGE})?(?:在)?(?P<place>(?:左上|右上|左下|右下)角?)(?:画中画)?(?:叠|放|加)(?:上"
        rf"|一个)?(?P<file><:file>) ?",
        _inset,
    ),
    (
        rf"(?P<range>{RANGE})?(?P<file><:file>) ?画中画放到(?P<place>(?:左上|右上|左下|右下)角?)",
        _inset,
    ),
    (
        rf"(?P<edge>开头|片头|最前面|片尾|结尾|最后|后面)(?:放|接|加)(?:上)?(?P<file><:file>)"
        rf" ?的(?P<part>{_EDGE})",
        _part_of_clip,
    ),
    (
        r"结尾接(?P<file><:file>)|(?P<put><:file>)(?:接|放|加)(?:在|到)(?:视频)?的?(?:后面|最后面?|结尾"
        r"|片尾)",
        lambda match, talk: _put_behind(match, talk),
    ),
    (r"(?:加|放|用|垫上?|全程加|全程放)(?P<file><:file>)(?:做配乐|当配乐|当背景|铺满全片)?", _song),
    (rf"(?P<range>{RANGE}|前{LONG})放(?P<file><:file>)", _song),
    (r"(?P<file><:file>)铺满(?:全片|整个视频)", _song),
    (r"(?:铺满|贯穿|放满)(?:全片|整个视频)", lambda match, talk: "" if _told_music(talk) else None),
    (
        r"换成(?P<file><:file>)",
        lambda match, talk: _song(match, talk) if "视频静音" in talk.orders else None,
    ),
)

# Of the whole video: alone, it may be about what was said before.
OF_VIDEO: tuple[tuple[str, Free], ...] = (
    # --- between two clips
    (
        rf"(?:两段之间|它们之间|中间)(?:再)?(?:用|加|放)?(?:上|一个|个)?(?P<d>{LONG})?的?{_WAY}(?:转场"
        rf"|过渡)?(?P<e>{LONG})?",
        _joint,
    ),
    # --- what is kept
    (rf"只(?:保)?(?:留|要)下?(?P<a>{RANGE})(?:和|、)(?P<b>{RANGE})(?:这两段)?", _kept_parts),
    (
        rf"(?:把)?(?P<a>{_EDGE})(?:和|跟)(?P<b>{_EDGE})(?:都|各)?(?:剪掉|删掉|去掉|剪了|不要)",
        _as(r"剪掉\g<a>和\g<b>"),
    ),
    (rf"(?:开头|片头|前面)(?:剪|删|去|裁)掉?(?P<d>{LONG})", _as(r"剪掉前\g<d>")),
    (rf"(?:结尾|片尾|后面|末尾)(?:剪|删|去|裁)掉?(?P<d>{LONG})", _as(r"剪掉最后\g<d>")),
    (rf"(?:播|放)到(?P<at>{SEC})(?:就)?(?:结束|停)", _as(r"视频在\g<at>结束")),
    (rf"加速到总长(?P<d>{LONG})", _as(r"加速到总长\g<d>")),
    (
        rf"剪掉(?P<c>第[一二三]段)的(?P<e>前|最后)(?P<d>{LONG})",
        _as(r"剪掉\g<c>的\g<e>\g<d>"),
    ),
    (rf"(?:剩下|其余|余下)的?(?:部分)?(?:改成|变成|用)?(?P<n>{N})倍速?", _speed_of_rest),
    (
        rf"(?:剩下|其余|余下)的?(?:部分)?调成(?P<look>{LOOK})",
        lambda match, talk: (
            f"调成{match['look']}"
            if talk.orders and talk.orders[-1].startswith(("剪掉", "只保留"))
            else None
        ),
    ),
)


def _told_music(talk: Talk) -> bool:
    return any(one.role == "music" for one in talk.told)


def _put_behind(match: Match[str], talk: Talk) -> str | None:
    file = match["file"] or match["put"]
    marked = pattern("<file>").match(file)
    if marked and str(talk.values.items[index(marked[1])]) in talk.there.names:
        return None  # it lies on top
    if _is_picture(file, talk) or len(talk.there.clips) != 1:
        return None
    talk.about = (Subject("clip", "第二段"),)
    talk.told += talk.about
    return f"把{file}接到结尾"
