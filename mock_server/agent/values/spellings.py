"""Numbers, times and a few turns as people spell them, made plain before they are read."""

import re
from fractions import Fraction

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import THE
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.ordinals import counted_seconds, in_one_unit
from mock_server.agent.values.placeholders import UNREADABLE
from mock_server.agent.values.rules import Replacement, Rules, plainly

_UNIT = r"(?= ?(?:seconds?|secs?|s|minutes?|mins?|x|%)(?![a-z]))"
_FRACTION = r"(?a:(?<![\w/.,:]))(?:([0-9]{1,2}) )?([1-7])/([248])(?![0-9/])"
_COMMA = rf"(?<![0-9.,:])([0-9]{{1,3}}),([0-9]{{1,2}})(?a:{_UNIT})"
_AND_A_HALF = r"\b(?:a|one) (second|minute) and a half\b"
# "The first second", which is no number of a thing.
_THE_ONE = (
    r"\b(first|last|final|opening|very first|very last) (second|minute)"
    r"(?=\W*\Z|,? (?:and|of the|off|please|from|then|should|is|can|has|alone|as (?:it )?is|untouched"
    r"|intact|unchanged|only|too|stays|remains|down|up|at|by|with|to|in|backwards?|linearly|go|goes)\b|[,.;])"
)

_IN_THE_ONE = (
    r"\b(in|during|over|for|within) the ((?:very )?(?:first|last|final|opening|closing)) (second|minute)"
    r"(?= (?!and|or|half|clip|title|caption|part|video|one|segment|text|cut|song|line|of)[a-z])"
)


# "Fade out over two": so many seconds.
_FADE_OVER = (
    r"(\bfad(?:e|es|ing)\b[^,.;]{0,70}? (?:over|for) |\b(?:in|out) (?:over|for) |\bfade[- ](?:in|out) of )"
    rf"({NUMBER})(?=[ ,.!?]*(?:\Z|and\b(?! an? (?:half|quarter)\b)|,))"
)
_STAY_FOR = rf"\b((?:stays?|lasts?|runs?)(?: up| on)? for {NUMBER})(?=[ ,.!?]*\Z)"
# So many more of a hundred: nothing that the agent can do, so an unknown word.
_POINTS = r"个百分点|\bpercentage points?\b"
_RATIO_WORDS = {
    "nine by sixteen": "9:16",
    "sixteen by nine": "16:9",
    "four by five": "4:5",
    "9 by 16": "9:16",
    "16 by 9": "16:9",
    "4 by 5": "4:5",
    "1 by 1": "1:1",
}
_ANOTHER = rf"\banother ({NUMBER}) off(?= the (?:end|start))"
_HALF_OPAQUE = r"\bhalf (?:the )?opacity\b"
_MINUTE = {"half": 30, "quarter": 15, "three quarters": 45}
_OF_A_MINUTE = r"\b(?:an? )?(half|three quarters|quarter)(?: of)?[ -](?:an? )?minute\b(?! and)"
# "And the last 5 as well", "no, the first 8": so many seconds.
_FEW_MORE = (
    r"(\A[ ,]*(?:(?:and|also|plus|actually|sorry|no|oh|hmm+|i meant|i mean|wait|(?:do )?(?:that|it|the same"
    r"|same)(?: thing)?(?: to| for| with| at| in)|same)(?:,? also| too|,)? )+(?:the )?"
    r"(?:first|last) (?:[3-9]|[1-9][0-9]))((?:,? (?:too|as well|also|instead|please|(?:the|my)"
    r" [a-z]+ (?:was|is)"
    r" (?:fine|ok|good)))*[ .!]*\Z)"
)
_AT_BOTH = (
    rf"\bat ({NUMBER}) and (?:at )?(?!an? (?:half|quarter)\b)({NUMBER} ?(?:seconds?|secs?|s)\b)"
)
# "Stop the music at 40", "add a ding at 5": so many seconds.
_AT_BARE = (
    r"(\b(?:(?:stop|start|begin|end|split|blade|razor|slice|freeze)s?\b[^,.;0-9]{0,30} at"
    r"|(?:add|insert|play|another|an?|move|shift|voice-?over|sound effect)\b[^,.;0-9]{0,40}?"
    r"(?:whoosh|swoosh|ding|bell|pop|click|applause|bleep|beep|laugh"
    r"|voice-?over|narration|title|caption|lower third|\ue000)"
    r"(?: sound| effect| text)* (?:at|to)|(?:\A|[,;+] ?|\band )(?:an? )?(?:whoosh|swoosh|ding|bell|pop"
    r"|applause|bleep|beep)"
    r"(?: sound| effect)* at) [0-9]{1,3})(?=(?: instead| please)*[ .!?]*\Z|,|(?: and)? for [0-9])"
)
# "The title until 8", "move it to 20", where a level or a share is told otherwise.
_BARE_END = r"(?= please| pls| instead|[ .!?]*\Z|,| and\b| but\b)"
_UNTIL_BARE = (
    r"(\b(?:until|till|til|(?:move|shift) [^,.;0-9]{1,30} to|(?:title|caption|lower third|text) at)"
    rf" [0-9]{{1,3}}){_BARE_END}"
)
_OF_NOW = (
    r"\b(?:at|to) (?:one|an?) (half|third|quarter|fifth|tenth) of (?:what it is|its (?:current"
    r"|present) (?:level|volume))"
    r"(?: now| at the moment| right now)?"
)
_LESS = {"half": "50%", "third": "66.6667%", "quarter": "75%", "fifth": "80%", "tenth": "90%"}
_BY = r"\b(?:" + "|".join(_RATIO_WORDS) + r")\b"
_ORDINALS = ("first", "second", "third", "fourth")
# "Clip 2", unless it begins a time or a range.
_CLIP_NUMBER = (
    r"\b(?:the )?(clip|segment|shot) (?:number |no\.? ?|#)?([1-4])\b"
    r"(?! ?(?:seconds?|secs?|s|minutes?|mins?|x|times|to [0-9.]+ ?(?:s|sec|$))\b| ?[%:.,]?[0-9]| ?-)"
)
_ZH_NUMBER = r"第([1-4])(?=个|段|条(?!音轨|声轨)|首|张)"


_A_TIME = rf"{NUMBER}(?::[0-9]{{2}})?(?: ?(?:seconds?|secs?|s|minutes?|mins?|min))?"
_SLIP = (
    r"[ ,.-]*(?:\b(?:sorry|no|wait|oops|i mean|i meant|make that|or rather|rather|actually|er|erm|uh|um"
    r"|hm+|correction)\b[ ,.-]*)+"
)
# "From 10 to 15, sorry, to 14 s", and "from 3 to - wait, from 5 to 9 s".
_NEW_END = Regex(
    rf"(\b{_A_TIME} ?(?:to|until|till|-|and) ){_A_TIME}{_SLIP}(?:to |until |till |and )?"
    rf"(?={_A_TIME}(?![a-z0-9:])(?! ?(?:to|until|till|-|and|x|%|times) ?[0-9a-z]))",
    re.IGNORECASE,
)
_BROKEN_OFF = Regex(rf"\bfrom {_A_TIME} (?:to|until|till)\b ?[-.]*{_SLIP}(?=from )", re.IGNORECASE)
_SLIPS = Regex(rf"[,.-]{_SLIP}", re.IGNORECASE)
_NTH = r"\b([1-4])(?:st|nd|rd|th)\b(?! (?:of|to)\b)"
_ZH_THE_ONE = r"(?<=[含括掉])第[一1]秒(?!钟?[处时])"
_FULL = r"\b(to|at) (?:full|maximum|max) (?:volume|level|blast)\b"
_MORE_OFF = (
    rf"(\b(?:%|percent|per cent) (?:off|from) the (?:top|bottom|left|right),? and )({NUMBER})"
    r"(?= (?:off|from) the )"
)
_MISSPELT = {
    "teh": "the", "hte": "the", "adn": "and", "secnd": "second", "secnds": "seconds", "secons": "seconds",
    "vidoe": "video", "vedio": "video", "viedo": "video", "frist": "first", "fisrt": "first",
    "lats": "last", "plese": "please", "pleae": "please", "blak": "black", "whtie": "white",
    "tilte": "title", "musci": "music", "remvoe": "remove", "delte": "delete", "spped": "speed",
    "volum": "volume", "haf": "half", "shuold": "should", "tne": "ten", "mutd": "muted",
    "mkae": "make", "wiht": "with", "balck": "black", "cutt": "cut", "backgroud": "background",
    "mak": "make", "wite": "white", "blakc": "black", "captoins": "captions", "captons": "captions",
    "subtitels": "subtitles", "subtitiles": "subtitles", "secods": "seconds", "seocnds": "seconds",
    "titel": "title", "tittle": "title", "delet": "delete", "rotat": "rotate", "stablize": "stabilize",
    "speeed": "speed", "begining": "beginning", "beginnig": "beginning", "voluem": "volume",
    "theres": "there's", "thats": "that's", "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't",
    "cant": "can't", "wont": "won't", "shouldnt": "shouldn't", "didnt": "didn't", "arent": "aren't",
    "dont": "don't", "wouldnt": "wouldn't", "couldnt": "couldn't", "hasnt": "hasn't",
    "percnet": "percent", "hm": "hmm", "roate": "rotate", "degress": "degrees", "botom": "bottom",
    "shld": "should", "shud": "should", "ppl": "people", "slomo": "slow motion",
}  # fmt: skip
_SLIP_OF_PEN = r"\b(?:" + "|".join(_MISSPELT) + r")\b"


def _decimal(match: re.Match[str]) -> str:
    part = Fraction(int(match[2]), int(match[3]))
    return f"{float(part + int(match[1] or 0)):g}" if part < 1 else match[0]


# "Turn the music down to 20".
_LOUD_TO = (
    r"(\b(?:turn|set|bring|crank|put|lower|raise|reduce|boost|take|drop|get) (?:up |down )?(?:the "
    r"|my |its )?(?:background )?"
    r"(?:volume|audio|sound|music|song|track)(?: volume| level)?(?: up| down)? to"
    r" )([1-9][0-9]{1,2})(?=(?: please| pls)?[ .!]*\Z)"
)


_NUMBERS: Rules[Replacement] = Rules(
    (
        (_SLIP_OF_PEN, lambda match: _MISSPELT[match[0].lower()]),
        (r"(?<=[a-z0-9\ue000] )w/? (?=[a-z0-9\ue010-\ue01f])", "with "),
        (r"(?<=[a-z0-9\ue000] )n (?=[a-z0-9\ue010-\ue01f])", "and "),
        (_NTH, lambda match: _ORDINALS[int(match[1]) - 1]),
        (
            rf"(\A(?:and )?(?:also )?the (?:first|last) {NUMBER})(?= (?:as well|too|also)\b)",
            r"\1 seconds",
        ),
        (_MORE_OFF, r"\1\2%"),
        (
            rf"(\bfade (?:it |the (?:video|picture|clip) )?(?:out|in)) (?:over |for |during )?the"
            rf" (?:last|first)"
            rf" (?!half|a |an )({NUMBER})(?: of (?:it|that|those|them))?(?=[ .!]*\Z|,| and\b)",
            r"\1 over \2 seconds",
        ),
        (
            r"\b(?:(?:give|do|make|rotate|turn) (?:it|the (?:video|clip|picture)) (?:by )?)?(?:an?"
            r" )?(?:quarter(?: of a)?"
            r"|90[- ]degree)"
            r"[- ]turn\b",
            "rotate it 90 degrees",
        ),
        (
            r"\b(?:(?:give|do|make) (?:it|the (?:video|clip|picture)) )?(?:half a[ -]turn|a"
            r" half[ -]turn)\b",
            "rotate it 180 degrees",
        ),
        (
            r"(\b(?:sound|audio|music|volume|voice-?over|song|speech|narration) (?:down |up )?(?:to|at)"
            r" [0-9]{1,3})"
            r"(?=(?:,| and|, and) (?:the |my )?[a-z][a-z -]{2,24} (?:to|at) [0-9]{1,3} ?"
            r"(?:%|percent|per cent))",
            r"\1%",
        ),
        (_FULL, r"\1 100%"),
        (
            rf"(\bfirst {NUMBER} seconds?,? (?:and|as well as) (?:the )?last (?!one\b){NUMBER})"
            r"(?=,|[.!](?![0-9])|,? (?:the rest|and)\b|[ .!]*\Z)",
            r"\1 seconds",
        ),
        (
            rf"\bthe (first|last) {NUMBER}(?: seconds?)?,? (?:no,? |sorry,? |wait,? |i mean,? |make that )+"
            rf"(?=the \1 {NUMBER})",
            "",
        ),
        (
            rf"(\b(?:first|last|final) {NUMBER} seconds?\b[^;]*?(?:,|\band|\bbut) (?:the )?(?:last|first"
            rf"|final"
            rf"|closing) (?!one\b){NUMBER})(?= (?:at|to|in|muted|silent|black|reversed|should|is|are|out"
            rf"|gone)\b)",
            r"\1 seconds",
        ),
        (_CLIP_NUMBER, lambda match: f"the {_ORDINALS[int(match[2]) - 1]} {match[1]}"),
        (_OF_NOW, lambda match: f"lowered by {_LESS[match[1].lower()]}"),
        (_ANOTHER, r"another \1 seconds off"),
        (_HALF_OPAQUE, "50% opacity"),
        (
            rf"(\bseconds? (?:off|from|at) the (?:start|beginning|front|end),? and {NUMBER})"
            r"(?= (?:off|from|at) the (?:start|beginning|front|end)\b)",
            r"\1 seconds",
        ),
        (r"\b(?:an? |one )?dozen(?= seconds?\b)", "12"),
        (_OF_A_MINUTE, lambda match: f"{_MINUTE[match[1].lower()]} seconds"),
        (_FEW_MORE, r"\1 seconds\2"),
        (
            rf"(\bfade in (?:over |for )?{NUMBER} ?s(?:ec(?:ond)?s?)?,? and (?:fade )?out (?:over |for"
            rf" )?{NUMBER})"
            r"(?=[ .!]*\Z)",
            r"\1 seconds",
        ),
        (
            r"(\b(?:first|last) [0-9.]+(?: seconds)?), (?:the|my) (?:end|start|beginning|rest|intro|outro)"
            r" (?:was|is|looks|looked) (?:fine|ok|okay|good|great)(?=[ .!]*\Z)",
            r"\1",
        ),
        (r"(\b(?:volume|sound|audio|music)(?: down)? (?:to|at)) zero\b", r"\1 0%"),
        (
            rf"(\b(?:first|last|final) {NUMBER} seconds?\b[^;]*? (?:for|in|during|over) the"
            rf" (?:last|first|final) (?!one\b){NUMBER})(?=[ .!]*\Z)",
            r"\1 seconds",
        ),
        (_AT_BOTH, r"at \1 seconds and at \2"),
        (_LOUD_TO, r"\1\2%"),
        (_AT_BARE, r"\1 seconds"),
        (_UNTIL_BARE, r"\1 seconds"),
        (_BY, lambda match: _RATIO_WORDS[match[0].lower()]),
        (r"第[0-9一二三四五](?:条|个)?轨道?(?!道|[0-9])", f" {UNREADABLE} "),
        (_ZH_NUMBER, lambda match: f"第{'一二三四'[int(match[1]) - 1]}"),
        (_ZH_THE_ONE, "前1秒"),
        (_STAY_FOR, r"\1 seconds"),
        (_FADE_OVER, r"\1\2 seconds"),
        (_POINTS, f" {UNREADABLE} "),
        (_FRACTION, _decimal),
        (_COMMA, r"\1.\2"),
        (_AND_A_HALF, r"1.5 \1s"),
        (_THE_ONE, r"\1 1 \2"),
        (_IN_THE_ONE, r"\1 the \2 1 \3"),
    ),
    re.IGNORECASE,
)


def plain_numbers(text: str) -> str:
    """`text` with decimals for "1 1/2", "2,5 s" and "a second and a half", and a number for "the first
    second"; an ordinal for "clip 2"."""
    if _SLIPS.search(text):
        text = _NEW_END.sub(r"\1", _BROKEN_OFF.sub("", text))
    return _NUMBERS.apply(counted_seconds(in_one_unit(text)), plainly)


_ENDS = (
    r"(?:(?:at|on|to) (?:both|each|either)(?: the| its| of its)? ends?|(?:at|on) the start and(?: the)? end"
    r"|(?:at|on) the beginning and(?: the)? end)"
)
_CUTS = r"(?:去掉|剪掉|删掉|裁掉|砍掉|切掉|剪去|剪|砍|切)"
_TURNS = (
    (
        rf"(?:首尾|头尾|两头|两端|前后|(?:视频)?(?:的)?开头[和与跟、]结尾)(?:各|都|各自|分别)*{_CUTS}(<:time>)",
        r"剪掉开头\1和结尾\1",
    ),
    (
        rf"{_CUTS}(?:视频|片子)?的?(?:首尾|头尾|两头|两端|前后|开头[和与跟、]结尾)(?:各|都|各自|分别)+的?(<:time>)",
        r"剪掉开头\1和结尾\1",
    ),
    (
        r"从(<:time>)(?:开始)?(?:一直)?(?:放|播|响|显示|播放|持续|停留)(?:到|至)(?=<:time>)",
        r"从\1到",
    ),
    (r"(淡入|渐入)(<:time>),(?:片尾|结尾)也(?:是|一样|如此)(?!淡|渐)", r"\1\2,淡出\2"),
    (
        r"(fade [^,]*?in) (?:over|for) (<:time>),? (?:and )?(?:the )?same (?:for|at) the end",
        r"\1 and out over \2",
    ),
    (r"(<:time>)一直(?=[到至])", r"\1"),
    (
        r"\b(?:stop|end|finish) ((?:the|my|our) (?:background )?(?:music|song|voice-?over|narration"
        r"|logo|title|caption))"
        r" (?:at|after|by) (?=<:time>)",
        r"\1 should end at ",
    ),
    (r"(<:time>) of fade\b", r"\1 fade"),
    (
        r"\b(?:trim|cut|shorten) the end so (?:that )?(?:it|the video) (?:stops|ends|finishes) at"
        r" (<:time>)",
        r"cut after \1",
    ),
    (
        rf"\b(?:don't|do not) show ({THE}) (?:until|before) (<:time>)(?: in)?(?=[ ,.!]*\Z)",
        r"\1 should start at \2",
    ),
    (
        rf"({THE}) (?:shouldn't|should not|mustn't|must not) (?:start|begin|appear|come in|show up)"
        r" (?:until|before) (<:time>)(?: in)?(?=[ ,.!]*\Z)",
        r"\1 should start at \2",
    ),
    (
        r"\A[ ,]*(?:(?:the|this|my) (?:clip|video|film)|it)(?: is| runs)? (?:about )?(<:time>) too"
        r" long,? (?:so )?"
        r"(?:please )?(?:cut|take|trim|lop|chop) (?:them|it|that) off (?:at )?(?:of )?the (end|start"
        r"|beginning)"
        r"(?=[ ,.!]*\Z)",
        r"cut \1 off the \2",
    ),
    (r"\bad (?=(?:an?|the|some) )", "add "),
    (r"(淡入|渐入|淡出|渐出)(<:time>),?(淡出|渐出|淡入|渐入)也(?:是|一样|如此)", r"\1\2,\3\2"),
    (
        r"\bfade (the \w+|it) in (over|for) (<:time>),? (?:and )?(?:fade )?out"
        r" (?:likewise|as well|the same|too|also)",
        r"fade \1 in and out \2 \3",
    ),
    (rf"\b(?:let|have|make) ({THE}) fade (in|out)\b", r"fade \1 \2"),
    (r"\b(?:come|ease)s? in (?:gently|softly|slowly|gradually|smoothly) (?=over )", "fade in "),
    (r"\b(?:die|ease|tail|trail)s? (?:away|out|off) (?:gently |slowly )?(?=over )", "fade out "),
    (r"\b(swap|replace|change|switch) (?:out )?(?:the|this|that) track\b", r"\1 the music"),
    (
        r"(音乐|配乐|歌曲|歌|旁白|标题|logo|字幕)(?:播)?(?:只)?(?:到|在)(<:time>)(?:就)?(?:停止|停下|停"
        r"|结束)",
        r"\1播放到\2",
    ),
    (
        r"(?<=[调变改降升提设高低到为成])(?:到|为|成)?原来的(?=<:percent>|一半|[一二三四五六七八九]成)",
        "到",
    ),
    (r"(<:range>|<:time>)(?:中间|之间)?的?那(?:一)?段(?=,|去|删|剪|静|慢|加|放|不|变|切)", r"\1"),
    (r"(上面|下面|左边|右边|中间|顶部|底部|[左右][上下]角)去(?=[ ,.!?]*\Z)", r"\1"),
    (r"压(?:低)?到(?=<:percent>|一半|[一二三四五六七八九]成)", "降低到"),
    (r"透明度(?:调|设|改|变)?(?:成|为|到)半透明", "半透明"),
    (r"\b(mute|cut|delete|remove|keep|trim) ?掉", r"\1 "),
    (r"(音乐|声音|原声|配乐)(?:有点|太|有些)(?:吵|响|大声)了?,(?=小|轻|调低|调小)", r"\1"),
    (r", ?say(?= <:percent|level|time|number>)", ","),
    (
        r"\b(too (?:fast|slow)),? (?:so )?(?:put |set |go |turn |bring )?(?:it )?back to normal\b",
        "back to normal speed",
    ),
    (r"(<:time>)的(?:位置|地方|时间点)(?=[添叠加放插切分定开起,])", r"\1处"),
    (r"(?<![在从到第至-])(<:time>) ?(?:处|的?时候|的地方)(?=[,加放显出插叠停定拆切剪分])", r"在\1"),
    (rf"\bfades? (?:of )?(<:time>) {_ENDS}", r"fade in and out over \1"),
    (
        r"\b(?:reduce|bring|get) the (?:total |overall )?(?:length|duration) (?:down )?to (<:time>)",
        r"shorten the video to \1",
    ),
    (r"\bcut (the (?:playback )?speed|the (?:[a-z]+ )?volume) (?:in|by) half\b", r"halve \1"),
    (r"\b(at|from|until|after|before|to) the (<:time>) (?:mark|point)\b", r"\1 \2"),
    (rf"(<:time>) fades? {_ENDS}", r"fade in and out over \1"),
    (
        r"\bbook[- ]?ends? (it|the \w+|this) with (?:a )?(<:time>) fades?(?: in and out)?",
        r"fade \1 in and out over \2",
    ),
    (r"(?<!from )(?<!until )(?<!to )(?<!at )(<:time>) in(?= *(?:\Z|,|for\b))", r"at \1"),
    (
        r"(?<!from )(?<!until )(?<!to )(?<!at )(?<!of )(?<!for )(<:time>) into (?:the|this|my|our)"
        r" (?:video|clip|film|footage|movie|edit|timeline)\b",
        r"at \1",
    ),
    (
        r"\b(?:knock|take|shave|pull|lop) (<:level>) off(?: of)? (?=(?:the|my) )",
        r"lower by \1 ",
    ),
)
_PLAIN_TURNS = Rules(_TURNS)


def plain_turns(text: str) -> str:
    """A marked sentence in which a few turns are said as the lexicon knows them."""
    return _PLAIN_TURNS.apply(text, plainly)
