"""English turns of everyday for what the draft holds: what goes on beside what is changed, a fade that is
to be longer, all but one clip."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.named_by_draft import There

_VIDEO = r"(?:video|clip|picture|film|footage|talk|recording)"
_GOES_ON = (
    r"(?:goes on|carries on|keeps (?:on )?(?:going|playing|running|rolling)|continues|runs on"
    r"|plays on|stays on)"
    r"(?: (?:playing|running))?(?: (?:to|until|till) the (?:very )?end| as (?:usual|before|normal|it is))?"
)
_VIDEO_GOES_ON = Regex(
    rf"[,;:–-]{{1,3}} ?(?:and |but |while )?the {_VIDEO}(?: itself)? {_GOES_ON}(?=[ .!]*\Z)"
    rf"|\A(?:the {_VIDEO}(?: itself)? {_GOES_ON},?)(?: and|,| but| while)* (?=(?:the|my) (?:music"
    rf"|song|title"
    r"|caption|logo|track|voice-?over|lower third)\b)",
    re.IGNORECASE,
)
_OF_A_LAYER = Regex(
    r"\b(?:music|song|title|caption|logo|track|voice-?over|lower third|jazz|piano)\b", re.I
)
_AND_THEN = Regex(r"\b(?:then|after|once|until|freeze|hold|pause)\b", re.IGNORECASE)
_OVER = Regex(
    r"(?P<should>\b(?:should|must|has to|needs to|ought to)) be over(?= (?:at|by) [0-9a-z:.]+)",
    re.IGNORECASE,
)
_NAMED_CLIP = r"(?P<what>[\w-]+\.(?:mp4|mov|mkv|webm)|the (?:first|second|third|last) clip)"
_GO = r"(?:can|should|must|has to) (?:go|be (?:removed|deleted|cut))"
_ALL_BUT = Regex(
    r"\A(?P<lead>(?:please |ok |okay |now |so )*)(?:(?:get rid of|remove|delete|drop|lose|cut"
    r"|throw away|throw out)"
    rf" (?:everything|all(?: of it| the clips)?) (?:but|except|except for|apart from"
    rf"|other than) {_NAMED_CLIP}"
    rf"|(?:leave|keep) (?:just|only) {_NAMED_CLIP.replace('what', 'kept')}(?: in)?(?: there)?"
    rf"|everything (?:but|except|except for|apart from"
    rf"|other than) {_NAMED_CLIP.replace('what', 'spared')} {_GO})"
    r"(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_ONE_LEFT = Regex(
    rf"\A(?P<lead>(?:please |ok |okay |now )*)(?:leave|keep) (?:just|only) {_NAMED_CLIP}(?: in)?(?: there)?"
    r",? (?:and )?(?:all of |the whole of )?(?P<other>[\w-]+\.(?:mp4|mov|mkv|webm)) (?:can|should"
    r"|must|has to) go"
    r"(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_CROSS_FADE = r"(?:cross-?fade|dissolve|transition|dip to (?:black|white)|wipe (?:left|right))"
_COMES_IN = Regex(
    rf"(?P<fade>\b{_CROSS_FADE}) (?:at the point )?(?:where|when) {_NAMED_CLIP} (?:comes in|starts"
    rf"|begins)\b",
    re.IGNORECASE,
)
_FADING = r"(?:music|song|track|title|caption|logo|voice-?over|picture|video|clip)"
_LONGER = Regex(
    rf"\b(?:(?:give|have|make) (?:the |my )?(?P<one>{_FADING}) (?:(?:have|get) )?an? (?P<bit>"
    rf"(?:slightly|bit|little) )?"
    r"(?P<way>longer|shorter) (?:fade[ -]?)(?P<inout>in|out)"
    rf"|(?:make|let) (?:the |my )?(?:(?P<two>{_FADING})['’]s (?:fade[ -]?)(?P<inout2>in|out)"
    rf"|(?:fade[ -]?)(?P<inout3>in|out)(?: (?:of|on) (?:the |my )?(?P<three>{_FADING}))?)"
    r" (?:be )?(?P<bit2>a (?:bit|little|touch|tad) |slightly )?(?P<way2>longer|shorter))(?=[ .!]*\Z"
    r"|,|;| and\b)",
    re.IGNORECASE,
)
_SPEED = (
    rf"(?:(?P<n>{NUMBER}) ?x(?: speed)?|(?P<word>double|twice|half|normal)(?: (?:the "
    rf"|its )?(?:normal )?speed)?"
    rf"|(?P<spelled>{NUMBER})(?: times(?: (?:the |its )?(?:normal )?speed)?)?)"
)
_INSTEAD = Regex(
    rf"(?:,? (?:instead of|rather than|not) )(?:at )?{_SPEED}(?=[ .!]*\Z)", re.IGNORECASE
)
_PERCENT = Regex(
    rf"(?P<lead>\b(?:run|play) (?:it|the (?:clip|video)) at )(?P<p>{NUMBER}) ?(?:%|percent"
    rf"|per cent)(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_AT_A_SPEED = Regex(r"[0-9] ?x\b|\b(?:speed|double|twice|half|times)\b", re.IGNORECASE)
_WORDS = {"double": 2.0, "twice": 2.0, "half": 0.5, "normal": 1.0}
_TOO_FAST = Regex(
    r"\A(?:(?:hm+|no|ok|well|now)\b[ ,.]*)*(?:that|it|this)(?:['’]s| is) (?:(?:a bit|way|far|much"
    r"|still|now) )*too"
    r" (?P<much>fast|slow)(?: now)?[,;.:–-]+ ?(?:please |make it |so )*(?P<bit>(?:just )?a (?:bit"
    r"|little|touch|tad) )?"
    r"(?P<way>slower|faster)(?: please)?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_BELONGS = Regex(
    rf"\A(?P<lead>(?:please |ok |okay |now )*){_NAMED_CLIP} (?:belongs|should (?:be|go|come)|goes"
    rf"|has to (?:be|go))"
    r" (?:right )?(?:at|to) the (?:very )?(?P<edge>beginning|start|end)"
    r"(?:,? (?:and )?not (?:in|at|to) the (?:(?P<not>beginning|start|end)|middle))?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_FILE = r"(?P<file>[\w-]+\.(?:mp4|mov|mkv|webm))"
_STAYS_NORMAL = Regex(
    rf",? ?(?:and |but |while )?{_FILE} (?:(?:stays?|remains?|can stay|should stay|plays|runs) )?"
    r"(?:(?:at|in) (?:its |the )?(?:normal|original|usual|regular) (?P<what>pace|speed|colou?rs?)"
    r"|in (?:full )?(?P<color>colou?r))(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_NEW_WORDS = Regex(
    r"\A(?P<lead>(?:please |ok |okay |now )*)(?:change|set) the (?P<what>title|caption)['’]s"
    r" (?:wording|text|words) to (?P<new>(?-i:[A-Z0-9])[^\"“”‘.;,]{2,40}?)(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_NO_WORDS = Regex(
    r"\b(?:and|but|then|so)\b|\A(?:[0-9]+(?: ?(?:px|pt|pixels|points|%|percent))?|(?:English"
    r"|Spanish|French|German"
    r"|Chinese|Italian|Arial|Helvetica|Georgia|Courier|Times New Roman|Comic Sans)(?: MS)?|(?:Red"
    r"|Blue|Green"
    r"|White|Black|Yellow|Orange|Pink|Purple)|(?:Bold|Italics?|Capitals?|Uppercase|Lowercase)"
    r"(?: letters)?)\Z",
    re.IGNORECASE,
)
_SAME_SPAN = Regex(
    r"(?P<first>(?P<span>\b(?:from )?[0-9][0-9:.]* ?(?:to|-|–|until) ?[0-9][0-9:.]*(?: seconds?| s)?\b)"
    r"(?:(?!\b[0-9]).)*?)(?:,? (?P<and>and),? |, )(?:over|for|during|in) (?:exactly )?the same"
    r" (?:stretch|time|seconds|span|part|range),? ",
    re.IGNORECASE,
)
_SAME_SECONDS = Regex(
    rf"(?P<first>\b(?P<span>(?:in|over|during|for) the (?:first|last) (?P<n>{NUMBER}) seconds)\b(?:"
    rf"(?!\b[0-9]).)*?)"
    rf"\b(?:over|for|during|in) (?:exactly )?(?:those|these|the same) (?P<m>{NUMBER}) seconds\b",
    re.IGNORECASE,
)
_POPS_UP = Regex(
    rf"(?P<should>\b(?:should|must|has to|needs to|to)) (?:pop|show|come) up(?= {NUMBER} "
    rf"(?:seconds?|secs?|s) "
    r"(?:earlier|later|sooner))",
    re.IGNORECASE,
)
_SMALL = Regex(
    r"(?P<put>\b(?:show|put|place|have|play) [\w-]+\.(?:mp4|mov|mkv|webm|png|jpe?g)) (?:very |quite )?small"
    r"(?= (?:in|at|into) the (?:top|bottom|upper|lower)\b)",
    re.IGNORECASE,
)
_SPAN = rf"(?:from |between )?(?P<a>{NUMBER}) ?(?:to|and|-|–|until) ?(?P<b>{NUMBER})\b"
_MUTED_THERE = Regex(
    rf"\A(?P<first>[^.;!]*?\b{_SPAN}(?: ?(?:seconds?|s)\b)?[^.;!]*?) (?P<and>and) (?:also )?(?:mute"
    rf"|silence)"
    r" (?:the (?:clip|video|sound|speaker|audio)|it) (?:right )?there(?: as well| too)?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_PACES = Regex(
    r"\b(?:speed|slow|faster|slower|cut|remove|delete|trim|freeze|hold|insert)\b", re.IGNORECASE
)
_FIGURE = Regex(r"[0-9]")
_HOW_LOUD = Regex(
    r"\b(?:alter|change|touch) how loud (?P<what>the (?:music|song|clip|video)) is\b", re.IGNORECASE
)
_SWAPS = Regex(r"\b(?:instead of|replace|swap)\b", re.IGNORECASE)
_JUST_AS_LOUD = Regex(
    r",? (?:and |but )?(?:just as loud|equally loud|(?:at )?(?:the )?same (?:volume|level"
    r"|loudness))(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_FINE_BUT = Regex(
    r"\A(?P<lead>\W*)(?P<what>(?:the|my) (?:title|caption|logo|music|song|lower third)) (?:(?:is"
    r"|are) (?:fine|ok|good)"
    r"|stays?|can stay)(?: as it is)?,? (?:but |just )+(?:please )?make it (?=[a-z])",
    re.IGNORECASE,
)
_HEAR_AGAIN = Regex(
    r"\Ai(?:'d like| would like| want) to hear the (?P<what>clip|video)['’]s (?:own "
    r"|original )?(?:sound|audio) again"
    r"(?: at (?:full|normal) volume)?(?:,? (?:with )?(?:the )?music (?:stays )?(?:unchanged"
    r"|as it is))?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_AS_LONG = Regex(
    rf"(?P<first>\b(?P<n>{NUMBER})[- ]seconds? fade (?:in|from black)\b[^.;!]*?) a (?P<fade>fade "
    rf"(?:out|to black))"
    r" (?P<k>twice|half|three times) as long\b",
    re.IGNORECASE,
)
_TIMES = {"twice": 2.0, "half": 0.5, "three times": 3.0}
_OTHER_JOIN = Regex(
    r"\A(?P<lead>(?:please |ok |now )*)(?:use |make it |i want )?(?:an? )?(?P<join>dip to (?:black"
    r"|white)|wipe (?:left|right)"
    r"|cross-?fade)"
    r" (?:instead of|rather than|in place of) (?:the |that )?(?P<old>cross-?fade|dip to (?:black"
    r"|white)|transition|wipe)"
    r"(?:,? (?:and |with )?(?:the )?same (?:length|duration))?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_JOINS = {
    "crossfade": ("crossfade", "fade"),
    "diptoblack": ("dip-black",),
    "diptowhite": ("dip-white",),
}
_ITEM = (
    rf"(?-i:[A-Z0-9])[\w'’!?&]*(?: [\w'’!?&]+){{0,3}}? (?:at|from) {NUMBER} ?(?:-|–|to|until) ?{NUMBER}"
    r"(?: ?(?:seconds?|s)\b)?"
)
_ITEMS = Regex(
    rf"\A(?P<lead>(?:please )?add (?:the |these )?(?:titles|captions):? )(?P<items>{_ITEM}"
    rf"(?:(?:,? and |, ){_ITEM})+)(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_ITEM_NAME = Regex(
    rf"(?P<lead>\A|,? and |, )(?P<name>(?-i:[A-Z0-9])[\w'’!?& ]*?)(?= (?:at|from) {NUMBER} ?(?:-|–"
    rf"|to|until) ?{NUMBER})",
    re.IGNORECASE,
)
_JOB = Regex(
    r"\A(?P<lead>\W*)(?:her|his|their|the) job(?: title)? (?:should|must|has to) (?:read|say|be) "
    r"(?P<new>(?-i:[A-Z])[^\"“”‘.;,]{2,40}?)(?:,? (?:but |and )?(?:the|her|his) name (?:is (?:fine"
    r"|ok|right|correct)"
    r"|stays?)(?: as it is)?)?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_AND_CAPTIONS = Regex(
    r"(?P<lead>, and )(?:automatic )?(?P<what>subtitles|captions)(?: please| too)*(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_VERBS = Regex(
    r"\b(?:remove|delete|lose|drop|rid|make|move|turn|set|change|put|mute|without|no|not|cut|hide"
    r"|keep|fade"
    r"|bigger|smaller|red|blue|swap|split|title|caption)\b",
    re.IGNORECASE,
)
_ROLES = {"song": "music", "track": "music", "logo": "overlay", "voice-over": "voiceover"}
_MAIN = ("video", "clip", "main")
_PICTURE = ("picture", "video", "clip")
_MORE, _LESS, _BIT_MORE, _BIT_LESS = 1.5, 0.6, 1.25, 0.8


def said_daily(message: str, there: There) -> str:
    """The message in plainer words."""
    if HAN.search(message):
        return message
    if _OF_A_LAYER.search(message) and not _AND_THEN.search(message):
        message = _VIDEO_GOES_ON.sub("", message)
    message = _OVER.sub(r"\g<should> end", message)
    message = _COMES_IN.sub(r"\g<fade> into \g<what>", message)
    if not there.roles:
        message = _ALL_BUT.sub(_kept, message)
        message = _ONE_LEFT.sub(lambda found: _left(found, there), message)
    message = _BELONGS.sub(lambda found: _moved(found, there), message)
    if not _PACES.search(message):
        message = _SAME_SPAN.sub(r"\g<first> and \g<span> ", message)
    message = _SAME_SECONDS.sub(
        lambda m: f"{m['first']}{m['span']}" if number(m["n"]) == number(m["m"]) else m[0], message
    )
    message = _STAYS_NORMAL.sub(lambda found: _without(found, there), message)
    message = _NEW_WORDS.sub(_worded, message)
    message = _at_that_speed(_in_plain_words(message, there), there)
    return _LONGER.sub(lambda found: _so_long(found, there), message)


def _in_plain_words(message: str, there: There) -> str:
    message = _POPS_UP.sub(r"\g<should> appear", _SMALL.sub(r"\g<put>", message))
    message = _HOW_LOUD.sub(r"change the volume of \g<what>", message)
    if _SWAPS.search(message):
        message = _JUST_AS_LOUD.sub("", message)
    message = _FINE_BUT.sub(r"\g<lead>make \g<what> ", message)
    message = _HEAR_AGAIN.sub(r"unmute the \g<what>\g<end>", message)
    message = _AS_LONG.sub(_as_long, _OTHER_JOIN.sub(lambda m: _joined(m, there), message))
    message = _ITEMS.sub(_each_quoted, message)
    if [*there.roles].count("lower-third") == 1:
        message = _JOB.sub(_job, message)
    if "caption" not in there.roles and not _VERBS.search(message):
        message = _AND_CAPTIONS.sub(r"\g<lead>add automatic \g<what>\g<end>", message)
    return message if _PACES.search(message) else _MUTED_THERE.sub(_muted_there, message)


def _muted_there(found: Match[str]) -> str:
    span = f"from {found['a']} to {found['b']} seconds"
    rest = found["first"][found.end("b") - found.start("first") :]
    if _FIGURE.search(found.string[: found.start("a")]) or _FIGURE.search(rest):
        return found[0]
    return f"{found['first']} and mute the clip {span}{found['end']}"


def _as_long(found: Match[str]) -> str:
    long = float(number(found["n"])) * _TIMES[found["k"].lower()]
    return f"{found['first']} a {long:g}-second {found['fade']}"


def _joined(found: Match[str], there: There) -> str:
    old = re.sub(r"[ -]", "", found["old"].lower())
    there_now = [*there.joins]
    fits = _JOINS.get(old, () if old == "wipe" else there_now)
    wiped = old == "wipe" and len(there_now) == 1 and there_now[0].startswith("wipe")
    if len(there_now) != 1 or not (wiped or there_now[0] in fits):
        return found[0]
    return f"{found['lead']}make the transition a {found['join']}{found['end']}"


def _each_quoted(found: Match[str]) -> str:
    items = _ITEM_NAME.sub(r'\g<lead>"\g<name>"', found["items"])
    return f"{found['lead']}{items}{found['end']}"


def _job(found: Match[str]) -> str:
    if _NO_WORDS.search(found["new"]):
        return found[0]
    return f'{found["lead"]}change the job title to "{found["new"]}"{found["end"]}'


def _kept(found: Match[str]) -> str:
    what = found["what"] or found["kept"] or found["spared"]
    return f"{found['lead']}keep only {what}{found['end']}"


def _left(found: Match[str], there: There) -> str:
    both = {found["what"].lower(), found["other"].lower()}
    if len(both) > 1 and both == {one.lower() for one in there.clips}:
        return f"{found['lead']}keep only {found['what']}{found['end']}"
    return found[0]


def _moved(found: Match[str], there: There) -> str:
    what = found["what"].lower()
    if "." in what and [one.lower() for one in there.clips].count(what) != 1:
        return found[0]
    start = found["edge"].lower() != "end"
    if found["not"] and (found["not"].lower() != "end") == start:
        return found[0]
    where = "the start" if start else "the end"
    return f"{found['lead']}move {found['what']} to {where}{found['end']}"


def _without(found: Match[str], there: There) -> str:
    """What a clip is already, is left out."""
    if not found.string[: found.start()].strip(" ,.;"):
        return found[0]
    own = [i for i, one in enumerate(there.clips) if one.lower() == found["file"].lower()]
    pace = (found["what"] or "").lower() in ("pace", "speed")
    so = all(there.speeds[i] == 1 if pace else not there.looks[i] for i in own)
    return "" if own and so else found[0]


def _worded(found: Match[str]) -> str:
    if _NO_WORDS.search(found["new"]):
        return found[0]
    return (
        f'{found["lead"]}change the text of the {found["what"]} to "{found["new"]}"{found["end"]}'
    )


def _at_that_speed(message: str, there: There) -> str:
    """ "Run it at 150 percent instead of double speed", of a video that plays so."""
    speeds = {*there.speeds}
    if len(speeds) != 1 or len(there.clips) != 1:
        return message
    now = speeds.pop()
    if now != 1 and (found := _TOO_FAST.match(message)):
        fits = (found["much"].lower() == "fast") == (found["way"].lower() == "slower")
        bit = "a bit " if found["bit"] else ""
        return f"make the video {bit}{found['way']}{found['end']}" if fits else message
    found = _INSTEAD.search(message)
    plain = _INSTEAD.sub("", message)
    if found is None or not (_PERCENT.search(plain) or _AT_A_SPEED.search(plain)):
        return message
    told = found["n"] or found["spelled"]
    was = _WORDS[found["word"].lower()] if found["word"] else float(number(told))
    if abs(was - now) > 0.001:
        return message
    return _PERCENT.sub(lambda m: f"{m['lead']}{float(number(m['p'])) / 100:g}x", plain)


def _so_long(found: Match[str], there: There) -> str:
    """ "Give the music a longer fade-out": by half of what it is."""
    way = (found["inout"] or found["inout2"] or found["inout3"]).lower()
    what = (found["one"] or found["two"] or found["three"] or "").lower()
    lengths = {
        one.rpartition(" ")[0]: seconds
        for one, seconds in zip(there.fades, there.fade_lengths, strict=True)
        if one.rpartition(" ")[2] == way
    }
    role = _ROLES.get(what, what)
    wanted = [one for one in lengths if one == role or (one in _MAIN and what in _PICTURE)]
    wanted = wanted if what else [*lengths]
    if len(wanted) != 1:
        return found[0]
    main = wanted[0] in _MAIN
    if (len(there.clips) if main else [*there.roles].count(wanted[0])) != 1:
        return found[0]
    bit = bool(found["bit"] or found["bit2"])
    more = (found["way"] or found["way2"]).lower() == "longer"
    times = (_BIT_MORE if bit else _MORE) if more else (_BIT_LESS if bit else _LESS)
    noun = what or {"overlay": "logo"}.get(wanted[0], "picture" if main else wanted[0])
    return f"fade the {noun} {way} over {round(lengths[wanted[0]] * times, 2):g} seconds"
