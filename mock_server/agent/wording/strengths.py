"""A look of all of the video with another strength in a part, said as two orders: "sepia throughout, at
50 % in the last 10 seconds". Said of a message before its values are read."""

from mock_server.agent.values.rules import Replacement, Rules, plainly

_END = r"(?=[ ,.!。]*(?:\n|\Z))"
_SHARE = r"[0-9.]+ ?(?:%|percent)"
_SECONDS = r"(?:[0-9.]+|[a-z]+) ?(?:seconds?|secs?|s)"
_PART = (
    rf"(?:(?:the )?(?:first|last|opening|final) (?:{_SECONDS}|half|third|quarter)\b"
    rf"|(?:from )?[0-9.:]+ ?s? ?(?:to|-) ?[0-9.:]+(?: ?(?:seconds?|secs?|s)\b)?|(?:the )?second half\b)"
)
_WHOLE = r"the (?:whole|entire|full) (?:video|clip|film|movie|thing|footage)"
_LOOK = (
    r"(sepia|warm|cool|vintage|vivid|cinematic|black and white)(?: (?:filter|look|tone|effect))?"
)
_ALL = (
    rf"\A ?((?:please )?(?:(?:make|turn|give|colou?r) (?:everything|{_WHOLE}) (?:an? )?{_LOOK}"
    rf"|(?:(?:add|use|apply|put) )?(?:an? |the )?{_LOOK}"
    rf"(?: (?:for|over|across|on|to) {_WHOLE}| throughout)))[,;]? (?:but |and |with )*"
)
_N_ZH = "[0-9.一二两三四五六七八九十]+ ?"
_PART_ZH = (
    rf"(?:(?:最?[前后]|开头|结尾){_N_ZH}秒钟?|[前后]半段|第?{_N_ZH}秒?[到至-]第?{_N_ZH}秒"
    rf"|{_N_ZH}秒(?:之后|以后|后|之前|以前|前))"
)
_LOOK_ZH = "(暖色调?|冷色调?|复古|怀旧|黑白|电影感|鲜艳)(?:的?(?:滤镜|色调|效果|风格))?"
_ALL_ZH = (
    r"(?:请|把|将|给)*(?:全片|整片|整段(?:视频)?|整个视频|全程|视频|画面)?(?:都|全)*"
    r"(?:加上?|添加|用|调[成为]|变成|改成|做成|套上?)?(?:一?个)?"
)


_RULES: Rules[Replacement] = Rules(
    (
        (
            rf"{_ALL}(?:only )?(?:at |to )?({_SHARE})(?: (?:strength|intensity))?"
            rf" (?:in |for |during |over |on )?({_PART}){_END}",
            lambda found: f"{found[1]}. Make {found[5]} {found[2] or found[3]} at {found[4]}",
        ),
        (
            rf"{_ALL}(?:in |for |during )?({_PART}) (?:only )?(?:at|to|with) ({_SHARE})"
            rf"(?: (?:strength|intensity))?{_END}",
            lambda found: f"{found[1]}. Make {found[4]} {found[2] or found[3]} at {found[5]}",
        ),
        (
            rf"\A ?({_ALL_ZH}{_LOOK_ZH}),(?:但是?|其中|不过|而)?在?({_PART_ZH})的?(?:滤镜)?的?"
            r"(?:强度|程度|浓度)(?:为|是|调[到为成]|设[为成]|降低?到|改[为成])?"
            rf"({_SHARE}|减半){_END}",
            r"\1。\3\2强度\4",
        ),
    )
)


def with_their_strengths(text: str) -> str:
    """`text` with the look said of the video, and of the part."""
    return _RULES.apply(text, plainly)
