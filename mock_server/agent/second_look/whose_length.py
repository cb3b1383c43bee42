"""Whose time is shorter that Chinese tells without a thing: "logo放大到30%，时间缩短到10秒", and the video
lasts ten seconds."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_N = "[0-9.一二两三四五六七八九十半]+ ?秒"
_SHORTER = (
    "(?:缩短|压缩|剪短|剪|减少|缩减|缩|减|改|调整?|控制|限制|设)(?:一下|短)?(?:到|成|为|至|在)?"
)
_ITS_TIME = (
    f"(?:显示|持续|出现|停留)?(?:的)?(?:时间|时长|长度)(?:也|再|都|就)?{_SHORTER}(?:只有)?{_N}"
)
_THING = (
    "(?:标题|字幕|[人姓]?名条|名字条|logo|水印|贴纸|音乐|配乐|歌|音效|旁白|转场|定格|模糊|马赛克|放大|推近"
    "|特效|淡[入出]|画中画|小窗|图)"
)
_BESIDE_A_THING = words(f"{_THING}.*[,，。;；] ?(?:然后|并且?|再|把)?{_ITS_TIME}")
_ALONE = words(f"\\A[ ,，]*(?:把|请|再|帮我)*{_ITS_TIME}")
_BARE = words(f"\\A[ ,，]*(?:请|再|帮我)*(?:缩短|缩|剪短|减短)(?:到|成|为|至){_N}")


def _shortens_the_video(plain: str, edit: Edit) -> bool:
    """ "时间缩短到2秒", where an effect or a title has a time of its own."""
    if edit.ends[1] >= edit.ends[0]:
        return False
    if _BESIDE_A_THING.search(plain):
        return True
    if any(not edit.lasted(one) for one in edit.before[1]) and _ALONE.search(plain):
        return True
    return edit.ends[1] < _longest(edit) and bool(_ALONE.search(plain) or _BARE.search(plain))


def _longest(edit: Edit) -> int:
    """How long something is, in ms, that is not there all along: a title, a freeze, a fade."""
    layers = [int(one["d"]) for one in edit.before[1] if not edit.lasted(one)]
    frozen = [int(one["d"]) for one in edit.before[0] if one.get("freeze")]
    fades = [int(one.get(key, 0)) for one in edit.before[0] for key in ("fade_in", "fade_out")]
    joins = [one["tr"] for one in edit.before[0] if isinstance(one.get("tr"), dict)]
    return max((*layers, *frozen, *fades, *(int(one.get("d", 0)) for one in joins)), default=0)


def is_what_was_not_done(message: str, edit: Edit) -> bool:
    """ "时间缩短到2秒" behind "10到14秒模糊", which was not understood."""
    return edit.ends[1] < edit.ends[0] and bool(_ALONE.search(message))


CHECKS = (_shortens_the_video,)
