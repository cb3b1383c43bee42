"""More that a Chinese message says of the one before: taken back, or one of several spared after all."""

from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.word_by_word.as_before_chinese_alike import (
    also_so_long,
    instead,
    of_what_is_new,
)
from mock_server.agent.word_by_word.as_before_chinese_values import (
    Found,
    Parse,
    as_fast,
    as_loud,
    more_off,
    not_mute,
    of_that_side,
    only_then,
    respelt,
    so_long,
    that_stretch_too,
    to_an_end,
    to_the_other_side,
)
from mock_server.agent.word_by_word.as_before_told import Told, things_in
from mock_server.agent.word_by_word.parts import Part, kinds
from mock_server.agent.word_by_word.reader import told_by
from mock_server.agent.word_by_word.things import Draft

_STOP = r"(?:就好|就行|就够|就可以|吧|了|啊|呀)*[ 。.!！]*"
_SIGH = (
    r"[ ,，]*(?:(?:等等|等一下|算了|不了?|哎呀?|唉|嗯|啊|不行|不好(?:看|听)?|不太好(?:看|听)?|不喜欢"
    r"|我觉得|我想)"
    r"[,，。!！… ]*)*"
)
_TAKES = {"remove", "cut"}
_RESTORED = Regex(
    rf"{_SIGH}(?:还是|再)?(?:给我|帮我|把它)?(?:还原|恢复(?:原样|原状)?|(?:改|变|调|弄|换|退)回(?:去|来|原样|原来(?:的样子)?))"
    rf"{_STOP}"
)
_AS_BEFORE = Regex(
    rf"{_SIGH}还是(?:要|用|换回|改回)?(?:原来|原先|之前)的?(?P<what>颜色|色调|速度|音量|大小|样子|位置|画面|声音){_STOP}"
)
_LOUD = {"level", "louder", "quieter", "mute", "half", "times", "grow", "shrink", "unmute"}
_WAS = {
    "颜色": {"color", "lookname"}, "色调": {"lookname"}, "速度": {"factor", "faster", "slower", "scaled"},
    "音量": _LOUD, "声音": _LOUD, "大小": {"grow", "shrink", "points", "scale", "times", "half"},
    "位置": {"place", "swap"}, "样子": {"lookname", "color", "ratio"},
    "画面": {"lookname", "ratio", "degrees"},
}  # fmt: skip
_NO_MORE = Regex(
    rf"{_SIGH}(?:还是)?(?:不要|不用|别|不)(?P<what>定格|倒放|静音|模糊|推近|加速|慢放|快进|旋转|裁剪|裁|降噪|防抖|黑白|冷色"
    rf"|暖色|复古|变速|转场|叠化|渐黑|淡出|淡入)(?:了|它)+{_STOP}"
)
_BACK_AGAIN = Regex(
    rf"{_SIGH}(?P<what>[^,，。]{{1,10}}?)(?:还是|还)(?:要(?:的|留着|保留)?|得要|留着|留下|保留|别删|不删|恢复|放回来|加回来)(?:吧|了)*"
    r"(?:[,，](?:把它)?(?:恢复|放|加|补|找|还原)(?:回来|回去|上)?)?"
    rf"(?:[,，](?P<other>[^,，。]{{1,8}}?)(?:就)?(?:不用|不要|还是删|不用恢复|删掉)(?:了|管)?)?{_STOP}"
)


def said_of_it_more(message: str, told: Told, parse: Parse, names: tuple[str, ...]) -> Found:
    """What a message asks for behind another: operations, or the parts of what is to be in its place."""
    if told.single and (_is_taken_back(message, told)):
        return [op.Undo()]
    for known in (
        _spared_after_all, of_that_side, so_long, as_loud, as_fast, not_mute, that_stretch_too, more_off,
        respelt, to_an_end, only_then, to_the_other_side,
    ):  # fmt: skip
        if found := known(message, told, parse):
            return found
    for asked in (also_so_long, instead, of_what_is_new):
        if parts := asked(message, told, names):
            return _operations(parts, Draft(told.now, files=names))
    return None


def _operations(parts: Sequence[Part], draft: Draft) -> list[op.Operation] | None:
    return [one for clause in told_by(parts, draft) for one in clause.operations] or None


def _is_taken_back(message: str, told: Told) -> bool:
    own = kinds(told.parts)
    if _RESTORED.fullmatch(message):
        return "undo" not in own
    if asked := _AS_BEFORE.fullmatch(message):
        return bool(own & _WAS[asked["what"]]) and not own & {"text", "file", "style", "undo"}
    found = _NO_MORE.fullmatch(message)
    return bool(found and found["what"] in told.words)


def _spared_after_all(message: str, told: Told, parse: Parse) -> Found:
    """ "标题还是留着吧", of several that were taken away."""
    found = _BACK_AGAIN.fullmatch(message)
    gone = things_in(told.parts)
    plain = (
        kinds(told.parts) <= {"thing", "all", "and", "stop", "comma", *_TAKES}
        and kinds(told.parts) & _TAKES
    )
    if not found or not plain or len(gone) < 2:
        return None
    named = parse(found["what"]) or ()
    kept = [one.value for one in things_in(named)]
    if len(named) != 1 or len(kept) != 1 or sum(one.value == kept[0] for one in gone) != 1:
        return None
    if found["other"]:
        other = [one.value for one in things_in(parse(found["other"]) or ())]
        if other != [one.value for one in gone if one.value != kept[0]]:
            return None
    rest = [one for one in gone if one.value != kept[0]]
    return [Part("remove", None, "删掉"), *_joined(rest)]


def _joined(things: Sequence[Part]) -> list[Part]:
    found: list[Part] = []
    for one in things:
        found += [*([Part("and", None, "和")] if found else []), one]
    return found
