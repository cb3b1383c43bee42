"""Where a typed message goes. Documented: export, credits, status and upload have calls of their
own and never travel over the conversation; everything else does.

The documented table only lists words. A word is not enough: "add a download icon", "balance the
audio" and "closing credits" are edits. So a message that edits something, or speaks about what is
seen and heard, is chat, and a keyword counts where it is a command or a question. Quoted text never
counts, nor does a command that is negated.
"""

import re
from typing import Literal, TypeAlias

from nemo_spec.nemo.errors import ACCEPTED

Route: TypeAlias = Literal["export", "credits", "status", "upload", "chat"]

_QUOTED = re.compile(
    r'"[^"]*"|“[^”]{0,500}”|「[^」]{0,500}」|『[^』]{0,500}』|《[^》]{0,500}》|‘[^’]{0,500}’|(?<!\w)\'[^\']*\'(?!\w)'
)
_FILE = re.compile(
    rf"(?:(?:[/~]|\.\.?[/\\]|[a-z]:\\|file://|https?://).*|[^\s/\\]+)\.(?:{'|'.join(ACCEPTED)})",
    re.I,
)
# "the final cut" and "my edit" are things, not requests to cut or to edit.
_RESULT = re.compile(
    r"\b(?:final|rough|first|clean|finished|the|my|this)(?: final)? (?:cut|edit)\b"
)

_EDITS = re.compile(
    r"\b(?:add|put|place|insert|make|turn|change|set|replace|remove|delete|cut|trim|crop|rotate|split"
    r"|merge|join|combine|speed|slow|reverse|mute|fade|zoom|blur|brighten|darken|adjust|fix|increase"
    r"|decrease|reduce|raise|lower|generate|create|write|animate|move|shift|swap|loop|freeze|stabili[sz]e"
    r"|denoise|normali[sz]e|translate|dub|narrate|extend|shorten|keep|edit|use|apply|saying|says|undo|redo"
    r"|unmute|louder|quieter|take (?:out|off|back|away)|get rid of)\b"
    r"|[加添剪裁删拼]|插入|放[到在一上]|[改换变]成|改为|[更修]改|更?换|替换|去掉|去除|移除|调[整高低大小亮暗]"
    r"|生成|制作|做[一个]|合并|倒放|旋转|静音|淡[入出]|配音|设[为置]|写[上着]|缩短|延长|慢放|撤[销回]"
)
_CONTENT = re.compile(
    r"\b(?:titles?|subtitles?|captions?|lower[- ]thirds?|texts?|words?|overlays?|icons?|logos?"
    r"|watermarks?|animations?|effects?|bgm|music|audio|sound|colou?rs?|scenes?|bars?|badges?|stickers?"
    r"|on[- ]screen|corner|background|symbol)\b"
    r"|标题|字幕|文字|图标|按钮|画面|片[头尾]|背景|音乐|贴纸|动画|水印|[栏榜卡]|颜色|声音"
)
_NEGATED = re.compile(
    r"\b(?:don'?t|do not|never|not|before|after|without|until|unless|if)\b|[别不没]|之?前|之后"
)

_LEAD = (
    r"^(?:(?:please|ok(?:ay)?|great|good|perfect|nice|thanks?(?: you)?|now|and|then|so|just|hey|hi"
    r"|yes|let'?s|let me|can|could|would|will|you|i|we|me|want(?: to)?|need(?: to)?|like(?: to)?"
    r"|i'?d|go ahead and|is it|is the video|ready to|(?:how|where) (?:do|can) i|help|to)[\s,.!]+){0,12}"
    r"(?:[请帮我麻烦现在可以能想要给吧，。、 ]|好[的了]?|直接|立[即刻]|马上|然后|再|重新"
    r"|把(?:最终|完整|做好)?的?(?:视频|它|成片|作品|片子)|怎么|如何){0,12}"
)
_MADE = r"(?:(?:final|finished|whole|rendered|full|complete) )*(?:video|file|clip|movie|film|mp4|cut|edit)"
_TAIL = (
    r"(?: (?:please|now|then|already|again|once more|file|as (?:an? )?mp4|in (?:hd|1080p|720p)"
    r"|at (?:1080p|720p)))*\W*$"
)
_PRODUCT = (
    r"(?:(?:(?:final|finished|rendered|complete) )+(?:video|file|clip|movie|film|cut|edit|mp4)|mp4)"
    + _TAIL
)
# What is exported is the whole video: a part of it is something to ask the agent for.
_PART = (
    r" (?:(?:only|just|the|my|all|it|this|video|clip|a|an|as) ){0,4}(?:sound|audio|music|voice"
    r"|subtitles?|captions?|srt|stills?|frames?|thumbnails?|screenshots?|gif|project|timeline|transcript|script|wav|mp3)\b"
)
_PART_CHINESE = r"(?:一?[个张份下])?(?:字幕|音频|声音|音乐|配音|封面|截图|图片|动图|工程|脚本)"
_COMMANDS: dict[Route, re.Pattern[str]] = {
    "export": re.compile(
        _LEAD + rf"(?:(?:export|download)\b(?!{_PART})|(?:导出|下载)(?![的后了过]|{_PART_CHINESE})"
        rf"|(?:get|have|give|hand|need|want) (?:me |us )?(?:(?:the|my|an?) )?{_PRODUCT}"
        rf"|(?:get|give|hand|have) (?:me |us )?(?:the |my )?(?:video|clip|movie)(?: file)?{_TAIL}"
        rf"|(?:the|my|an?) (?:{_PRODUCT}|download\b{_TAIL})"
        rf"|save (?:it|this|the video) (?:as|to)\b(?!{_PART})|save as (?:an? )?(?:mp4|mov|video)\b"
        rf"|render(?: (?:it|this|that|out|everything|(?:the|my) {_MADE}))?{_TAIL}"
        r"|(?:开始)?渲染(?:一[下次遍]|视频|成片|吧|出来)*\W*$"
        r"|(?:成片|视频|片子|文件)?(?:(?:发送?|传|拿)?给我|发我)\W*$"
        r"|(?:给|发给?)我(?:最终|最后|完整|做好)?的?(?:成片|视频|mp4|文件)\W*$|出片[吧了]?\W*$)"
        r"|\bsend (?:me |us )?(?:the|my) (?:\w+ )?(?:video|file|clip|movie|mp4)\b"
        rf"|[,;.!] (?:please |now |then |so )?(?:(?:export|download)(?: it| this| the video)?"
        rf"|(?:give|hand) me the (?:video|file|mp4)){_TAIL}"
        r"|[，,。] ?(?:请|可以|直接)?(?:导出|下载)[吧了]?\W*$|^可以(?:导出|下载)了\W*$"
    ),
    "upload": re.compile(_LEAD + r"(?:upload\b|上传(?![的后了过好完]))"),
}
_QUESTIONS: dict[Route, re.Pattern[str]] = {
    "export": re.compile(
        r"\b(?:export|download) (?:link|url)\b|(?:视频|成片)导出|导出(?:链接|吧|视频)"
    ),
    "credits": re.compile(
        r"(?<!end )(?<!ending )(?<!closing )(?<!opening )(?<!rolling )(?<!film )"
        r"(?<!roll )(?<!roll the )(?<!play )(?<!play the )"
        r"\bcredits\b(?! (?:to|for|by|(?:\w+ )?roll|at|scene|sequence)\b)|\bcredit (?:balance|left)\b"
        r"|\bhow (?:much|many) (?:\w+ )?credits?\b(?! (?:to|for|roll|scene))|额度|点数"
        r"|^balance\W*$|\b(?:my|account|remaining|current|check|show|the|is|a) balance\b"
        r"(?! (?:of|between)\b)|\bbalance (?:left|remaining|please)\b(?! (?:and|or)\b)|积分|余额"
    ),
    "status": re.compile(
        r"\bstatus\b(?! quo)"
        r"|\b(?:show|list)(?: me)?(?: the| my| all| current){0,3} (?:tracks|timeline)\b(?! of)"
        r"|\b(?:what|how)(?:'s| is| does| do)\b.{0,12}\b(?:timeline|tracks)(?! of)"
        r"(?: (?:(?:right )?now|currently|at the moment|so far|look|looks|looking|like))*\W*$"
        r"|\bwhat tracks (?:are|do|have)\b"
        r"|\bwhat (?:do|have) we (?:have|got)(?: so far| now)\W*$"
        r"|(?:时间线|时间轴|轨道)(?:上|里)?(?:现在|目前)?(?:是|长|有)?(?:什么|怎么样|哪些)"
        r"|(?:看|查看|展示|显示|列出)(?:一下|看)?(?:当前的?|现在的?)?(?:时间线|时间轴|轨道)\W*$"
        r"|(?<!精神)(?<!身体)(?<!人物)状态"
    ),
    "upload": re.compile(r"上传(?:文件|视频|素材|图片)"),
}
_AND_EXPORT = re.compile(
    r"(?:\s{0,2}[,;，；。.]\s{0,2}(?:and\s+then|and|then|finally)?|\s(?:and\s+then|and|then))\s{0,2}"
    r"(?=(?:export|download|send me)\b)"
    r"|[,，;；。 ]{0,4}(?:然后|最后|并且?|再|，)(?=导出)",
    re.I,
)


def route(message: str) -> Route:
    """The one place where this message goes."""
    text = " ".join(message.split())
    if _FILE.fullmatch(text.strip("'\"")):
        return "upload"
    text = _RESULT.sub("video", _QUOTED.sub(" … ", text).lower().replace("’", "'"))
    if _EDITS.search(text):
        return "chat"
    for goal, command in _COMMANDS.items():
        match = command.search(text)
        if match and not _NEGATED.search(match[0]):
            return goal
    if not _CONTENT.search(text) and not _NEGATED.search(text):
        for goal, question in _QUESTIONS.items():
            if question.search(text):
                return goal
    return "chat"


def split_export(message: str) -> tuple[str, str]:
    """An edit that ends in "… and export it" as the edit and the export; the second is empty
    when there is no such ending. Exports never travel over the conversation."""
    for match in list(_AND_EXPORT.finditer(message))[:-4:-1]:
        edit, export = message[: match.start()], message[match.end() :]
        if edit.strip() and route(export) == "export" and not _inside_quotes(edit):
            return edit.strip(), export.strip()
    return message, ""


def _inside_quotes(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") != before.count("”")
