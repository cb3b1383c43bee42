"""How a wanted length is reached: "It has to last 40 seconds; speed it up rather than cutting anything"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.pieces import Pieces
from mock_server.agent.values.placeholders import HAN

_VIDEO = (
    r"(?:it all|it|this|everything|(?:the|this|my|our) (?:whole |entire |full |finished |final )?"
    r"(?:video|clip|film|edit|thing|recording|footage))"
)
_TOTAL = r"(?:the |its )?(?:total |overall |whole |final )?(?:length|duration|running time|runtime)"
_MUST = r"(?:should|must|has to|needs to|is to|ought to|is supposed to)"
_EXACTLY = r"(?:exactly |precisely |just |only |about )?"
_NUMBER = (
    r"(?:[\d.]+|an?|half|and|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
)
_TIME = (
    rf"(?P<time>{_NUMBER}(?:[ -]{_NUMBER})*[ -]?(?:seconds?|secs?|s|minutes?|mins?))(?![a-z])"
    r"(?: long| in total| total| in length| overall| altogether)*"
)
_ENGLISH = {
    "wanted": (
        rf"(?:(?:i|we) (?:need|want|would like)(?: to (?:get|bring|make))? {_VIDEO}"
        r" (?:to (?:be|last|run|take)|down to|into|to)"
        r"|(?:make|get|bring|have|shorten|squeeze|fit|squash|compress|condense|trim|cut|reduce|stretch"
        rf"|pack|extend|turn) {_VIDEO}(?: (?:so (?:that )?it (?:is|lasts|takes)|to (?:last|be)|last|be|run"
        r"|down to|out to|up to|to|into|in))?"
        rf"|(?:make|get|bring|set|reduce) {_TOTAL}(?: down)?(?: to)?"
        rf"|(?:{_VIDEO}|{_TOTAL}) {_MUST} (?:be|last|run|take|fit(?: in| into)?))"
        rf" (?:for )?{_EXACTLY}{_TIME}"
    ),
    "speed": (
        r"(?:by |with |through |using |via |just |please |simply |so |get there |do (?:it|that|this) |and "
        r"|only |instead )*"
        rf"(?:speed(?:ing)? (?:{_VIDEO} )?up(?: {_VIDEO})?|(?:play|run)(?:ing)? {_VIDEO} faster"
        rf"|accelerat(?:e|ing) {_VIDEO}|making {_VIDEO} faster"
        rf"|(?P<slow>slow(?:ing)? (?:{_VIDEO} )?down(?: {_VIDEO})?"
        rf"|(?:play|run)(?:ing)? {_VIDEO} (?:slower|more slowly))"
        r"|(?:(?:changing|change|raise|raising|adjust|adjusting|use|using) )?(?:the |its )?(?:playback )?"
        r"speed(?: changes?)?)"
        r"(?: evenly| uniformly| overall| throughout| a bit| a little| instead(?! of)| for that"
        r"| as needed| accordingly| to fit| until it fits| so (?:that )?it fits)*"
    ),
    "spared": (
        r"(?:and |but |so |just |please )*"
        r"(?:(?:without|rather than|instead of|not by|and not|not with|not|no|don't|do not|never)"
        r" (?:the |any )?(?:cut(?:s|ting)?|trim(?:ming|s)?|remov(?:e|ing)|delet(?:e|ing)|los(?:e|ing)"
        r"|chop(?:ping)?|drop(?:ping)?)"
        rf"(?: (?:out )?(?:any(?:thing| of it| footage| content)|a single frame|footage|parts?|{_VIDEO}))?"
        r"(?: out| away| off)?"
        r"|(?:i|we) (?:want|need) (?:everything|all of it)(?: in it| in there| kept| to stay)?"
        r"|(?:keep(?:ing)?|with) (?:all(?: of)?(?: the| my)? (?:footage|content|material)"
        r"|everything(?: in(?: it)?)?))"
    ),
    "between": r"(?:[ ,;:.!\n-]|please\b|thanks\b|and\b|but\b|so\b)",
}
_LENGTH_ZH = "(?:总|全)?(?:时长|长度|总长)"
_VIDEO_ZH = (
    rf"(?:(?:整个|整段|这个|这段|全部)?(?:视频|片子|成片|影片|内容)(?:的?{_LENGTH_ZH})?"
    rf"|全片|它|总共|一共|{_LENGTH_ZH})"
)
_CHINESE = {
    "wanted": (
        rf"(?!一[秒帧](?:都|也)?[不别没])请?我?(?:希望|想要|需要|想|要)?(?:把|将|让|使|到|至)?{_VIDEO_ZH}?"
        r"(?:需要|必须|应该|应|得|要|都|正好|刚好|压缩|缩短|缩减|控制|限制|调整?|改|变|塞|放|拉长|延长|剪"
        r"|裁|减少|到|成|为|在|进|是|至|持续|播放)*"
        r"(?P<time>(?:[0-9零一二两三四五六七八九十百半.]+ ?(?:分钟?|秒钟?)){1,2})"
        r"(?:长|以内|之内|整|的长度|播完|放完|看完|播放完毕)*"
    ),
    "speed": (
        r"(?:请|直接|统一|整体|均匀地?|匀速|只|就|而是|都|要|来|可以|用|通过|靠|以|并|但|是)*"
        r"(?:加速|提速|快放|变速|加快(?:播放)?(?:速度)?|(?P<slow>减速|慢放|放慢(?:速度)?))"
        r"(?:处理|播放)?(?:一下|一点|一些)?(?:的?(?:办法|方法|方式|手段))?"
        rf"(?:来|去|实现|达到|完成|处理|压缩|就(?:行|好|可以)了?|即可|吧|让(?={_VIDEO_ZH}))*"
    ),
    "spared": (
        r"(?:但是?|而|并且?|同时|且|也|请|千万|一(?:秒|帧|刀|点)|什么|都)*"
        r"(?:不要?加(?:任何|别的)?(?:素材|内容|片段)|(?:不要|不用|不能|不是|不必|不靠|无需|不许|不"
        r"|别|没有)(?:靠|用|通过)?"
        r"(?:剪切|剪辑|剪|删除|删减|删|裁剪|裁|去)(?:掉|去|除|减|短)?(?:任何|其中)?的?"
        r"(?:内容|东西|画面|片段|部分|素材|地方|一帧)?"
        r"|(?:保留|留下|内容)(?:全部|所有|都)的?(?:内容|画面|素材|保留|要)?)"
        r"(?:的(?:情况下|前提下))?(?:来|就行|就好|了)?"
    ),
    "between": r"[ ,;。.!\n、吧]",
}
_FORMS = ((False, _ENGLISH), (True, _CHINESE))
_PIECES = {zh: Pieces(**forms) for zh, forms in _FORMS}
_WANTED = {zh: Regex(forms["wanted"], re.IGNORECASE) for zh, forms in _FORMS}
_WORTH_A_LOOK = Regex(
    r"speed|fast|slow|accelerat|cut|trim|remov|delet|los|drop|chop|keep|everything|速|快|慢|剪|删|裁|留",
    re.IGNORECASE,
)
_CUTS = Regex(r"\b(?:cut|trim)\b|剪|裁", re.IGNORECASE)
_OTHERWISE = Regex(
    r"\b(?:cut(?:ting)?|drop(?:ping)?|remov(?:e|ing)|trim(?:ming)?|los(?:e|ing)|tak(?:e|ing)"
    r"|shorten(?:ing)?)\b"
    r".*\b(?:start|beginning|front|intro|middle|both|half|ends|parts?|pauses)\b"
    r"|\b(?:speed(?:ing)?|faster|slow(?:er|ing)?)\b|(?:剪|删|裁|去).*(?:开头|前面|中间|两头|停顿|片头)"
    r"|(?:开头|前面|中间|两头|停顿|片头).*(?:剪|删|裁|去)|加速|提速|快|慢",
    re.IGNORECASE,
)
_FIGURE = Regex(r"[0-9]|\b(?:half|twice|double|two|three|four)\b|[一二两三四半]倍")


def wants_a_length(words: str) -> bool:
    """Whether words say how long the video is to be."""
    return bool(_WANTED[bool(HAN.search(words))].search(words))


def is_reached_otherwise(words: str) -> bool:
    """Whether words beside a wanted length say that it is not the end that goes."""
    return bool(_OTHERWISE.search(words)) and not _FIGURE.search(words)


def lengths_by_speed(text: str) -> str:
    """A message that wants a length and says "by speed", or "without a cut", in one order."""
    if not _WORTH_A_LOOK.search(text):
        return text
    found = _PIECES[bool(HAN.search(text))].found(text) or {}
    if "time" not in found or not found.keys() & {"speed", "spared"}:
        return text
    if "spared" not in found and _CUTS.search(found["wanted"]):
        return text  # "Cut it to 30 s and speed it up": twice shorter, or once?
    if HAN.search(text):
        return f"视频{'放慢' if 'slow' in found else '加速'}直到总长{found['time']}"
    return (
        f"{'slow down' if 'slow' in found else 'speed up'} the video until it lasts {found['time']}"
    )
