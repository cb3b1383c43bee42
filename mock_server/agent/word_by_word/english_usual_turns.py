"""English turns of everyday that say more plainly what they say: figures in words ("one and a quarter
times"), what goes on beside what is changed, a complaint
with its remedy, "split it there and delete that"."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, SPELLED, number
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.english_values import STRETCH

_ENDS = r"(?= ?(?:[,;!]|\.?\s*\Z|\. |and\b|but\b))"
_DIGIT = r"(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_POINT = Regex(
    rf"\b(?:(?P<whole>{SPELLED}|[0-9]+) |(?<=\bat )|(?<=\bto )|(?<=\bfrom )|(?<=\bof ))point "
    rf"(?P<tail>{_DIGIT}"
    rf"(?: {_DIGIT})?)\b",
    re.IGNORECASE,
)
_AND_A_SHARE = Regex(
    rf"\b(?P<whole>{SPELLED}|[0-9]+) and (?P<k>a|one|three|two) (?P<share>quarters?|thirds?|half)"
    r"(?= times\b| ?x\b| seconds?\b)",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_PIXELS = Regex(
    rf"\b(?P<size>(?:(?:font|text|letter|type) )?size)(?P<to> (?:of|to|at) | )(?P<n>{NUMBER})"
    r"(?: ?(?:px|pixels?|pt|points?))?" + _ENDS,
    re.IGNORECASE,
)
_ITS_SIZE = Regex(
    r"(?P<lead>\b(?:set|change|make|put|bring|raise|lower|increase|reduce|turn) )(?:the|my) "
    r"(?P<what>title|caption|lower third|text)(?:['’]s|s['’]) (?:(?:font|text|letter"
    r"|type) ?)?size to(?= [1-9][0-9]{1,2}(?![0-9%.]))",
    re.IGNORECASE,
)
_TOO_LOUD = Regex(
    r"\A(?P<lead>(?:(?:ok|okay|hm+|so|now|well)\b[ ,.]*)*)(?P<what>(?:the|my|his|her) [a-z'’ -]{3,30}?)"
    r" (?:is|sounds|seems)(?: (?:just|still|now|way|far|much|really|a (?:bit|little|touch|tad)))*"
    r" too (?P<much>loud|quiet|soft)"
    r"(?: now| for (?:me|my taste)| compared (?:to|with) (?:the (?:rest|others?)|everything else)| here)*"
    r" ?[,;.:–-]+ ?(?:(?:so|and|please|just|can you|could you)\b,? ?)*"
    r"(?:turn|take|bring|dial|pull) (?:that|it|this|him|her|them) (?P<way>down|up)"
    r"(?: (?P<bit>a (?:bit|little|touch|tad|notch)|slightly|somewhat))?(?: please)?(?P<end>[ .!?]*)\Z",
    re.IGNORECASE,
)
_SEVERAL = Regex(
    r"\b(?:and|or|part|bit|end|start|beginning|first|last|second|when|in)\b", re.IGNORECASE
)
_TAKEN_OUT = Regex(
    marked(
        r"(?P<lead>\A|[,;.] ?|\b(?:and|then|please) )take (?P<what>(?:(?:the|my|our|that) "
        r"(?:[a-z]+ ){0,2}[a-z]+"
        r"|<:file>|<:text>|(?:the |my )?(?:title|caption|clip) ?<:text>))(?: back)? out"
        r"(?: again)?(?: completely| altogether| entirely)?(?= ?(?:[,;!]|\.?\s*\Z|\. |and\b))"
    ),
    FLAGS,
)
_MOVES_UP = Regex(
    r",? ?(?:(?:and|so) )?(?:so that )?(?:the rest|everything (?:else|behind it|after it)|what(?:'s"
    r"| is| comes)"
    r" (?:behind|after)(?: it)?)"
    r" (?:should |can |must |just )?(?:moves?|closes?|slides?|shifts?) (?:up|in|together|forward"
    r"|left)(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_TAKES_OUT = Regex(r"\b(?:cut|remove|delete|take|drop|lose|get rid of|trim)\b", re.IGNORECASE)
_SPLIT = Regex(
    rf"\A(?P<lead>(?:please |ok |okay |now )*)(?:split|(?:cut|divide)(?= (?:it|the)\b))(?: (?:it"
    rf"|the (?:video|clip|film)))?"
    rf"(?: in two)? at (?:the )?(?P<at>[0-9]+:[0-9]{{2}}|{NUMBER}(?: ?(?:seconds?|secs?|s)\b)?)(?: mark)?"
    r"(?:,? and|,|;|, then|,? and then) (?:then )?(?P<verb>delete|remove|throw away|drop|lose|cut"
    r"|keep(?: only| just)?"
    r"|get rid of|only keep) "
    r"(?:the (?P<which>first|front|left|second|last|back|right)(?: (?:part|half|piece|bit|section"
    r"|one|clip))"
    r"|(?:what(?:'s| is| comes)|everything) (?P<side>before|after|behind)(?: it| that)?)"
    r"(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_SO_LONG = Regex(
    r"\A(?P<lead>(?:please |ok |okay |now )*)(?:trim|cut|shorten|chop)(?: off)? (?:at )?(?:the|its) "
    r"(?P<edge>very end|end|back|start|beginning|front)(?: off)?,? so (?:that )?(?:the (?:total|whole|full)"
    r"(?: (?:length|thing|video|duration|running time))?|(?:the )?(?:video|film|it)(?:'s (?:length"
    r"|total))?|it)"
    rf"(?: (?:only|just))? (?:comes (?:to|out at)|is|lasts|adds up to|ends up(?: at)?|runs(?: for)?|becomes"
    rf"|will be) (?:exactly |just )?(?P<n>{NUMBER}) ?(?:seconds?|secs?|s)\b(?: long)?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_WANTED = Regex(
    r"\A(?P<lead>(?:please |ok |okay |now )*)all (?:that )?(?:i|we) (?:want|need)(?: to keep)?"
    r"(?: (?:from|of|out of) (?:it|this|(?:this|the|my) (?:video|clip|film|footage)))?(?: here)?"
    r" (?:is|are) (?P<span>(?:the )?(?:first|last|final|middle|opening) [^,.;!]{3,30}|(?:from |between )?"
    r"[0-9][0-9:.]*(?: ?s| seconds?)? (?:to|and|until|up to) [0-9][0-9:.]*(?: ?s| seconds?)?)"
    r"(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_BY_TIMES = Regex(
    rf"(?P<faster>\bspeed (?:[^,.;!]{{0,40}} )?up(?: [^,.;!]{{0,40}}?)?) by (?P<n>{NUMBER}) ?(?:x|times)"
    + _ENDS,
    re.IGNORECASE,
)

_THERE_TOO = Regex(
    r"\b(?:(?P<mute>mute|silence)(?: (?:the (?:clip|video|sound|speaker|audio)|it))?"
    r"|make (?:it|the (?:clip|video|picture)) (?P<look>black and white|sepia|vintage|warmer|cooler|silent))"
    r" there,? (?P<too>as well|too)\b",
    re.IGNORECASE,
)
_SOUND_OFF = Regex(
    marked(
        r"\b(?:turn|switch) (?:the )?(?:sound|audio) (?:of|on|in|for) (?P<of><:file>|the "
        r"(?:[a-z]+ )?(?:clip|video))"
        r" off(?= ?(?:[,;!]|\.?\s*\Z|\. |and\b|from\b|between\b))"
        r"|\b(?:turn|switch) off (?P<own>(?:the |my |his |her )?(?:speaker|clip|video)['’]s "
        r"(?:sound|audio|voice))\b"
    ),
    FLAGS,
)
_QUIET = Regex(r"\b(?:quieter|softer|lower|down|smaller|transparent)\b", re.IGNORECASE)
_STILL_HEARD = Regex(
    r",? (?:but|yet|though|so long as|as long as)(?: (?:it(?:'s| is)|it should be|please|keep it))? still"
    r" (?:clearly |just )?(?:audible|hearable|there|visible|readable|legible)(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_TAKES_AWAY = Regex(r"\b(?:cut|remove|delete|trim|drop|lose|get rid of|chop|skip)\b", re.IGNORECASE)
_NOT_CUT = Regex(
    r",? (?:but )?without (?:cutting|deleting|removing) (?:them|it|that|this|anything)(?: out)?(?=[ .!]*\Z)"
    r"|,? (?:but )?(?:don't|do not) (?:cut|delete|remove) (?:them|it|that|this)(?: out)?(?=[ .!]*\Z)"
    r"|(?<=mute), (?:but )?not (?:delete|cut|remove),",
    re.IGNORECASE,
)
_WHAT_IS = Regex(r"\bwhat(?:'s| is) (?=between [0-9])", re.IGNORECASE)
_COMES_AND_GOES = Regex(
    rf"\b(?:come|comes) in over (?P<n>{NUMBER}) ?(?:s|secs?|seconds?),? and (?:go|goes) out over"
    rf" (?P<m>{NUMBER}) ?(?:s|secs?|seconds?)\b",
    re.IGNORECASE,
)
_FITS = Regex(
    r"\bso (?:that )?(?:it|(?:the )?(?:whole |entire )?(?:thing|video|clip|film)|everything) fits"
    rf" (?:in|into|within) (?:exactly )?(?P<n>{NUMBER}) ?(?:s|secs?|seconds?)\b",
    re.IGNORECASE,
)
_SEE_THROUGH = Regex(
    rf"\b(?:see-through|translucent|transparent),? (?:like|say|about|maybe|at)? ?(?={NUMBER} ?(?:%"
    rf"|percent) opacity)",
    re.IGNORECASE,
)
_PLAY_ONLY = Regex(
    rf"\bplay (?:just|only) (?P<span>{STRETCH}|the (?:first|last) {NUMBER} seconds) "
    rf"(?P<how>backwards?|in reverse)\b"
    r"(?:,? (?:and |but )?(?:everything else|the rest) (?:stays?|plays?|runs?|goes)"
    r"(?: (?:on|forwards?|normally|as (?:normal|usual|it is)|the right way round))+)?",
    re.IGNORECASE,
)
_EXCEPT = Regex(r"\b(?:except|apart from|but not|other than)\b", re.IGNORECASE)
_THOSE_STAY = Regex(
    r",? (?:and )?(?:those|these|that|they|it)(?: (?:bit|part|ones))? (?:(?:should|can|must) )?stays?"
    r"(?: in (?:full )?colou?r| normal| as (?:they are|it is)| untouched)(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_INTO_THE_MIDDLE = Regex(
    marked(
        r"\bdrop (?P<file><:file>) (?:right |straight )?into the (?:middle of the )?(?:video|clip"
        r"|talk|film),?"
        r" (?=at [0-9])"
    ),
    FLAGS,
)
_LABEL = Regex(
    r"\A(?:new (?:ending|end|start|beginning|length|cut)): (?=the video\b)", re.IGNORECASE
)
_HALF_MINUTE = Regex(
    r"\bhalf[ -]minute\b(?: of what(?:'s| is) (?:there|left)(?: now)?)?", re.IGNORECASE
)


def in_usual_turns(text: str) -> str:
    """The text in plainer words."""
    text = _POINT.sub(_decimal, text)
    text = _AND_A_SHARE.sub(_with_a_share, text)
    text = _ITS_SIZE.sub(r"\g<lead>the \g<what> to size", _PIXELS.sub(_in_digits, text))
    if _TAKES_OUT.search(text):
        text = _MOVES_UP.sub("", text)
    text = _TOO_LOUD.sub(_remedied, text)
    text = _TAKEN_OUT.sub(r"\g<lead>remove \g<what>", text)
    text = _SO_LONG.sub(_cut_to, text)
    text = _WANTED.sub(r"\g<lead>keep only \g<span>\g<end>", text)
    text = _BY_TIMES.sub(r"\g<faster> to \g<n>x", text)
    return _beside_the_order(text)


def _beside_the_order(text: str) -> str:
    text = _HALF_MINUTE.sub("30 seconds", _LABEL.sub("", text))
    text = _THERE_TOO.sub(
        lambda m: f"make that part {m['look']} too" if m["look"] else "mute that part too", text
    )
    text = _SOUND_OFF.sub(lambda m: f"mute {m['of'] or m['own']}", text)
    if _QUIET.search(text):
        text = _STILL_HEARD.sub("", text)
    if not _TAKES_AWAY.search(_NOT_CUT.sub("", text)):
        text = _NOT_CUT.sub("", text)
    text = _WHAT_IS.sub("", text)
    text = _COMES_AND_GOES.sub(r"fade in over \g<n> s and fade out over \g<m> s", text)
    text = _FITS.sub(r"so the video is \g<n> seconds", text)
    text = _PLAY_ONLY.sub(r"play \g<span> \g<how>", _SEE_THROUGH.sub("", text))
    if _EXCEPT.search(text):
        text = _THOSE_STAY.sub("", text)
    return _INTO_THE_MIDDLE.sub(r"insert \g<file> ", text)


def _decimal(found: Match[str]) -> str:
    whole = number(found["whole"]) if found["whole"] else 0
    tail = "".join(str(number(one)) for one in found["tail"].split())
    return f"{whole}.{tail}"


def _with_a_share(found: Match[str]) -> str:
    of = _PARTS[found["share"].lower().rstrip("s")]
    count = {"a": 1, "one": 1, "two": 2, "three": 3}[found["k"].lower()]
    return f"{float(number(found['whole']) + Fraction(count, of)):.4g}"


def _in_digits(found: Match[str]) -> str:
    value = number(found["n"])
    whole = value.denominator == 1 and 10 <= value <= 999
    return f"{found['size']} to {value}" if whole and found["to"].strip() else found[0]


def _remedied(found: Match[str]) -> str:
    """ "The whoosh is too loud, turn that down"."""
    if (found["much"].lower() == "loud") != (found["way"].lower() == "down"):
        return found[0]
    if _SEVERAL.search(found["what"]):
        return found[0]
    more = "quieter" if found["way"].lower() == "down" else "louder"
    bit = "a bit " if found["bit"] else ""
    return f"make {found['what']} {bit}{more}{found['end'].replace('?', '')}"


def _cut_to(found: Match[str]) -> str:
    edge = "end" if found["edge"].lower() in ("very end", "end", "back") else "start"
    return (
        f"{found['lead']}cut at the {edge} so the video is {float(number(found['n'])):g} seconds"
        f"{found['end']}"
    )


def split_there(text: str, seconds: float, clips: int) -> str:
    """ "Split it at 35 and delete the first part", of a video of one clip that is so long."""
    found = _SPLIT.match(text)
    if found is None or clips != 1:
        return text
    at = found["at"]
    plain = re.sub(r" ?(?:seconds?|secs?|s)\Z", "", at, flags=re.IGNORECASE)
    minutes, _, rest = plain.rpartition(":")
    time = 60 * int(minutes or 0) + float(number(rest))
    if not 0 < time < seconds:
        return text
    told = (found["which"] or found["side"]).lower()
    first = told in ("first", "front", "left", "before")
    first = not first if found["verb"].lower().endswith(("keep", "only", "just")) else first
    span = f"the first {time:g} seconds" if first else f"from {time:g} seconds to the end"
    return f"{found['lead']}cut {span}{found['end']}"
