"""An exception behind an order for all of the video: "全程放logo.png,但最后10秒不要"."""

import re

from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.ranges import Range

_ALL = "(?:整段|整个视频|全程|全片|从头到尾|整片|整个片子|一直)"
_NOT = "(?:就|都)?(?:别|不要|不用|先别|不|没有|不需要|除外)"
_AGAIN = (
    "(?:放|加|显示|出现|播放|播|铺|配|有|要|静音|静|黑白|加速|慢放|倒放|变|音乐|logo|水印)?(?:了)?"
)
_BUT = "(?:但是?|不过|只是|就|可是|除了)"
_STOP = r"[ .!。]*\Z"
_LAYER = pattern(
    rf"\A((?:请|帮我|给我)*)({_ALL}?)((?:都|全)?(?=[^,\ue012\ue013]*(?:<file>|logo|水印|音乐))(?=[^,]*[放加配铺])[^,\ue012\ue013]+"
    rf"(?:,(?:不透明度|音量|宽度)[^,\ue012\ue013]*)*),{_BUT}(?:在)?<range>(?:的时候)?{_NOT}{_AGAIN}{_STOP}"
)
_PICTURE = pattern(
    rf"\A(?:请|帮我|给我)*(?:把)?{_ALL}(?:都|全)*(?:变成?|改成?)?(静音|黑白|倒放|消音|降噪),{_BUT}(?:在)?(<:range>)(?:的时候)?{_NOT}"
    rf"{_AGAIN}{_STOP}"
)


def without_exception(text: str, values: Values) -> str:
    """A sentence whose ranges are marked, in which what is excepted is left out of the range."""
    if "," not in text or not re.search("[别不没]|除外", text):
        return text
    text = _PICTURE.sub(r"除了\2其他都\1", text)
    found = _LAYER.match(text)
    rest = _the_rest(values.items[index(found[5])]) if found else None
    if found is None or rest is None:
        return text
    return f"{found[1]}{values.mark('range', rest, text)}{found[3]}"


def _the_rest(span: object) -> Range | None:
    """What is left of the video beside its beginning, or its end."""
    if not isinstance(span, Range):
        return None
    if span.start == 0 and span.end is not None and span.end > 0:
        return Range(span.end, None)
    return Range(0, span.start) if span.start < 0 and span.end is None else None
