"""What no word of a message asks for: a cut without a word for it, a level that nobody tells."""

from mock_server.agent.second_look.edit import Edit, differs, shown
from mock_server.agent.second_look.words import words

_SHORTER_ZH = words(
    "[剪删去砍切掐裁截拿掉留保减缩短除抠摘舍弃丢扔清跳略甩撤换]|不[要用]|[只就仅光单]|多余|没用"
    "|开始|开头|起|结束|为止|停|收尾|到第?[0-9]|止|长|总共|一共|以内"
    "|之内|[入出]点|刚好|正好|凑|屏|并排|控制|压[缩到]|变成|播|放[0-9]|前[0-9]|后[0-9]|倍|快"
)
_PUTS_IN_ZH = words("[插接拼]")
_BACKWARDS = words("[说搞弄写打]反了")
_BETTER = words(
    r"\bfrom (?P<at>[0-9]+)[^.;]*[,;] ?(?:or |no,? |well,? )?(?:better|rather|actually|sorry|wait"
    r"|make that|i mean)\b"
    r"[^.;]*\b(?:until|till)\b"
)
_EXACT = words(r"[0-9] ?(?:db|分贝|%|percent)")
_FAINT = 0.01


def _is_cut(plain: str, edit: Edit) -> bool:
    """ "把b.mp4接在最后，不，插在第10秒", and ten seconds are gone."""
    if not _PUTS_IN_ZH.search(plain) or _SHORTER_ZH.search(plain):
        return False
    return shown(edit.after[0]) < shown(edit.before[0])


def _is_hardly_heard(plain: str, edit: Edit) -> bool:
    """ "Music to 0.3, wait, 0.2.", and that is taken for a percentage."""
    if _EXACT.search(plain):
        return False
    before, after = (
        {float(one.get("vol", 1)) for one in (*side[0], *side[1])}
        for side in (edit.before, edit.after)
    )
    return any(0 < level < _FAINT for level in after - before)


def _fades_both_ways(plain: str, edit: Edit) -> bool:
    """ "淡入3秒，说反了，是淡出3秒", and it fades in and out."""
    if not _BACKWARDS.search(plain):
        return False
    return all(any(differs(*pair, key) for pair in edit.changes) for key in ("fade_in", "fade_out"))


def _loses_its_beginning(plain: str, edit: Edit) -> bool:
    """ "From 5 to 10, or better, until 15", and it is there from 0 on."""
    found = _BETTER.search(plain)
    if found is None or int(found["at"]) == 0:
        return False
    return any(now and now["s"] == 0 != was.get("s", 1) for was, now in edit.layers)


CHECKS = (_is_cut, _is_hardly_heard, _fades_both_ways, _loses_its_beginning)
