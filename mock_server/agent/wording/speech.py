"""Orders about the speech – its pauses, its filler words, its captions – as the language says them."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.pieces import Pieces
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.speech_captions import captions_in_words, captions_in_words_zh
from mock_server.agent.wording.speech_words import (
    fillers_in_words,
    fillers_in_words_zh,
    pauses_in_words,
    pauses_in_words_zh,
)

_TIME = r"(?:[0-9.]+|an?|one|two|half a)[ -]?(?:seconds?|secs?|s)\b"
_LEVEL = r"(?:-|minus )?[0-9.]+ ?dB"
_REMOVE = (
    r"(?:cut(?:ting)?|remov(?:e|ing)|trim(?:ming)?|delet(?:e|ing)|tak(?:e|ing)|snip(?:ping)?"
    r"|edit(?:ing)?|strip(?:ping)?|drop(?:ping)?|eliminat(?:e|ing)|excis(?:e|ing)|get(?:ting)? rid of"
    r"|clear(?:ing)?|los(?:e|ing)|prun(?:e|ing)|filter(?:ing)?|clean(?:ing)?)(?: out| away)?"
)
_REMOVED = r"(?:cut|removed|trimmed|deleted|taken out|edited out|dropped)(?: out)?"
_EACH = r"(?:(?:every(?: single)?|each|all|any)(?: of)?(?: the)?|the)"
_IN_SPEECH = (
    r"(?: (?:out )?(?:in|of|from|within|during|between|throughout) (?:the |all )?"
    r"(?:speech|talking|dialogue|spoken (?:parts|words)|words|what is said))"
)
_SILENT = r"silent (?:gaps?|parts?|stretch(?:es)?|moments?)"
_PAUSE = rf"(?:(?:speech |spoken )?(?:pauses?|silences?|{_SILENT}|gaps?))"
_OVER = (
    r" (?:(?:that|which) )?(?:(?:lasts?|runs?|goes|go|is|are|lasting|running) )?(?:for )?(?:of )?"
    r"(?:longer than|more than|over|above|in excess of|greater than|exceeding|exceeds?)"
    rf" (?P<{{}}>{_TIME})"
)
_LEFT = r"(?:gaps?|holes?|pieces|parts|footage|ends|rest|what is left|what remains)"
_GAPS = (
    r"(?:clos|shut|seal|join|pull|bring|stitch|splic|draw)(?:e|ing|ting)?(?: up| together| over)?"
    rf" (?:the |all the |all |any |every )?(?:resulting |remaining )?{_LEFT}"
    r"(?: (?:they|it) leaves?| left(?: behind)?)?(?: up| together| in| over)*"
    rf"|(?:the )?{_LEFT} (?:are |being )?(?:closed|joined)(?: up| together)?"
)
_BETWEEN = r"[ ,;.]|\b(?:and|then|after|please|while|also|by|have|with)\b"
_PAUSES = Pieces(
    _BETWEEN,
    aim=r"(?:tighten|shorten|clean up|speed up|improve) (?:up )?the speech by",
    order=rf"{_REMOVE} (?:{_EACH} )?{_PAUSE}{_IN_SPEECH}?{_OVER.format('over')}{_IN_SPEECH}?",
    where=rf"where(?:ver)? the (?:speech|talking) pauses{_OVER.format('pausing')},?"
    rf" {_REMOVE} (?:the pause|it|that)(?: out)?",
    told=rf"{_EACH} {_PAUSE}{_IN_SPEECH}?{_OVER.format('longer')}{_IN_SPEECH}?"
    rf" (?:(?:is|are|should|must|has|have|needs?) )?(?:to )?(?:be )?{_REMOVED}",
    kept=r"(?:keep(?:ing)?|leav(?:e|ing)|retain(?:ing)?|preserv(?:e|ing)|with)?"
    rf"(?: just| about| only)? ?(?P<keep>{_TIME})"
    r"(?: of (?:silence|quiet|the pause|pause|room|it))?(?: kept| left| retained| preserved)?"
    r" (?:(?:at|on|to) (?:either|each|both) (?:side|end)s?"
    r"(?: of (?:it|each|them|(?:the|each|every) cut))?"
    r"|either side|before and after(?: each(?: one)?| it| them)?)",
    threshold=r"(?:count(?:ing)?|treat(?:ing)?|regard(?:ing)?|consider(?:ing)?|tak(?:e|ing))"
    r" (?:everything|anything|all)(?: that is)? (?:below|under|quieter than|lower than|softer than)"
    rf" (?P<below>{_LEVEL}) (?:as|to be|for) (?:silence|silent)"
    r"|(?:everything|anything|all)(?: that is)? (?:below|under|quieter than|lower than)"
    rf" (?P<under>{_LEVEL}) (?:treated|counted|regarded|taken|considered|read|heard) as (?:silence|silent)"
    rf"|(?:with |using |at )?(?:an? |the )?silence threshold (?:of|at|set to|being|is) (?P<at>{_LEVEL})"
    rf"|(?:with |using |taking )?(?P<as>{_LEVEL}) as (?:the |a )?"
    r"(?:silence threshold|threshold(?: (?:of|for) silence)?)",
    gaps=_GAPS,
)
_SOUNDS = r"(?:um+s?|uh+s?|erm?s?|ah+s?|hm+s?)"
_SUCH = (
    r"(?:,? ?\(?(?:(?:such as|like|for example|for instance|e\.g\.|including|say),? )?"
    rf"{_SOUNDS}(?:(?:,? (?:and|or) |, |/){_SOUNDS})*"
    r"(?:,? (?:and (?:the like|so on|similar)|etc\.?))?\)?)"
)
_FILLER = (
    rf"(?:(?:{_SOUNDS}(?:(?:,|,? and) {_SOUNDS})*,? and (?:all )?(?:the )?(?:other|similar) )?"
    r"(?:(?:verbal )?fillers?(?: words?| sounds?)?|hesitation(?:s| words| sounds)|filled pauses)"
    rf"{_SUCH}?|{_SOUNDS} and {_SOUNDS})"
)
_FILLERS = Pieces(
    _BETWEEN,
    order=rf"{_REMOVE} (?:{_EACH} )?{_FILLER}{_IN_SPEECH}?",
    told=r"(?:strip|clear|rid|clean|purge|free)(?:ping|ing|ning)? the (?:speech|talking) (?:of|from)"
    rf" (?:{_EACH} )?{_FILLER}",
    speech=r"(?:wherever they (?:occur|appear|come up) )?(?:out of|from|in|within) the"
    r" (?:speech|talking|dialogue)",
    gaps=_GAPS,
)
_REMOVE_ZH = "(?:剪掉|删除|删掉|去掉|剪去|剪除|移除|裁掉|清除|去除|清掉|删去|剔除)"
_REMOVED_ZH = f"(?:都|全部|全|一律|统统|要|需)*{_REMOVE_ZH}"
_SPEECH_ZH = "(?:(?:语音|说话|人声|对白|讲话)(?:中间|中|里面|里|当中|内|时|部分)?的?)"
_PAUSE_ZH = "(?:(?:语音|说话)?(?:停顿|静默|空白|沉默))"
_ALL_ZH = "(?:所有|全部|每一?处|一切|每一?个|各处|凡是|凡)?的?"
_TIME_ZH = "(?:[0-9.]+|半|[一二两]) ?(?:秒钟?|s)"
_OVER_ZH = (
    rf"(?:时长|长度|持续|间隔)?(?:(?:超过|长于|大于|多于|高于|超出|长过) ?(?P<{{0}}>{_TIME_ZH})"
    rf"|(?P<{{0}}_too>{_TIME_ZH})以上)(?:以上)?的?"
)
_BETWEEN_ZH = "[ ,;。.]|并且?|再|然后|最后|同时|请"
_LEFT_ZH = "(?:空隙|间隙|空白处|剩余的?部分|剩下的?(?:部分|内容)?|前后片段|前后部分|前后)"
_CLOSE_ZH = (
    "(?:合拢|合上|接上|闭合|补上|连上|并拢|合并"
    "|接合|衔接|消除|填补|填上|连接|接好|相接|相连|接起来|连起来)"
)
_GAPS_ZH = (
    f"(?:把|将|让)?{_CLOSE_ZH}(?:所有|全部)?的?{_LEFT_ZH}"
    f"|(?:把|将|让)?(?:所有|全部)?{_LEFT_ZH}(?:都|全部)?{_CLOSE_ZH}(?:起来)?"
)
_PAUSES_ZH = Pieces(
    _BETWEEN_ZH,
    order=rf"{_REMOVE_ZH}{_SPEECH_ZH}?{_ALL_ZH}{_OVER_ZH.format('over')}{_ALL_ZH}{_PAUSE_ZH}",
    told=rf"(?:把|将)?{_SPEECH_ZH}?{_ALL_ZH}{_OVER_ZH.format('longer')}{_ALL_ZH}{_PAUSE_ZH}{_REMOVED_ZH}",
    where=rf"(?:把|将)?{_SPEECH_ZH}?{_PAUSE_ZH}(?:只要|如果|凡是|若|要是)?{_OVER_ZH.format('pausing')}"
    rf"(?:就|便|则)?{_REMOVED_ZH}",
    aim="(?:剪短|精简|压缩|收紧)语音:",
    kept=r"(?:停顿的?)?(?:两侧|每侧|两边|前后|两端|左右)(?:各自?|都|均|分别)*"
    rf"(?:保留|留下|留出|留有|留)(?P<keep>{_TIME_ZH})(?:的?(?:静音|停顿|空白|静默))?",
    threshold=rf"(?:以|用|按)?(?P<at>{_LEVEL}) ?(?:为|作为|当作?)静音(?:的)?阈值"
    rf"|静音(?:的)?阈值(?:设?为|设成|是|定为|取|用|:)? ?(?P<as>{_LEVEL})"
    rf"|(?:低于|小于|不到) ?(?P<below>{_LEVEL}) ?的?(?:声音|部分)?(?:都|一律)?"
    r"(?:算作?|视为|当作?|作为)静音",
    gaps=_GAPS_ZH,
)
_SOUNDS_ZH = "[嗯呃啊额唔哦](?:(?:[、,和/]|以及)[嗯呃啊额唔哦])*(?:等等?|之类(?:的)?)?"
_FILLER_ZH = (
    rf"(?:像{_SOUNDS_ZH}(?:这样|这类|这种|之类)的?(?:语气词|(?:口头)?填充词)|{_SOUNDS_ZH}语气词"
    r"|(?:语气词|口头语|口头禅|(?:口头)?填充词|赘词|口水词)"
    rf"(?:,?[(]?(?:比如|例如|如|像|诸如|包括){_SOUNDS_ZH}[)]?|[(]{_SOUNDS_ZH}[)])?)"
)
_FILLERS_ZH = Pieces(
    _BETWEEN_ZH,
    order=rf"{_REMOVE_ZH}{_SPEECH_ZH}?{_ALL_ZH}{_FILLER_ZH}",
    told=rf"(?:把|将)?{_ALL_ZH}{_SPEECH_ZH}?{_ALL_ZH}{_FILLER_ZH}(?:都|全部|全)*(?:从语音[中里])?{_REMOVED_ZH}",
    gaps=_GAPS_ZH,
)

_SAID = (
    r"(?:(?:everything|all|every word|whatever) (?:that(?:'s| is| was| gets)|which is)? ?(?:being )?"
    r"(?:said|spoken)"
    r"|all (?:of )?(?:the )?(?:speech|spoken words|dialogue|words (?:that are )?(?:spoken|said))"
    r"|(?:the )?(?:whole |entire )(?:speech|dialogue)|every spoken word)"
)
_LANGUAGE = r"in (?:the )?language"
_CODE = r"(?P<the_iso>(?:en|zh|de|fr|es|ja|ko|pt|ru)(?:-[a-z]{2,4})?)\b"
_CAPTIONED = r"add captions(?: in the language [\w-]+)? of everything that is said"
_LOOKS: Rules[Replacement] = Rules(
    (
        (r"\b(?:with )?(?:an? )?(<:text>) background\b", r"with the background color \1"),
        (r"\b(?:with )?(?:an? )?(<:text>) outline\b", r"with the outline color \1"),
        (r"(<:text>) (?:text|letters|lettering)\b", r"in the color \1"),
        (r"\b(?:with )?(?:an? )?font size of (?=[0-9])", "at font size "),
        (r",? and (?=at|in|with)", ", "),
    )
)
_CAPTIONS: Rules[Replacement] = Rules(
    (
        (
            r"\b(?:add|put|insert|place|create|generate|make|show|give|produce|write|provide|include|offer)"
            r"(?: in| up)?(?: (?:automatic|auto))?(?: (?P<the_color><:text>))? (?:captions?|subtitles?)"
            rf"(?: {_LANGUAGE} (?P<the_code>[\w-]+))? (?:of|for|on|to|over|from|under|below|covering)"
            rf" {_SAID}(?:,? {_LANGUAGE} (?P<the_too>[\w-]+)|,? in {_CODE})?",
            lambda found: _captions(
                found["the_code"] or found["the_too"] or found["the_iso"], found["the_color"]
            ),
        ),
        (
            rf"\A ?for {_SAID}, (?:add|put|insert|place|create|show|give|provide)(?: in| up)?"
            r" (?:captions?|subtitles?)\b",
            "add captions of everything that is said",
        ),
        (
            rf"\b(?:turn|convert|transcribe|make) {_SAID} (?:in)?to (?:captions|subtitles)",
            "add captions of everything that is said",
        ),
        (
            rf"\b(?:caption|subtitle) {_SAID}(?:,? {_LANGUAGE} (?P<the_code>[\w-]+)|,? in {_CODE})?",
            lambda found: _captions(found["the_code"] or found["the_iso"], None),
        ),
        (
            r",? ?(?:and )?(?:with )?(?:each|every)(?: single)?"
            r" (?:cue|caption|line|subtitle|one)(?: is| being)?"
            r"(?: (?:shown|showing|displayed|visible|appearing|appears|timed|placed|on screen"
            r"|synced|synchroni[sz]ed|in (?:time|sync|step)|aligned|matched|up))*(?: (?:to|with))?"
            r"(?: (?:when|while|as|just as|at the moment|the moment|during the time|for as long as))*"
            r" (?:(?:it(?:'s| is)|they are|(?:the|its) words are)(?: being)? (?:spoken|said|heard)"
            r"|the (?:speech|voice)|its words|what is said)\b",
            ", each cue while it is spoken",
        ),
        (
            rf"\A ?((?:with|in|at|using) [^;.]*?),? (?P<the_order>{_CAPTIONED})",
            lambda found: f"{found[2]}, {_LOOKS.apply(found[1], plainly)}",
        ),
        (
            r"(?:用(?P<the_code>[a-z-]+)语言)?(?:(?:给|为|把|将|对)(?:所有|全部|整段|一切|全)?|所有|全部|整段|一切)"
            r"(?:的|所)?"
            r"(?:语音|说的话|讲话|人声|对白|说话内容|说话)(?:内容)?(?:都|全|均)*(?:自动)?"
            r"(?:添加|加上|配上|加|配|生成|打上|附上)上?"
            r"(?: ?(?P<the_color><:text>) ?(?:颜色|色)的?)?(?:(?P<the_size>[0-9]{2,3})号)?字幕"
            r"(?:[(]语言 ?(?P<the_too>[a-z-]+)[)]|,(?:字幕)?语言(?:为|是|用|设为) ?(?P<the_iso>[a-z-]+))?",
            lambda found: _captions_zh(
                found["the_code"] or found["the_too"] or found["the_iso"],
                found["the_color"],
                found["the_size"],
            ),
        ),
        (r"\A ?在(?:画面的?)?([顶底][部端])(为所有语音添加字幕(?:[(][^)]*[)])?)", r"\2,位于\1"),
        (r"(?<=,)位置(?:放)?(?:在|为|是)(?=[顶底左右上下中])", "位于"),
        (
            r",?(?:每一?条|逐条)(?:字幕)?(?:都)?(?:在?说到(?:它)?时才?(?:显示|出现)"
            r"|(?:与|和|跟|同|随)着?(?:语音|说话|声音|人声)(?:的?时间)?"
            r"(?:都|保持)*(?:同步|对齐|一致|对应|同时)(?:显示|出现)?)",
            ",每条与语音同步",
        ),
    )
)  # fmt: skip
_OF_SPEECH = Regex(
    r"pause|silence|silent|gap|filler|\bu[mh]+s?\b|hesitat|caption|subtitle|停顿|静默|空白|沉默|[气赘]词|口头|口水|填充词|字幕",
    re.IGNORECASE,
)

_SPOKEN = Regex(
    r"sa(?:id|ys)|sp[eo]ak|spoken|speech|dialogue|talk|words|utter|audio|voice|\bu[mh]+s?\b|pause|filler|hesitat"
    "|语音|说|话|人声|对白|口|停顿|嗯|呃|语气",
    re.IGNORECASE,
)


def spoken_orders(text: str) -> str:
    """A message about pauses, fillers or captions in the words of the language."""
    if not _OF_SPEECH.search(text):
        return text
    if not _SPOKEN.search(text):
        return _CAPTIONS.apply(text, plainly)
    if HAN.search(text):
        told = _about_pauses_zh(text) or _about_fillers_zh(text) or captions_in_words_zh(text)
    else:
        told = _about_pauses(text) or _about_fillers(text) or captions_in_words(text)
    return told or _CAPTIONS.apply(text, plainly)


def _captions(code: str | None, color: str | None) -> str:
    told = f" in the language {code}" if code else ""
    return (
        f"add captions{told} of everything that is said{f' in the color {color}' if color else ''}"
    )


def _captions_zh(code: str | None, color: str | None, size: str | None) -> str:
    told = f"(语言{code})" if code else ""
    return f"为所有语音添加字幕{told}{f',颜色{color}' if color else ''}{f',字号{size}' if size else ''}"


def _either(found: dict[str, str], *names: str) -> str | None:
    """What the first of these phrases says that is there."""
    return next((found[name] for name in names if name in found), None)


def _about_pauses(text: str) -> str | None:
    found = _PAUSES.found(text) or {}
    longer = _either(found, "over", "longer", "pausing")
    level, keep = _either(found, "below", "under", "at", "as"), found.get("keep")
    if not longer:
        if (told := pauses_in_words(text)) is None:
            return None
        longer, keep, level = told
    kept = f", keeping {keep} of silence at either side" if keep else ""
    below = f", counting everything below {level} as silence" if level else ""
    return f"Cut every pause in the speech longer than {longer}{kept}{below}, and close the gaps."


def _about_fillers(text: str) -> str | None:
    found = _FILLERS.found(text) or {}
    if not (found.keys() & {"order", "told"} or fillers_in_words(text)):
        return None
    return "Remove all filler words such as um and uh from the speech, and close the gaps."


def _about_pauses_zh(text: str) -> str | None:
    found = _PAUSES_ZH.found(text) or {}
    longer = _either(found, "over", "over_too", "longer", "longer_too", "pausing", "pausing_too")
    level, keep = _either(found, "below", "at", "as"), found.get("keep")
    if not longer:
        if (told := pauses_in_words_zh(text)) is None:
            return None
        longer, keep, level = told
    kept = f",两侧各保留{keep}" if keep else ""
    return (
        f"剪掉语音中所有超过{longer}的停顿{kept}{f',静音阈值{level}' if level else ''},并合拢空隙。"
    )


def _about_fillers_zh(text: str) -> str | None:
    found = _FILLERS_ZH.found(text) or {}
    return (
        "删除语音中所有的语气词(如嗯、呃),并合拢空隙。"
        if found.keys() & {"order", "told"} or fillers_in_words_zh(text)
        else None
    )
