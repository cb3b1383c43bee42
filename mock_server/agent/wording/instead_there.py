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
)


def instead_there(text: str, values: Values, there: There) -> str:
    """A message that says only what is to be; the same where the draft is otherwise."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return _without_name(text, values, there)


def _without_name(text: str, values: Values, there: There) -> str:
    """A message that calls the one clip there is the video."""
    if len(there.clips) != 1:
        return text
    video = "视频" if HAN.search(text) else "the video"

    def called(found: re.Match[str]) -> str:
        return video if str(values.items[index(found[1])]) == there.clips[0] else found[0]

    return pattern(r"<file>").sub(called, text)
