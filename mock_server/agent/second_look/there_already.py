"""What is there already, and was put there once more, where the message changes it: "音乐加闪避",
"字幕写成“您好”，时间不变", "b那段放到最后", "音乐也延长到最后"; in Chinese."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.timeline.tracks import end_of

_MUSIC = "(?:背景音乐|音乐|配乐|歌曲|bgm)"
_OF_THE_MUSIC = words(
    f"{_MUSIC}(?:再|也|要|就)*加(?:上|一?个)*(?:自动|人声|说话时)*(?:闪避|压低|避让)",
    f"{_MUSIC}(?:再|也|要|就)*加(?:上|大|高)?[0-9.一二两三四五六七八九十百分之]+ ?(?:%|成|倍|音量)",
    f"{_MUSIC}(?:再|也|要|就)*加百分之",
)
_ONE_MORE = words("再[加来放配添]|另外?|还有|[也又]加|多加|新的?|第二|两[个条]|叠加")
_AS_IT_IS = words(
    "(?:时间|位置|颜色|样式|大小)[^,，。;；]{0,3}(?:不变|照旧|不动|还是|一样)|还是那个|还是原来"
)
_CHANGES = words("[改换变]成|改为|换为|写[成作]|放[到在上下左右]|挪|移|不是")
_ADDS = words("[加来添配插]")
_OTHERWISE = words("[改换变][成为]|不是")


def _adds_music_to_music(plain: str, edit: Edit) -> bool:
    """ "音乐加闪避", "音乐加三成", and there are two."""
    there = any(one.get("role") == "music" for one in edit.before[1])
    came = any(one.get("role") == "music" for one in edit.added)
    return there and came and bool(_OF_THE_MUSIC.search(plain))


def _writes_it_beside(plain: str, edit: Edit) -> bool:
    """ "标题写成“旅途”，还是那个位置", and the one that was there is there, too; "片名改成黄色", and a text
    that was there stands there twice."""
    if _ONE_MORE.search(plain):
        return False
    texts = edit.texts[0]
    if any(one.get("text") in texts for one in edit.added) and _CHANGES.search(plain):
        return True
    stays = _AS_IT_IS.search(plain) or (_OTHERWISE.search(plain) and not _ADDS.search(plain))
    there = {one.get("role") for one in edit.before[1]}
    gone = any(not now for _, now in edit.layers)
    return not gone and bool(stays) and any(
        one.get("role") in there and "text" in one for one in edit.added
    )  # fmt: skip


_TO_THE_END = words(
    "(?:那|这|那一|这一)段(?:视频|画面)?(?:再|就|给我)*[放挪移搬排][到在至]?(?:视频"
    "|整个)?的?(?:最[后末]|末尾|结尾|片尾)",
    "片段(?:再|就|给我)*[放挪移搬排][到在至]?(?:视频|整个)?的?(?:最[后末]|末尾|结尾|片尾)",
)


def _shows_the_clip_twice(plain: str, edit: Edit) -> bool:
    """ "b那段放到最后", and it is where it was, too."""
    if len(edit.after[0]) <= len(edit.before[0]):
        return False
    last = edit.after[0][-1].get("src")
    there = [one.get("src") for one in edit.before[0]]
    return last in there and edit.ends[1] > edit.ends[0] and bool(_TO_THE_END.search(plain))


_UNTIL_THE_END = (
    "[^,，。;；]{0,8}(?:延长|显示|播放?|放|持续|拉长|留|响)"
    "(?:到|至)(?:视频|整个)?的?(?:最后|结尾|片尾|末尾)"
)
_LASTS = {role: words(f"(?:{one.pattern}){_UNTIL_THE_END}") for role, one in LAYERS.items()}


def _ends_before_the_end(plain: str, edit: Edit) -> bool:
    """ "b.mp4接到最后，音乐也延长到最后", and behind what came there is none."""
    if edit.ends[1] <= edit.ends[0]:
        return False
    return any(
        (told := _LASTS.get(str(one.get("role")))) is not None
        and end_of(one) < edit.ends[1]
        and told.search(plain)
        for one in edit.after[1]
        if not any(end_of(other) >= edit.ends[1] for other in _alike(edit, one))
    )


def _alike(edit: Edit, one: dict[str, object]) -> list[dict[str, object]]:
    return [other for other in edit.after[1] if other.get("role") == one.get("role")]


CHECKS = (_adds_music_to_music, _writes_it_beside, _shows_the_clip_twice, _ends_before_the_end)
