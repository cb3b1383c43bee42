"""Sounds in other words: where a file begins, how long one is heard, what takes the place of another."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import RANGE, UNREADABLE, pattern
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.shown import Shown

_FILE = r"(?:the |its |that |this )(?:own |music |audio |source )*(?:file|song|track)"
_INTO = rf"(?: point| mark)? (?:into|in|of|within|inside) {_FILE}\b"
_TO_END = r"(?:to|until|till|through to) the (?:very )?(?:end|finish)\b(?: of the video)?"
_SPEECH = (
    r"(?:(?:the|any|all|my|his|her|their) )?(?:spoken )?(?:speech|dialog(?:ue)?|voices?|vocals|talking"
    r"|speaking|words|spoken parts)"
)
_DUCKED = (
    r"(?:ducked|ducks?|ducking|dips?|dipping|dipped|lower(?:s|ed|ing)?(?: itself)?|drop(?:s|ping|ped)?"
    r"|reced(?:es?|ing)|(?:step|pull|back)(?:s|ping|ing|ed)? (?:back|off)"
    r"|(?:gets?|getting|becom(?:es?|ing)|made) quieter|turned down|kept (?:down|low)|stay(?:s|ing)? low)"
)
_NOT_DENIED = r"(?<!not)(?<!not )(?<!n't)(?<!n't )(?<!never)(?<!never )"
_SAME = (
    r"(?:(?:both|each|it|each of (?:them|these|those|the two))(?= ?[,.]|[ .]*\Z)"
    r"|(?:(?:that|those|the|each of (?:those|these|the)|both|each) )?(?:very )?(?:same )?(?:stretch|time"
    r"|range"
    r"|interval|period|span|part|spot|place|section|segment|second|duration|case)(?:e?s)?)"
)
_THERE = (
    rf"(?:there|(?:to|over|during|in|at|for|throughout|within|across) {_SAME}|in (?:its|their) place"
    rf"|instead"
    r"|(?:on|at the) top(?: of (?:it|that))?)"
)
_EFFECT = r"(?:(?:the|an?) (?:sound effect <:text>|<:text> sound(?: effect)?))"
_BLEEP = (
    r"(?:(?:(?:the|an?) )?(?:sound effect <:text>|<:text> (?:sound )?(?:effect|sound)s?|<:text>))"
)
_OWN = (
    r"(?:(?:the|its) (?:original |own )*(?:sound|audio)(?: of the (?:video|clip))?|the (?:video|clip)'s"
    r" (?:own |original )*(?:sound|audio))"
)
_RANGES = r"(?:both )?<:range>(?:,? and (?:over |in |for |during |also )?<:range>)*"
_END = r"(?=[ .]*\Z)"
_BROUGHT = r"(?=,?[添加插放播配])"
_TIMED: Rules[Replacement] = Rules(
    (
        # --- from where in the file
        (
            rf"\b(?:picking up|joining|entering|starting|beginning|using|playing|reading|taking"
            rf"|cueing) {_FILE}"
            r" (?:at|from) (<:time>)(?: in| mark)?(?: on(?:wards?)?)?(?=[,.]|\Z)",
            r"starting \1 into the file",
        ),
        (
            r"\b(?:(?:with )?(?:(?:the |its |whose )?playback |the file |it )?(?:(?:commenc|enter|start"
            r"|beginn|cu"
            r"|play|join)ing|starts|begins|started|taken|cued)(?: (?:at|from))?"
            r"|from) (?:the )?(<:time>)(?: in|-)?"
            rf"{_INTO}",
            r"starting \1 into the file",
        ),
        (
            r"\b(?:with )?(?:an? |its |the )?(?:(?:source|start(?:ing)?|file|in)[ -])?(?:offset"
            r"|in[ -]?point) "
            rf"(?:of |at |is )?(<:time>)(?:{_INTO})?",
            r"starting \1 into the file",
        ),
        (
            rf"\b(?:with )?(?:the )?first (<:time>) of {_FILE} (?:skipped|left out|omitted|cut off|dropped)"
            r"|\b(?:omitting|leaving out|skipping|dropping|passing over)(?: over)? (?:the )?(?:first "
            r"|initial "
            rf"|opening )?(<:time>) of {_FILE}\b",
            lambda found: f"starting {found[1] or found[2]} into the file",
        ),
        # --- until when it is heard
        (
            r"\b(?:(?:that|which) )?(?:start|begin|com(?:e|ing)|enter|run|play)(?:n?ing|s)?(?: in)?"
            r" (?:(?:at|from) )?(<:time>)(?: in)?,? (?:and |up )?(?:(?:then )?(?:last|play|run|go|continu"
            r"|stay"
            rf"|carry|keep)(?:s|es|e|ing|ning)?(?: on| going| playing)* )?{_TO_END}",
            r"from \1 to the end",
        ),
        (
            r"\b(?:(?:that|which) )?(?:(?:is |are |to be |being )?heard|runs|running|plays|playing|to play"
            r"|to run"
            r"|lasts|lasting|spans|spanning|covers|covering|spoken|sounding) (?:for |over |in )?"
            r"(?:from |between )?(?=<:time|number> (?:to|and|until|through)\b)",
            "from ",
        ),
        (
            r"\b(?:(?:right|exactly|precisely) at|at (?:precisely|exactly|the (?:moment|time|point))"
            r"|(?:when|once"
            r"|as soon as) (?:the video|it) (?:reaches|gets to|hits)) (?=<:time>)",
            "at ",
        ),
        (r"\b(?:on|at) the (<:time>)[ -](?:point|mark)\b|\bat (<:time>) on the timeline\b",
            lambda found: f"at {found[1] or found[2]}"),
        (r"\b(?:with )?(?:fades of (<:time>) in|(?:taking|with) (<:time>) to fade in"
            r"|fading in over (<:time>)) and"
            r" (<:time>) (?:to fade )?out\b",
            lambda found: f"fading in over {found[1] or found[2] or found[3]} and out over {found[4]}"),
        (r"\b(?:dying|tapering|trailing) (?:away|off|out)\b|\bfading to silence\b", "fading out"),
        # --- Chinese
        (r"(?<![直广转搭])(?:配|播|来)(?:一下|一次)?(?= ?音效|音乐文件|旁白"
            r"| ?<:text|file> ?(?:的)?(?:背景)?(?:音乐|音效|配乐))", "加"),
        (
            r"(?<![到至材件频乐])从(?:第)?(<:time>)(?:处|起|开始)?(?:一直|往后)*,?(?:播放|播|放|响|念|持续|延续"
            r"|演奏|直)*[到至](<:time>|视频?结束|结尾|最后|末尾|片尾|视频结尾)"
            r"|(?:起于|始于)第?(<:time>),?、?(?:止于|终于|结束于)第?(<:time>)",
            lambda found: f"从{found[1] or found[3]}到{found[2] or found[4]}",
        ),
        (
            r"(?:从|由|自|以|取|在)?(?:该|此|原|这个)?(?:素材|音乐文件|音频文件|文件|音频|歌曲|原曲)(?:本身|自身)?的?"
            r"(?:(?:起始|开始|起播|起)(?:位置|时间|点)?)?(?:设为|定为|设在|定在|为|是|在|从|自|由)*第?(<:time>)"
            r"(?:处|的位置|的地方)?(?:开始播放?|开始|起播|播放|起|之后的部分|为起点|作为起点|的起点)",
            r"素材起点\1",
        ),
        (r"(?:素材|文件|音频|音乐)的?(?:起始|开始|起播|起|入)点?(?:位置|时间|点)?(?:设为|定为|设在|定在|为|是|在"
            r"|从|自|由)*第?(<:time>)(?:处)?(?:开始|起)?", r"素材起点\1"),
        (
            rf"(?:在)?(?:视频|时间[线轴]上?|片子)的?第?(<:time>)(?:处|的?位置|的地方|时|那里)?{_BROUGHT}"
            rf"|(?:当(?:视频)?(?:播放?)?|(?:视频)?播放?)[到至](<:time>)(?:的时候|时|处){_BROUGHT}",
            lambda found: f"在{found[1] or found[2]}处",
        ),
        (rf"(<:time>)(?:那一刻|那一瞬间?|的瞬间|这一刻|的时间点|的位置)(?:{_BROUGHT}|{_END})", r"\1处"),
    )
)  # fmt: skip
_ADDED = (
    r"(?:[添]?加上?|加入|放[上入]?|插入|播放|配上?|[改替]?换[上成为]|替换[成为]|改[成为放]|叠加|来)"
)
_INSTEAD = r"(?:来)?(?:代替|替代|替换|取代|盖住|覆盖|盖掉|盖上)"
_ZH_BLEEP = r"(?:(?:一声|一个|个)?(?:(?:声音效果|音效) ?<:text>|<:text> ?(?:的)?(?:音效|声音?)?))"
_ZH_MUTED = r"(?:静音|消音|消掉|关掉|关闭|去掉|关掉原声|静音视频?原声)"
_ZH_THERE = (
    r"(?:在|于)?(?:此处|此段|该段|该处|同一?(?:个)?(?:时段|时间段?|位置|区间|段|处)|相同的?(?:时段|时间段?|位置|区间)"
    r"|对应的?(?:时段|时间段?|位置|区间)|这一?段(?:时间|里)?|这段|(?:这|那|其)?(?:两|几|些)(?:处|段(?:时间)?|个时段"
    r"|个位置|个区间|个地方)|这期间|期间|两处)(?:内|里|上|中)?"
)
_ZH_RANGES = r"<:range>(?:[、,和与及以还有]+<:range>)*"
_OWN_ZH = r"(?:视频的?|画面的?)?(?:原声|原音|自带的?声音)"
_NAMED: Rules[Replacement] = Rules(
    (
        # --- what music
        (r"\bbackground music in the (<:text>) style\b|(<:text>) ?-style background music\b"
            r"|(<:text>) music as (?:the |a )?background\b",
            lambda found: f"{found[1] or found[2] or found[3]} background music"),
        (r"\b(?:that|which) spans (?=the (?:whole|entire|full)\b)", "over "),
        (r"\b(?:accompany|underlay|underscore|score|back) (?:the (whole |entire |full )?(?:video|clip|film)"
            r"|it) with"
            r" (?=<:text|file>|(?:the |some )?(?:music|background|song|file)\b)",
            lambda found: "add over the whole video " if found[1] else "add "),
        # --- under the speech
        (
            rf"{_NOT_DENIED},? ?(?:and |so |so that |with |that |which |it |the music |also |then |have it "
            rf"|make it "
            r"|let it |keep it |is |gets )*(?:automatic(?:ally)? |auto-?)?"
            rf"{_DUCKED}(?: automatically| down| out of the way(?: of)?| itself"
            rf"| it)* (?:when(?:ever)? (?:there is "
            rf"|there's )?|while there is |(?:under|beneath|below|behind|for|during|of|to"
            rf"|at) )(?:any )?{_SPEECH}"
            r"(?: is (?:heard|present|on)| can be heard| occurs)?(?=[,.]|\Z| and\b| at\b| over\b| with\b)",
            ", ducked under the speech",
        ),
        (r",? ?(?:with )?(?:automatic |auto-?|speech )?ducking(?: (?:enabled|on|switched on|turned on"
            r"|applied"
            r"|active|effect))?(?: (?:under|for|during|below) (?:the )?speech)?(?=[,.]|\Z| and\b)",
            ", ducked under the speech"),
        # --- as loud as
        (r"\A[ ,]*(?:(?:using|with|at|to) (<:loudness>)(?: as (?:the |a )?target)?|(?:target"
            r"|aim for) (<:loudness>)"
            r" when(?: you)?),? (normali[sz])(?:e|ing) (.+?)(?=[ .]*\Z)",
            lambda found: f"{found[3]}e {found[4]} to {found[1] or found[2]}"),
        (r"\A(?:以|用|按)(<:loudness>)(?:为|作为)?(?:目标|标准|基准)?,?(?:来)?([^,]*(?:标准化"
            r"|归一化))(?=[ .]*\Z)",
            r"\2为\1"),
        (r"(?:让|使)?([^,。让使]{2,8}?)里?(?:没有|不再有|不含|不要有)(?=(?:背景)?(?:噪音|噪声"
            r"|杂音)[ .]*\Z)", r"去除\1的"),
        (r"\b(?:played|playing|mixed|kept|set|heard|held|plays|running) (?=at (?:<:percent|level>"
            r"|an? (?:volume"
            r"|level)))", ""),
        (
            r"\b(?:pull|dial|drag|knock|take|ease|wind|crank) ((?:the |my |its )?[a-z' ]*?(?:sound|audio"
            r"|music|volume)"
            r"(?: of the [a-z]+)?) (?:down|back|up) to (?=<:percent|level>)",
            r"set \1 to ",
        ),
        (
            r"\b((?:add|lay|put|play|use|insert|place|run|include|bring in)\b[^,;]*?"
            r"\b(?:music|track|bed|song|score)(?: <:text|file>)?)"
            r" set (?:to|at) (?:an? )?(?:volume (?:of )?)?(<:percent|level>)(?: volume)?",
            r"\1 at \2 volume",
        ),
        (r"\b(?:at|with) (?:an? |its )?(?:loudness|level) (?:of |at |set to )?(?=<:percent|level>)", "at "),
        (r"\bat (<:percent>)(?: of)?(?: its| the)?(?: full| normal| original| usual| maximum)? (?:volume"
            r"|loudness)\b"
            r"|(<:percent>) loud\b", lambda found: f"at {found[1] or found[2]} volume"),
        (rf"\b(?:keep|hold|leave|have|dial|let) ({_OWN}) (?:run |play |be heard |stay |sound |be )?"
            r"(?:down |up )?(?:at|to) (?=<:percent|level>)", r"set \1 to "),
        (rf"\b(?:have|keep|leave|let|put|hold) ({_OWN}) (?:be |stay |fall |go |go to )?(?:muted|silent"
            rf"|on mute"
            r"|switched off|turned off)\b(?![^.]*\b(?:keep|but|except)\b)", r"mute \1"),
        (rf"\A[ ,]*(<:range>,? )?cut ({_OWN})(?= |\Z)(?!.*\bgap)", r"\1mute \2"),
        (r"\b(?:over|in|during|for) the (?:time )?(?:span|window|stretch) (?=<:range>)", ""),
        # --- who speaks
        (
            r"\b(?:have|let|get) (?:the words )?(<:text>) (?=(?:be )?(?:spoken|read|narrated|voiced)(?: out"
            r"| aloud)? "
            r"(?:by|in|with)\b)|\b(?:record|add|put|use|speak|read)(?: out)? (?:the (?:line|words|sentence"
            r"|text) )?"
            r"(<:text>) as (?:a |the )?voice-?over\b",
            lambda found: f"add a voice-over that says {found[1] or found[2]} ",
        ),
        (r"\bwith (<:text>) as (?:the|its) voice\b", r"in the voice \1"),
        (r"\ban? (?:narrator's voice|narrator|voice|speaker|commentary) (?:saying|that says|speaking"
            r"|reading)"
            r"(?: the words)? (?=<:text>)", "a voice-over that says "),
        (
            r"(?:让|由|用|以)(?:声音)?(?P<the_v><:text>)(?:的|这个|这种)?(?:声音|嗓音|音色)?,?(?:来)?"
            r"(?:在)?(?P<the_r><:range>)?,?(?:说出?|念出?|读出?|朗读|念)(?:旁白)?(?P<the_t><:text>)",
            lambda m: f"{m['the_r'] or ''}添加旁白{m['the_t']},声音为{m['the_v']}",
        ),
        (r"(?:人声|语音|配音)(?:为|用|是|采用|选用)(?=<:text>)|(?:声音|嗓音|音色|声线)(?:设为|设置为|定为|选用?)"
            r"(?=<:text>)", "声音为"),
        (r"(?:由|用|让) ?(<:text>)(?:的?(?:声音|嗓音))?(?:来)?(?:配音|朗读|念出?|读出?|播报)(?=[,.]"
            r"|\Z)", r"声音为\1"),
        # --- an effect that is heard
        (
            rf"(?:\b(?:let|have|make|get) )?({_EFFECT}) (?:(?:should|must|to|is to|has to"
            rf"|needs to) )?(?:be )?(?:plays?"
            r"|played|sounds?|heard|added|rings? out|comes? in|goes? (?:in|off)|occurs?)(?= at\b| ?<:range>"
            r"| from\b)",
            r"add \1",
        ),
        # --- one in the place of another
        (
            rf"(?P<the_a>{_RANGES},? )?\b(?:replace|swap|cover|exchange|bleep|censor)(?: out| up)? {_OWN}"
            rf"(?P<the_b> (?:over )?{_RANGES},?)? (?:with|for"
            rf"|by) (?P<the_t>{_BLEEP})(?P<the_c> (?:over )?{_RANGES})?"
            rf"(?:,? muting the original)?{_END}",
            lambda m: _swapped(m, [m[one].strip(", ") for one in ("the_a", "the_b", "the_c") if m[one]]),
        ),
        (rf"({_RANGES}),? (?:use|play|put|have|add) ({_BLEEP}) (?:instead of|in place of) {_OWN}{_END}",
            r"mute the original sound \1 and add \2 there"),
        (rf"({_BLEEP})(?: play| sound)? {_THERE}{_END}", r"\1 there"),
        (rf"(?:,? (?:and|while) )?,? ?(?:in each case )?(?:with|adding|putting|placing|playing|laying"
            rf"|dropping) ({_BLEEP})"
            rf"(?: in)? {_THERE}{_END}", r" and add \1 there"),
        (rf"\b(?:have|add|put|play|place) ({_BLEEP})(?: play| sound)? ?({_RANGES}),? (?:and|while"
            rf"|as) (?:(?:mute"
            rf"|silence|muting) {_OWN}(?: {_THERE})?|{_OWN} (?:is|gets) (?:muted|silenced|silent)){_END}",
            r"mute the original sound \2 and add \1 there"),
        (r"\b(?:at|in) two (?:points|places|spots|moments)[:,]? ?(?=<:range>)", ""),
        # --- Chinese
        (r"(?<=[,。])(?:在)?(?:这|此|其)?期间,?(?=[^,。]*(?:音乐|配乐|旁白))", "那里"),
        (
            rf"({_ZH_MUTED}[^,。]{{0,5}}),?(?:(?:并|同时|再|然后|都)*(?:{_ZH_THERE})?(?:都|分别|各|均|各自|里|再)*"
            rf"{_ADDED}(?:上|入)?(?:一个|一声|个)?({_ZH_BLEEP})|(?:并|再)?(?:用|以)({_ZH_BLEEP}){_INSTEAD}){_END}",
            lambda found: f"{found[1]},并在那里添加{found[2] or found[3]}",
        ),
        (
            rf"(?:把|将)?({_ZH_RANGES})的?{_OWN_ZH},?(?:都)?(?:(?:用|以)({_ZH_BLEEP}){_INSTEAD}"
            rf"|(?:替换|换|改)(?:成|为)({_ZH_BLEEP})){_END}",
            lambda found: f"将{found[1]}的原声静音,并在那里添加{found[2] or found[3]}",
        ),
        (
            rf"(?:把|将|在)?(?P<the_a>{_ZH_RANGES})?,?(?:都)?(?:用|以)(?P<the_t>{_ZH_BLEEP}){_INSTEAD}"
            rf"(?:(?P<the_b>{_ZH_RANGES})的?)?{_OWN_ZH}{_END}",
            lambda m: m[0] if bool(m["the_a"]) == bool(m["the_b"])
            else f"将{m['the_a'] or m['the_b']}的原声静音,并在那里添加{m['the_t']}",
        ),
        (
            r"(响彻|铺满|横跨|伴随|遍及|贯通|延续|持续|布满|遍布)(?=整[个段条]视频|全片|整片)"
            r"|一直播?放?到(?:视频)?(?:结尾|结束|最后)(?=,|\Z)|持续到(?:视频)?(?:结尾|结束)(?=,|\Z)",
            lambda found: "贯穿" if found[1] else "贯穿整个视频",
        ),
        (r"(<:time>)之?内(?=淡[入出])", r"用\1"),
    )
)  # fmt: skip
_MUSIC = (
    r"(?:<:text> ?(?:background |backing )?music|background music <:text>|(?:the )?(?:music )?file <:text"
    r"|file>"
    r"(?: as (?:the )?background music)?|<:text|file> as (?:the )?background music)"
)
_PLAYS = (
    r"(?:(?:play|run|start|sound|continue|be heard|be added)\b|accompany(?= the (?:whole|entire)))"
)
# What is said of a sound where there is none can only be of a new one.
_NEW: Rules[Replacement] = Rules(
    (
        (
            r"(?:\b(?:have|let|get|make|use) )?(?:(?:the voice|a (?:voice-?over|narrator) (?:by|in"
            r"|with)(?: the"
            r" voice)?) (?P<the_v><:text>)|(?:the|an?) (?P<the_w><:text>) voice) (?:to |should |must "
            r"|has to |is to )?"
            r"(?:say|read|speak|narrate)(?: out| aloud)? (?:the words )?(?P<the_t><:text>)",
            lambda m: f"add a voice-over that says {m['the_t']} in the voice {m['the_v'] or m['the_w']}",
        ),
        (r"\ban? (<:text>) (?:sound)?track\b", r"\1 background music"),
        (rf"(?:\A|(?<=, ))(?:use|put|play|run|place|lay|set|apply) (?=(?:(?:the |some |an? )?{_MUSIC}"
            rf"|{_EFFECT})"
            r"(?! to <:percent|level>))", "add "),
        (r"(?<!重)(?:设置|配置|设定)(?=(?:一个|一段)?(?:<:text> ?(?:的|风格的)?(?:背景音乐|音效)"
            r"|(?:音乐文件|音效|旁白) ?<:text|file>)(?!音量|[改设调为到成]))", "添加"),
        (rf"\b(?:let|have|make) ((?:the |some )?{_MUSIC}) (?:(?:to )?{_PLAYS}|(?=from <:time>|<:range>))"
            rf"|((?:the |some )?{_MUSIC}) (?:should|must|is to) {_PLAYS}",
            lambda found: f"add {found[1] or found[2]} "),
        (rf"(?:\bgive (?:the (?:whole|entire|full) video|it all)|\Athe (?:whole|entire"
            rf"|full) video (?:should|must"
            rf"|needs to) (?:get|have|be given)) ({_MUSIC})", r"add \1 over the whole video"),
        (r"(?:把|将|以|用) ?(<:text|file>) ?(?:设|定|选|作)?为(<:range>|整个视频|全片)?的?(?=背景音乐)",
            lambda found: f"{found[2] if found[2] and found[2][0] == RANGE else ''}添加{found[1]}作为"),
        (r"(?:全片|整个视频|整段视频)的?背景音乐(?:用|选用?|采用|使用)(<:text>)(?!.*<:text>)",
            r"添加\1背景音乐,贯穿整个视频"),
    )
)  # fmt: skip
# "Use "jazz" as background music" beside what is there, or instead?
_USED = pattern(r"\buse (?=[^,.]* as (?:the )?background music)")
_OF_SOUND = Regex(
    r"music|song|sound|voice|narrat|bleep|audio|effect|track|\bspeak|音|旁白|配乐|画外|声|念|读|BGM",
    re.I,
)


def timed(text: str) -> str:
    """A sentence about a sound whose times are marked, with the usual words around them."""
    return _TIMED.apply(text, plainly) if _OF_SOUND.search(text) else text


def heard(text: str, shown: Sequence[Shown]) -> str:
    """A sentence about a sound whose ranges are marked, in the words of the frames."""
    if not _OF_SOUND.search(text):
        return text
    if any(one.role in ("music", "sound", "voiceover") for one in shown):
        return _NAMED.apply(_USED.sub(f"{UNREADABLE} ", text), plainly)
    return _NAMED.apply(_NEW.apply(text, plainly), plainly)


def _swapped(match: re.Match[str], spans: Sequence[str]) -> str:
    """A bleep in the place of the sound, where it is told once when that is."""
    if len(spans) != 1:
        return match[0]
    return (
        f"mute the original sound {spans[0].removeprefix('over ')} and add {match['the_t']} there"
    )
