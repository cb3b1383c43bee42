"""Questions and remarks: the agent answers and leaves the draft alone."""

import re
from collections.abc import Callable
from itertools import pairwise

from mock_server.agent.values.lazily import Regex

_TOPICS = (
    (r"\bhow long\b|\bduration\b|\blength\b|多长|多久|时长", "duration"),
    (r"\bexport|download|\brender\b|\bmp4\b|导出|下载", "export"),
    (r"\bundo\b|\bredo\b|撤销|撤回|恢复上一步|重做", "undo"),
    (r"\bcredits?\b|\bbalance\b|积分|余额", "credits"),
    (r"\btracks?\b|\btimeline\b|\bstatus\b|\bsegments?\b|轨道|时间线|片段|状态", "tracks"),
    (r"\bwhat can\b|\bhelp\b|\bcan you do\b|\bable to\b|能做|可以做|会做|功能|帮助|会什么", "help"),
)
_PROGRAM = Regex(
    r"(?:\bexport\w*|\bdownload\w*)(?! (?:button|icon|symbol|arrow|sign)s?\b)|\bcredits?\b"
    r"|\bbalance\b(?! (?:the|out|it)\b)|\bredo\b|(?:导出|下载)(?!图标|按钮|箭头)|积分|余额|重做"
    r"|\bwhat(?:'s| is| does)? (?:on |in )?(?:the )?(?:status|timeline)\b"
    r"|状态怎么样|时间线(?:上|里)?(?:现在)?(?:有什么|是什么样|怎么样)",
    re.I,
)
# Remarks about what is not to change; they ask for nothing.
_REST = (
    r"(?:everything|anything|all|nothing"
    r"|the (?:rest|other \w+|others|duration|length|order|remaining|later|following))"
    r"(?: (?:else(?: about (?:it|them))?|other|after (?:it|that|this|\ue012\W*)|of (?:it|the video)))?"
)
_REMARK = Regex(
    r"[ ,:]*(?:(?:and|but|so|so that|please|then) )*(?:"
    r"(?:keep|leave|leaving|keeping) .{0,80}(?:(?:as|where) (?:it|they) (?:is|are|was|were)|as is|alone"
    r"|untouched|unchanged|the same|intact)"
    rf"|(?:keep|leave) (?:the rest|everything else|(?:the|my) (?:music|titles?|captions?|logo|text"
    r"|speed|pace|sound|audio|colou?rs?|look)|the one (?:at|in) the (?:start|beginning|end))"
    r"|the (?:one (?:at|in) the (?:start|beginning|end)|(?:first|second|third|last|other)(?: one| clip)?)"
    r" (?:can |should |may )?(?:stays?|remains?)(?: put| as (?:it )?(?:is|was)| the same| unchanged"
    r"| normal)?"
    r"|(?:the )?rest(?: of [a-z. ]{2,20}?)? (?:just |then )?(?:carries on|goes on|plays on|runs on"
    r"|continues|resumes)"
    r"(?: after(?:wards?)?(?: that| it)?| behind(?: it)?| as (?:it is|before|normal)| normally)?"
    rf"|{_REST} (?:\w+ )?(?:stays?|remains?|is|are|changes?|moves?|shifts?|follows?)\b"
    r"[^\ue010-\ue01f]{0,60}"
    r"|nothing else (?:changes|moves)|what follows (?:moves|shifts|closes)[^\ue010-\ue01f]{0,30}"
    r"|clos(?:e|ing) (?:the|any|all|every|up)\b[^\ue010-\ue01f]{0,20}|(?:do )?not leave (?:a|any) gaps?"
    r"|(?:all |the )?times? (?:are|is|refers?|means?|counts?|given)\b[^\ue010-\ue01f]{0,60}"
    r"|(?:its|their|the total|the) (?:duration|length|order) [^\ue010-\ue01f]{0,60}"
    r"|the rest (?:of (?:it|the video) )?(?:can |should |will |is to )?(?:be (?:as (?:it|they|is|before"
    r"|now)|unchanged|untouched"
    r"|left|kept|the same|fine"
    r"|ok|normal|at normal|normal speed)|as it is|as is|unchanged"
    r"|untouched"
    r"|stays?|remains?|is fine|is ok|is good|follows|moves|closes|stay|remain)[^\ue010-\ue01f]{0,30}"
    r"|(?:many )?(?:thanks|thank you|thx|cheers|kudos|great job|good job|nice work)"
    r"(?: so much| a lot)? (?:for|on) [a-z]+ing\b.{0,60}"
    r"|(?:thanks|thank you)?,? ?(?:(?:it|that|this|everything)(?:'s| is)? ?)?(?:looks? |looking )?"
    r"(?:great|good|nice|lovely|awesome|perfect)(?: job| work| stuff)? so far"
    r"|(?:谢谢|感谢|多谢)你?(?:们)?(?:帮我|替我|帮忙)?[^,]{1,12}了[^,]{0,30}"
    r"|(?:exactly|only) once|session language.{0,40}|(?:please )?(?:reply|answer|respond) .{0,40}"
    r"|everything after .{0,20} (?:moves?|shifts?) .{0,20}"
    r"|(?:currently|right now|at the moment)\b.{0,10}(?:is|has|was|are|have|runs)\b.{0,40}"
    r"|(?:it|they) (?:is|are|has|have|was|runs|had)(?: at| from)? ?[\ue012-\ue01f].{0,30}"
    r"|(?:其他|其余|其它|剩下|别的|所有内容|总?时长|一切|后面|之后|后续)(?!.*(?:别|不要"
    r"|不用)[^,]{0,4}[移接补延])[^\ue010-\ue01f]{0,30}(?:不变"
    r"|不动|保持|原样|不改|不用|前移|后移|顺延|跟上|靠拢"
    r"|补上|接上来?|往前接|衔接)[^\ue010-\ue01f]{0,6}"
    r"|(?:the |its |their )?(?:position|size|colou?r|level|volume|place|text|font|loudness"
    r"|beginning|start)s?"
    r" (?:stays?|remains?|unchanged|untouched|is fine|as (?:it )?(?:is|was)"
    r"|the same)(?: (?:as (?:it )?(?:is|was)|put|fine))?"
    r"|(?:the )?same (?:length|position|place|size|level|volume|duration|colou?r|spot)|(?:length"
    r"|duration) unchanged"
    r"|nothing (?:else|more)(?:,? (?:and )?nothing less)?|nothing less"
    r"|(?:hands off|leave|keep|not) the (?:rest|others?|other ones?|(?:first|second|last)(?: one)?"
    r"|one in between|loudness)(?: alone)?"
    r"|(?:all|the) (?:material|footage) stays|all (?:the )?material is kept"
    r"|[\ue010\ue011][\ue020-\ue029]+\ue000 ?(?:'s )?(?:留着|保留|(?:can|may|should) (?:stay"
    r"|remain)|stays?|remains?|is fine"
    r"|as (?:it )?(?:is|was))"
    r"|the (?:music|song|titles?|captions?|logo|text|voice-?over|sound|video|ding"
    r"|whoosh) (?:as (?:it )?(?:is|was)|(?:is|are) (?:fine|ok|good|great|perfect)|stays?)"
    r"|(?:别的|其他|其余|剩下)(?:地方|部分|的)*(?:都|全部?|也)*(?:照旧|别管|不管|别动|不用管|保留"
    r"|留着)(?:了"
    r"|就好|就行)?"
    r"|(?:标题|字幕|它)?的?(?:位置|大小|颜色|字号|音量|内容|开始时间|开始|起点|起始时间)(?:都|也"
    r"|就)?(?:不变|照旧|不动|留着|保留)"
    r"|另(?:外)?一(?:段|个)不变|(?:结尾|后面|片尾)(?:都)?(?:留着|保留)"
    r"|保持(?:不变|原样)|(?:并)?合拢空隙|(?:不留|不要留|别留|没有)(?:下)?(?:间隙|空[隙白档]?)"
    r"|(?:所有)?(?:时间|时刻)(?:点)?(?:均|都)?(?:是|为|指|以|按)[^\ue010-\ue01f]{0,30}|只(?:执行|做)一次"
    r"|(?:现在|目前|当前)(?:是|为"
    r"|在).{0,20}"
    r")[ ,.!:]*",
    re.IGNORECASE,
)


def topic_of(text: str) -> str | None:
    """What a question is about."""
    return next((topic for words, topic in _TOPICS if re.search(words, text, re.I)), None)


def answer_to(text: str) -> str | None:
    """The topic of a message that asks the program, not the editor, for something."""
    return topic_of(text) if _PROGRAM.search(text) else None


_JOINTS = Regex(
    r"[,;，；。.!?？] ?(?:(?:and |then |also |but |please )+|(?:顺便|然后|接着|再|并且?|另外|同时"
    r"|还有|也)+)?"
    r"|\b(?:and then|and|then|also)\b|(?:顺便|然后|接着|并且|另外|同时|还有)",
    re.IGNORECASE,
)
_BEFORE = Regex(
    r",? ?\bbefore (?:(?:you|we|i) )?(?:export|download)(?:ing)?(?: (?:it|this|the video))?\b,?"
    r"|(?:导出|下载)(?:视频|成片)?之?前,?(?:请|要|先)*",
    re.IGNORECASE,
)
_LEADING = Regex(
    r"\A(?:[\s,;，；。.!?？]|\b(?:and|then|also|but)\b|顺便|然后|接着|并且?|另外|同时|还有)+",
    re.IGNORECASE,
)
_NOT_NOW = Regex(
    r"[ ,]*(?:(?:please|but|and|no|wait)[ ,]+)*(?:do not|don't|never|not|no need to)(?: (?:to|you"
    r"|do|try to))? ?"
    r"(?:export|download|render)\b.*"
    r"|[ ,]*(?:请|先|暂时|还是|千万)*(?:别|不要|不用|不必|先不|勿)(?:再|急着|着急|马上|现在|先)*"
    r"(?:去)?(?:导出|下载|渲染).*",
    re.IGNORECASE | re.DOTALL,
)


def asked_of_the_program(
    text: str, is_order: Callable[[str], object]
) -> list[tuple[str | None, str]]:
    """The parts of a message that asks the program for something, each with its topic; without one where a
    part is an order: "export in 4k", "add a title"."""
    rest = _BEFORE.sub("", text)
    if answer_to(rest) is None and is_order(rest):
        return [(None, rest)]
    edges = [0, *(joint.start() for joint in _JOINTS.finditer(text)), len(text)]
    parts: list[tuple[str | None, str]] = []
    for low, high in pairwise(edges):
        topic = _topic(text[low:high])
        if parts and (topic is None) == (parts[-1][0] is None):
            parts[-1] = parts[-1][0], parts[-1][1] + text[low:high]
        else:
            parts.append((topic, text[low:high]))
    if not any(topic is None and is_order(part) for topic, part in parts):
        return [(_topic(text), text)]
    return [(topic, _LEADING.sub("", part)) for topic, part in parts]


def _topic(text: str) -> str | None:
    return "ignored" if _NOT_NOW.fullmatch(text) else answer_to(text)


# … but not these: "the rest is to be sped up".
_DONE_TO_THE_REST = Regex(
    r"\b(?:rest|everything else|all else|others|other \w+)\b(?!.*\b(?:stays?|remains?|not|never|already"
    r"|keeps?|too)\b|.*n't\b)"
    r".*\b(?:louder|quieter|softer|loud|quiet|faster|slower|sped|slowed|mute|muted|silent|black|sepia"
    r"|warm|cold|cool"
    r"|vintage|reversed?|backwards|cut|removed|deleted|gone|left out|dropped|possible|rotated|cropped"
    r"|bigger|smaller"
    r"|darker|brighter|blurred|blurry|faded|red|blue|green|yellow|doubled|halved|shortened|shorter"
    r"|longer)\b",
    re.IGNORECASE,
)


def is_remark(text: str) -> bool:
    """Whether the words only say what is not to change."""
    return bool(_REMARK.fullmatch(text)) and not _DONE_TO_THE_REST.search(text)
