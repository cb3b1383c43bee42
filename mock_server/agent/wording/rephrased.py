"""Longer turns of phrase, said as the lexicon knows them: asked as a question, told by what is wrong,
by a noun of the maker's, or for two things at once."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import LAYER, ORDINAL, THE
from mock_server.agent.values.placeholders import MARK, UNREADABLE, kind_of
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.descriptions import undescribed
from mock_server.agent.wording.states import STATES

_ZH_LAYER = r"(?:标题|字幕|音乐|logo|水印|旁白|人名条|文字)"
_ZH_REST = (
    r"(?:别的|其他|其他的|其余|其余的|剩下的|后面|后面的)(?:部分)?(?:都|全|就)*(?:不要|删"
    r"|删掉|剪掉|去掉|不留)了?"
)
_COMPLAINED = (
    r"(?:is|are|looks|disappears|vanishes|goes|leaves|comes|appears|shows|ends|stays)"
    r"(?: (?:away|up|off|in))?(?: far| much| way| a bit| a little)? too [a-z]+"
)
_BETTER = r"(?:would be|would look|looks|suits it|is) (?:better|nicer|prettier)"
_RULES: tuple[tuple[str, Replacement], ...] = (
    # --- what is only an introduction, or a reassurance
    (r"(?<=[^ ,]),? (?:and )?,? ?while (?:you're|you are) at it,?", ","),
    # --- questions that are orders
    (r"\A[ ,]*any chance (?:that )?(?:we|you) (?:can |could )?(?=[a-z]+ [^?]+\?)", "could we "),
    # --- what is wrong, and what is to be done about it
    (
        rf"\A[ ,]*({THE}(?:'s fade[- ](?:in|out))?) {_COMPLAINED}, (?:so |please |just )*"
        r"(keep|make|set|move|give|leave|put|show|extend|start|turn|raise|lower|bring) it\b",
        r"\2 \1",
    ),
    (
        r"\A[ ,]*(?:hm+[, ]+|well[, ]+|i think[, ]+|actually[, ]+|no[, ]+)*(red|blue|green|yellow|white"
        r"|black|orange|pink"
        r"|purple|gold)"
        rf" {_BETTER}(?=[ .!]*\Z)",
        r"make it \1",
    ),
    (
        r"\A[ ,]*(?:hm+[, ]+|well[, ]+|i think[, ]+|actually[, ]+|no[, ]+)*(?:the )?((?:top|bottom|upper"
        r"|lower)(?:[- ](?:left|right))?)(?: corner)?"
        rf" {_BETTER}(?=[ .!]*\Z)",
        r"move it to the \1",
    ),
    (
        r"\A[ ,]*(?:oops,? |oh no,? |sorry,? )*that was the wrong (?:bit|part|one|piece|place),? "
        r"(?:so )?(?:please )?(?:bring|put|give) (?:it|that) back(?=[ .!]*\Z)",
        "undo that",
    ),
    # --- the old value and the new one
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) ([a-z]+) [^,]{1,30}, (?:but |just |rather |instead )*"
        r"(\1\b(?!.*\b(?:it|them|that|this|those)\b)[^,]*?)(?: instead)?(?=[ .!]*\Z|,)",
        r"\2",
    ),
    (r"\A不要从(?:头|开头|<:time|range>)(?:就)?(?:开始)?,(?=从)", ""),
    (
        r"\A[ ,]*(?:it's |it is )?not (<:text>) ?,? (?:but |it's |it is )*(<:text>)(?=[ .!]*\Z)",
        r"change \1 to \2",
    ),
    (r"\A[ ,]*不是 ?(<:text>) ?,?(?:而)?是 ?(<:text>)", r"把\1改成\2"),
    (rf"({THE}(?: <:text>)?) ?, not {THE} ?,", r"\1"),
    (
        r"\b(?:write|put|show) (<:text>) (?:in the place )?where it (?:now |currently )?(?:says|reads) "
        r"(<:text>)",
        r"change \2 to \1",
    ),
    (
        r"(<:text>) ?\( ?(?:no|sorry|wait|i mean|or rather|make that),? (<:text>) ?\)",
        r"\2",
    ),
    (
        r",? (?:rather than|instead of) (?:at|from|in) the (?:very )?(?:beginning|start|end|top|bottom)\b",
        "",
    ),
    (rf"({_ZH_LAYER})(?:里|上)?有(?:个|一个)?(?:错别字|错字|打错的?字)了?[,:] ?(?=<:text>)", r"\1"),
    (
        r"\A[ ,]*(?:名字|姓名|文字)?(?:里|上)?(?:有(?:个|一个|处)?(?:错别字|错字|打错的?字)"
        r"|[写打拼弄]?错)了?[,:] ?(?:把|将)?(?= ?<:text> ?(?:应|改|换))",
        "",
    ),
    (
        r"(<:text>) ?(?:must|should|has to|needs to) be (?:over|gone|off) by (<:time>)",
        r"\1 should end at \2",
    ),
    # --- only this
    (rf"\A[ ,]*(?:只)?(?:保留|留下|留|要)(<:range>),{_ZH_REST}(?=[ .!]*\Z)", r"只保留\1"),
    (
        rf"\A[^,\ue010-\ue01f]{{0,8}}只有(<:range>(?:[和、]<:range>)*),{_ZH_REST}(?=[ .!]*\Z)",
        r"只保留\1",
    ),
    (
        rf"\A({_ZH_LAYER})只(?:留|保留|要) ?(<:text>) ?,{_ZH_REST}(?=[ .!]*\Z)",
        r"删掉除了\2以外的所有\1",
    ),
    (r"\A([^,]{1,24}?)(?:一个|一条)?都(?:别要|不留|别留)了?(?=,|[ .!]*\Z)", r"删掉\1"),
    (r"\bi (?:want|need|would like|'d like) ([^,]+?) (?:to be )?gone\b", r"remove \1"),
    (
        r"\b(?:everything (?:that|which)|(?<=need )what) (?:lies|is|happens|goes on) (?=<:range>)",
        "",
    ),
    (
        r"(<:ratio>|\b(?:square|vertical|portrait|horizontal|landscape)) (?:version|cut|edit)\b",
        r"\1",
    ),
    (
        r"(<:text>) should (?:appear|be shown|show up|show) as (?:a |the )?(title|caption|subtitle)\b",
        r"add a \2 \1",
    ),
    (
        r"\blet (<:file>) (?:run|play) (?:under|over|during|in) (the (?:first|second) half"
        r"|<:range>)(?: only)?",
        r"play \1 during \2",
    ),
    (
        r"\b((?:drop|remove|lose|delete) [^,]{3,20}'s fade[- ](?:in|out)),? (?:but|and) (?:leave"
        r"|keep) (?:its|the) fade[- ](?:in|out)",
        r"\1",
    ),
    (
        r"(\b(?:split|divide|cut (?:it |this |the [a-z]+ )?(?:at|in|into|up)|an? cut)\b[^,]*?),? but"
        r" (?:don't|do not) (?:remove|delete|lose|throw away) (?:anything|any of it)",
        r"\1",
    ),
    (
        r"\A[ ,]*(?:a (?:touch|bit|little) |slightly )?longer ?[:,] ?(?=until <:time>|<:range>)",
        "make it last longer ",
    ),
    (r"(<:text>) (?:becomes|turns into) (<:text>)", r"change \1 to \2"),
    (
        rf"\b(remove|delete|lose|drop|kill|get rid of) (the ({LAYER}|fade[- ](?:in|out))(?: <:text>)?),?"
        rf" but not (?:of )?the (?!\3)(?:tune|{LAYER}|fade[- ](?:in|out))\b",
        r"\1 \2",
    ),
    (r"\b(thing|everything|all|video|clip|titles?) bar (?=the |<:range>)", r"\1 except "),
    (r"(<:range>|<:time>)(?:那里|那儿|那块|那边)(?=[^,]|,)", r"\1"),
    (
        r"\A只有(<:range>)(?:这段|那段)?(?:要|需要)?有声音,(?:其余|其他|别的)(?:的|都|部分)*静音",
        r"除了\1其他都静音",
    ),
    (r"(<:time>)和(<:time>)(?:处|的地方)?各(?:切|剪)(?:一下|一刀)", r"在\1和\2切一刀"),
    (r"\bbelongs (?=(?:at|in|on)\b)", "should be "),
    (r"\b(both) (?:tracks|pieces) of music", r"\1 songs"),
    (r"\b(first|second|third|last) piece of music", r"\1 song"),
    (
        rf"(\A|,) ?({THE}(?: <:text>)?|the name strap(?: <:text>)?) off(?=,|[ .!]*\Z)",
        r"\1 remove \2",
    ),
    (
        r"\b(white|black|red|blue|green|yellow|orange|pink|purple|gold) (?:text |letters )?on (?:an? )?"
        r"(white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)(?: background| box)?",
        r"\1 with \2 background",
    ),
    (r"\A[ ,]*(?:captions|subtitles|subs)(?: please)?(?=[ .!]*\Z)", "add automatic captions"),
    (r"(?<![哔敲])打 ?(?=<:text>)", "显示"),
    (r"\A(logo|水印)(?:只|仅)在?(<:range>)(?:显示|出现)", r"\2显示\1"),
    # In the middle of the frame, or of the time?
    (
        r"(<:text>[^,]*?) in the middle of the (?:video|clip|film|movie|footage)\b",
        rf"\1 {UNREADABLE} ",
    ),
    # As another one is: nothing here reads that.
    # --- two things
    (
        r"\A[ ,]*(?:make |set |colou?r )?(<:text>) ?and (<:text>) ?((?:should be |must be |both "
        r"|in )?[a-z]+)(?=[ .!]*\Z)",
        r"make \1 \3, and make \2 \3",
    ),
    (
        # A level of sounds is none of pictures.
        rf"\A[ ,]*(?:both )?(?![^,]*\b(?:logo|watermark)\b[^,]*<:percent|level|number>)"
        rf"({THE}) and ({THE}) ((?:at|to|should be|must be|down to|up to) [^,]+?)\Z",
        r"set \1 \3, and set \2 \3",
    ),
    (
        rf"\A[ ,]*(?:(?:make|turn|colou?r|set) )?(?:the )?({ORDINAL}) and (?:the )?({ORDINAL})"
        r" (title|caption|text)s? ((?!and\b)[^,]+?)(?=,|\Z)",
        r"the \1 \3 \4, and the \2 \3 \4",
    ),
    (
        r"\bto the (?:other|opposite) (?:side|corner|end)(?: (?:at|on) the [a-z]+)?,?(?: that is,?"
        r"| namely,?)? (?=(?:the )?(?:top|bottom|upper|lower)[- ](?:left|right)\b)",
        "to ",
    ),
    (r"(\breplace [^,]*?),? (?:at|with|keeping) the same (?:volume|level)(?=[ .!]*\Z)", r"\1"),
    (rf"\A[ ,]*({THE}) (?:should|must) (?:disappear|vanish) (<:range>)", r"remove \1 \2"),
    (
        r"\b(?:join|connect|link) (the (?:two )?clips) (?:with|by|using)"
        r" (an? [^,]*(?:cross-?fade|dissolve|transition)[^,]*?)(?=[ .!]*\Z)",
        r"add \2 between \1",
    ),
    (r"\b(make the (?:cross-?fade|dissolve|transition)) between the (?:two )?clips\b", r"\1"),
    (r"(\A|,|\band) ?(title|caption) (<:range>) (?:with )?(<:text>)", r"\1 add a \2 \4 \3"),
    (r"\b(?:use|take|try) (<:factor>) instead(?=[ .!]*\Z)", r"make it \1 instead"),
    (r"\b(?:let|have) it (?=fade (?:in|out)\b)", "make it "),
    (
        r"\b(?:only show it|show it only) (?:for )?(?=<:range>[ .!]*\Z)",
        "it should be on screen for ",
    ),
    (r"\bdrop (?=<:file> into the )", "insert "),
    (
        r"((?:black and white|sepia)[^,]*,? but) (?:leave|keep) (<:range>) in colou?r\b",
        r"\1 not \2",
    ),
    (r"(<:time>) fade at (?:its|the) (?:very )?end\b", r"\1 fade out"),
    (r"\b(and|but) still (?=(?:start|begin|end|finish|stop)\b)", "and "),
    (
        r"\A([ ,]*(?:let|have|make) [^,]*\b(?:start|end|stop)s? at <:time>) already(?=[ .!]*\Z)",
        r"\1",
    ),
    (
        r"\b(?:cut|trim|shorten) (it|the (?:video|clip)) so (?:that )?it (?:ends|stops) (?=at )",
        r"end \1 ",
    ),
    # --- when, and how long
    (
        r"\b(shift|move|nudge|push|bump|slide)([^,]*?) (<:time>) (?:towards?|closer to|nearer to) the"
        r" (?:beginning|start|front)",
        r"\1\2 \3 earlier",
    ),
    (
        rf"\A[ ,]*(?:let|make|have)? ?({THE}) (?:should |must |to )?(?:vanish|disappear|end|go"
        rf"|stop|leave)s?"
        r" (<:time>) (?:earlier|sooner)",
        r"make \1 \2 shorter",
    ),
    (
        rf"({_ZH_LAYER}|第.个{_ZH_LAYER}|<:text>)(?:再)?(?:早|提前|提早)(<:time>)(?:消失|结束)",
        r"\1缩短\2",
    ),
    (
        rf"({_ZH_LAYER}|第.个{_ZH_LAYER}|<:text>)(?:再)?(?:晚|推迟)(<:time>)(?:消失|结束)",
        r"\1延长\2",
    ),
    (r"(<:file>) goes (?=(?:top|bottom|in|on|at|to|into|under)\b)", r"put \1 "),
    (
        rf"\b(?:limit|restrict|confine) ({THE}) to (?:the (?:stretch|part|time) )?(<:range>)",
        r"\1 should run \2",
    ),
    (r"\A[ ,]*(?=an? <:text> sound\b)", "add "),
    (r"\A ?(<:file>) ?只 ?(<:range>) ?(?:显示|出现)", r"\2显示\1"),
    (
        r"\b(convert|turn|change|switch|set|make|go)((?: [a-z]+){0,3}) to (?=black (?:and|&|n) white)",
        r"\1\2 ",
    ),
    (
        r"\b(lower[- ]third|name (?:tag|bar|strap)) for (?:the|our|my) [a-z]+(?=[ :,]*<:text>)",
        r"\1",
    ),
    (
        r"\b(?:cut|split|divide|chop|break) (it|the video|this|the clip)(?: up)? into (two|three"
        r"|four|five|six|<:number>)"
        r" (?:equal|equally long|even|equal[- ]length) (?:parts|pieces|segments|clips|chunks)",
        r"split \1 equally \2",
    ),
    (r",? (?:without|not) throwing (?:anything|any of it) (?:away|out)", ""),
    (
        rf"\bhalve the (?:time|duration|length) (?:of )?({THE})(?: is (?:visible|shown|up|on screen))?",
        r"make \1 half as long",
    ),
    (
        rf"({THE}) (?:shouldn't|should not|mustn't|must not) be (?:there|visible|shown|seen|on screen|up)"
        r"(?: for| during| in)? (<:range>)",
        r"remove \1 \2",
    ),
    (r"(logo|水印|音乐) ?(<:range>)(?:先)?(?:不要|别|不用|不)(?:出现|显示|放)", r"删掉\2的\1"),
    # --- how loud
    (
        rf"\b(?:knock|take|shave) (a quarter|a third|half|<:percent>) off ({THE})(?:'s)?(?: volume"
        rf"| level)?",
        r"lower \2 by \1",
    ),
    (rf"\bdouble the (?:loudness|volume|level) of ({THE})", r"make \1 twice as loud"),
    (r"在(?:现在|这个|原来|目前)的?基础上再?", ""),
)
_TURNS = Rules((*STATES, *_RULES))

_SAME_TIME = Regex(r"\b(?:at|over|during) the (?:very )?same time\b|(?:在)?同一(?:个)?时间", re.I)


def _at_the_same_time(text: str) -> str:
    """ "… at the same time" with the one range that was named before."""
    found = _SAME_TIME.search(text)
    spans = (
        [m[0] for m in MARK.finditer(text[: found.start()]) if kind_of(m[1]) == "range"]
        if found
        else []
    )
    if found is None or len(spans) != 1:
        return text
    return text[: found.start()] + spans[0] + text[found.end() :]


def rephrased(text: str) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    return _at_the_same_time(undescribed(_TURNS.apply(text, plainly)))
