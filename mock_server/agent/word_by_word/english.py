"""What the second reader knows of English."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.numbers import DIGITS, NUMBER, clock_ms, number
from mock_server.agent.values.placeholders import index
from mock_server.agent.values.ranges import Middle, Portion, Range
from mock_server.agent.word_by_word.parts import Lexicon

_UNIT = r"(?: ?(?:seconds?|secs?|s)\b)"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?![0-9:])"
_TIMED = rf"(?:{_CLOCK}|{NUMBER}{_UNIT}|second {DIGITS})"
_BARE = rf"(?:{_CLOCK}|(?:second )?{NUMBER}{_UNIT}?)"
_LONG = rf"{NUMBER}(?: ?(?:seconds?|secs?|s)\b|-second\b)"
_SHARE = r"(?P<share>half|third|quarter|fifth)"
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_OF = r"(?: of (?:the |my |our )?(?:whole |entire )?(?:video|clip|footage|film|recording))?"
_MARK = r"(?: ?mark)?"


def ms(told: str) -> int:
    """A time in milliseconds: "5 s", "second 5", "1:05", "half a second"."""
    plain = re.sub(r"\A(?:the )?second (?=.)|(?:[ -]?(?:seconds?|secs?|s))\Z", "", told.strip(), flags=re.I)
    return clock_ms(plain) if ":" in plain else round(1_000 * float(number(plain)))


def _range(match: Match[str]) -> Range:
    return Range(ms(match["a"]), ms(match["b"]))


def _portion(match: Match[str]) -> Portion:
    of = _SHARES[match["share"].lower()]
    if match["end"].lower() in ("first", "opening", "front"):
        return Portion(Fraction(0), Fraction(1, of))
    if match["end"].lower() == "second" and of == 2:
        return Portion(Fraction(1, 2), Fraction(1))
    if match["end"].lower() in ("middle", "second") and of == 3:
        return Portion(Fraction(1, 3), Fraction(2, 3))
    if match["end"].lower() in ("second", "middle"):
        return Portion(Fraction(1, of), Fraction(2, of))
    return Portion(1 - Fraction(1, of), Fraction(1))


def _share(told: str) -> float:
    """A level, 0-2: "30%", "0.3", "thirty percent"."""
    told = told.strip().lower()
    bare = re.sub(r" ?(?:%|percent|per cent)\Z", "", told)
    value = float(number(bare))
    return round(value / 100 if bare != told else value, 6)


def _mark(match: Match[str]) -> int:
    return index(match[1])


_PERCENT = rf"(?P<p>{NUMBER} ?(?:%|percent\b|per cent\b)|(?:0?\.[0-9]{{1,3}})(?![0-9:a-z%]|\.[0-9]| ?s\b| sec))"
_FACTOR = rf"(?P<x>{NUMBER}) ?(?:x\b(?: (?:the )?speed)?|times (?:the )?(?:normal |original )?speed|times as fast)"
_PLACES = {
    "top": "top", "bottom": "bottom", "left": "left", "right": "right", "center": "center",
    "centre": "center", "middle": "center",
}  # fmt: skip
_SPOT = r"(?:(?P<v>top|bottom|(?:upper|lower)(?=[ -](?:left|right|cent)))(?:[ -](?P<h>left|right|cent(?:er|re)))?|(?P<m>left|right|cent(?:er|re)|middle))"
_COLORS = (
    "white|black|red|blue|green|yellow|orange|pink|purple|cyan|gold|gray|grey|magenta|turquoise|brown"
)
_LOOKS = {
    "warm": "warm", "warmer": "warm", "cool": "cool", "cold": "cool", "cooler": "cool", "sepia": "sepia",
    "vintage": "vintage", "retro": "vintage", "vivid": "vivid", "vibrant": "vivid",
    "cinematic": "cinematic", "black and white": "black and white", "black-and-white": "black and white",
    "monochrome": "black and white", "b&w": "black and white",
}  # fmt: skip
_NTH = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "last": -1, "final": -1
}  # fmt: skip
_STYLES = "jazz|lo-?fi|rock|piano|pop|techno|folk|ambient|upbeat|calm|chill|classical|epic|acoustic"


def _place(match: Match[str]) -> str:
    up = {"upper": "top", "lower": "bottom"}.get((match["v"] or "").lower(), (match["v"] or "").lower())
    across = (match["h"] or "").lower()
    if match["m"]:
        return _PLACES[match["m"].lower()]
    return up if not across or across.startswith("cent") else f"{up}-{across}"


def _factor(match: Match[str]) -> Fraction:
    return Fraction(str(number(match["x"]))) if match["x"] else Fraction(1)


def _style(match: Match[str]) -> str:
    return {"lofi": "lo-fi"}.get(match[0].lower(), match[0].lower())


def _degrees(match: Match[str]) -> int:
    return int(number(match["deg"]))


_NOUNS = {
    "title": "titles?|headings?|headlines?",
    "caption": "captions?|subtitles?",
    "lower-third": "lower[ -]thirds?|name ?(?:tag|plate)s?",
    "overlay": "logos?|watermark|overlays?|picture[ -]in[ -]picture|pip",
    "music": "music|songs?|(?:background |music )?tracks?|tunes?|soundtrack|background music",
    "voiceover": "voice-?overs?|voice overs?|narration",
    "text": "texts?|words|writing",
    "voice": "(?:(?:my|his|her|the) )?voice",
    "own": (
        "(?:original |clip |video )?(?:sound|audio)|speech|speaker|talking"
        "|(?:original |clip |video )sound|(?:sound|audio) of the (?:video|clip)|(?:video|clip)'s (?:own )?(?:sound|audio)"
    ),
    "whole video": "(?:whole|entire) (?:video|clip|footage|film|recording)",
    "video": "(?:video|clip|footage|film|recording)|picture|image|colou?rs",
    "everything": "everything|all of it|whole thing|entire thing",
    "clip": "clips?|part|piece|segment|shot",
    "zoom": "zoom(?: effect)?",
    "blur": "blur(?: effect)?",
    "transition": "transitions?|cross-?fades?|dissolve",
    "fadein": "fade[ -]?in",
    "fadeout": "fade[ -]?out",
    "look": "looks?|filter|colou?r (?:look|filter|grade)|tint",
    "less noise": "noise reduction|denoising",
    "steadiness": "(?:image )?stabili[sz]ation|stabili[sz]er|stabili[sz]ing",
    "evenness": "normali[sz]ation|normali[sz]ing|loudness normali[sz]ation",
    "duck": "ducking",
    "speed": "(?:speed|pace)(?: of)?",
    "volume": "(?:volume|level|loudness)(?: of)?",
    "size": "(?:size|width)(?: of)?",
    "opacity": "opacity(?: of)?",
    "color": "colou?r(?: of)?",
}

_ENTRIES: list[tuple[str, str, object]] = [
    # --- what says nothing
    ("and", r"as well as", None),
    ("", r"please|pls|plz|kindly|thanks|thank you|quickly|now|also|as well(?! as)|so|okay|ok|well|btw|(?:hi|hey|hello)(?= ?,)", None),
    ("", r"too(?= ?(?:[,.;!]|and\b|\Z))", None),
    ("", r"(?:can|could|would|will) (?:you|we|u)(?: please)?|let's|let us|you can|go ahead and|i(?:'d| would) like (?:you )?to|(?:i|we) (?:want|need|would like)(?: you)? to|make sure(?: that)?|i think|feel free to", None),
    ("", r"the|a|an|my|our|some|this(?= (?:video|clip|title|music|song))|his|her|their|here|for me|for us|exactly|really|nice|good|(?:just|simply)(?= (?:make|cut|mute|put|add|remove|delete|turn|set|fade|move|show|trim|crop|rotate|reverse|change))", None),
    ("", r"finally|lastly|first of all|first,", None),
    # --- what stands between
    ("stop", r"[.!;。]+", None),
    ("comma", r",", None),
    ("then", r"then|afterwards|after that", None),
    ("and", r"(?:and|&)(?: (?:also|finally))?|plus(?! [^,.;]*(?:%|percent))", None),
    # --- values
    ("text", r"<text>", _mark),
    ("file", r"<file>", _mark),
    ("range", rf"(?:from |between )?(?:the )?(?P<a>{_BARE}) ?(?:to|-|until|till|through|up to) ?(?:the )?(?P<b>{_TIMED}){_MARK}", _range),
    ("range", rf"(?:from |between )(?:the )?(?P<a>{_BARE}) ?(?:to|-|until|till|through|and|up to) ?(?:the )?(?P<b>{_BARE}){_MARK}", _range),
    ("range", rf"(?P<a>{NUMBER})-(?P<b>{NUMBER}) ?s?", _range),
    ("range", r"(?P<a>[0-9]{1,3}) to (?P<b>[0-9]{1,3})(?! ?(?:%|percent|x\b|times|pixels|points|degrees))", _range),
    ("range", rf"(?:(?:in|for|over|during|at) )?(?:the )?(?:very )?(?:first|opening|initial) (?P<d>{_LONG}){_OF}", lambda m: Range(0, ms(m["d"]))),
    ("range", rf"(?:(?:in|for|over|during|at) )?(?:the )?(?:very )?(?:last|final|closing) (?P<d>{_LONG}){_OF}", lambda m: Range(-ms(m["d"]), None)),
    ("range", rf"(?:the )?middle (?P<d>{_LONG}){_OF}", lambda m: Middle(ms(m["d"]))),
    ("range", rf"(?:(?:in|for|over|during) )?(?:the )?(?P<end>first|second|last|middle|final|opening) {_SHARE}{_OF}", _portion),
    ("range", rf"(?:everything |all )?(?:after|past|beyond) (?:the )?(?P<a>{_BARE}){_MARK}", lambda m: Range(ms(m["a"]), None)),
    ("range", rf"(?:everything |all )(?:before|up to|until) (?:the )?(?P<a>{_BARE}){_MARK}", lambda m: Range(0, ms(m["a"]))),
    ("from", rf"(?:starting )?from (?:the )?(?P<a>{_BARE}){_MARK}(?: (?:on(?:wards?)?|to the (?:very )?end{_OF}|until the end))?", lambda m: ms(m["a"])),
    ("until", rf"(?:until|till|ending at) (?:the )?(?P<a>{_BARE}){_MARK}|up to (?:the )?(?P<b>{_TIMED}){_MARK}", lambda m: ms(m["a"] or m["b"])),
    ("at", rf"(?:at|starting at) (?:the )?(?P<a>{_TIMED}){_MARK}|at (?:the )?(?P<b>{NUMBER}) mark", lambda m: ms(m["a"] or m["b"])),
    ("long", rf"(?:(?:for|over|lasting|within|in) )?(?P<d>{_LONG})(?: long)?", lambda m: ms(m["d"])),
    ("totime", rf"to (?:the )?(?P<a>{_TIMED}){_MARK}", lambda m: ms(m["a"])),
    ("whole", rf"(?:for|over|during|across) the (?:whole|entire) (?:video|thing|clip|time|film)|throughout(?: the (?:whole )?video)?|(?:the )?(?:whole|entire) time|all the time|from start to (?:finish|end)|from beginning to end|all (?:the way )?through", None),
    ("atstart", rf"(?:at|to|in) the (?:very )?(?:start|beginning|front){_OF}", None),
    ("atend", rf"(?:at|to) the (?:very )?end{_OF}", None),
    ("untilend", r"(?:until|till|to|up to) the (?:very )?end(?: of the video)?", None),
    ("shift", rf"(?P<d>{_LONG}) (?:later|further on)", lambda m: ms(m["d"])),
    ("shift", rf"(?P<d>{_LONG}) (?:earlier|sooner)", lambda m: -ms(m["d"])),
    ("longer", rf"(?P<d>{_LONG}) longer", lambda m: ms(m["d"])),
    ("longer", rf"(?P<d>{_LONG}) shorter", lambda m: -ms(m["d"])),
    ("place", rf"(?:(?:to|at|in|into|on|near) )?(?:the )?{_SPOT}(?: (?:corner|side|edge))?(?: of the (?:screen|frame|picture|video|image))?", _place),
    ("color", rf"(?:in |to |into )?(?:{_COLORS})", lambda m: re.sub(r"\A(?:in|to|into) ", "", m[0].lower()).replace("grey", "gray")),
    ("lookname", rf"(?:in |to |into )?(?P<k>{'|'.join(sorted(_LOOKS, key=len, reverse=True))})", lambda m: _LOOKS[m["k"].lower()]),
    ("style", rf"{_STYLES}", _style),
    ("level", rf"(?:(?:(?:at|to|with|of) )?(?:a )?(?:volume|level|loudness)(?: of| at| to|:)? ?|(?:at|to|with) ){_PERCENT}(?: (?:volume|of its volume))?", lambda m: _share(m["p"])),
    ("amount", rf"{_PERCENT}", lambda m: _share(m["p"])),
    ("by", rf"by {_PERCENT}", lambda m: _share(m["p"])),
    ("scale", rf"(?:(?:at|to|with) )?(?:a )?(?:size|scale|width)(?: of| at| to|:)? ?{_PERCENT}", lambda m: _share(m["p"])),
    ("opaque", rf"(?:(?:at|to|with) )?(?:an? )?opacity(?: of| at| to|:)? ?{_PERCENT}|{_PERCENT.replace('?P<p>', '?P<q>')} opacity", lambda m: _share(m["p"] or m["q"])),
    ("points", rf"(?:at |to |in |with )?(?:a )?(?:font )?size(?: of| to|:)? ?(?P<n>[1-9][0-9]{{1,2}})(?![0-9.%])", lambda m: int(m["n"])),
    ("half", r"by half|half as loud|halve(?: the)?(?: volume(?: of)?)?", None),
    ("factor", rf"(?:(?:at|to|in) )?{_FACTOR}", _factor),
    ("factor", r"(?:(?:at|to|in) )?half(?: the| its)?(?: normal| original)? speed", Fraction(1, 2)),
    ("factor", r"(?:(?:at|to|in) )?(?:double|twice)(?: the| its)?(?: normal)? speed", Fraction(2)),
    ("twice", r"twice as fast|half as fast", None),
    ("factor", r"(?:(?:at|to|in|back to) )?(?:the )?(?:normal|original|regular) speed", Fraction(1)),
    ("factor", r"in slow[- ]?mo(?:tion)?|slow[- ]?mo(?:tion)?", Fraction(1, 2)),
    ("ratio", r"(?:(?:in|to|as|into) )?(?P<w>16|9|1|4|5|3|21):(?P<h>9|16|1|5|4|3)(?![0-9])(?: format)?", lambda m: (int(m["w"]), int(m["h"]))),
    ("ratio", r"(?:(?:in|to|as|into) )?(?:a )?square(?: format)?", (1, 1)),
    ("degrees", rf"(?:by )?(?P<deg>90|180|270|ninety)(?: ?degrees?|°)?(?: (?:to the right|clockwise))?", _degrees),
    ("degrees", r"(?:by )?90(?: ?degrees?|°)? (?:to the left|counter-?clockwise|anti-?clockwise)|(?:by )?a quarter turn (?:to the left|counter-?clockwise)", 270),
    ("degrees", r"(?:by )?a quarter turn (?:to the right|clockwise)", 90),
    ("degrees", r"upside down", 180),
    ("join", r"dip(?:s)? to black", "dip-black"),
    ("join", r"dip(?:s)? to white", "dip-white"),
    ("total", rf"(?:so (?:that )?|until |till )?(?:the (?:whole )?(?:video|thing|clip|film)|it|the whole)(?:(?:'s| is| ends up| lasts| runs| becomes| comes to)(?: exactly)?|(?: to)? (?:be|last)) (?P<d>{_LONG})(?: long)?(?: in total| overall)?|(?:to|down to) a total (?:length )?of (?P<e>{_LONG})", lambda m: ms(m["d"] or m["e"])),
    ("between", r"(?:between|at the cut between) (?:the |both |these |my )?(?:two )?(?:clips|parts|pieces|shots|videos|halves)|from one clip to the (?:next|other)|at the (?:cut|join)", None),
    ("at end", r"(?:at|from) the end", None),
    # --- which one
    ("nth", rf"{'|'.join(_NTH)}", lambda m: _NTH[m[0].lower()]),
    ("both", r"both(?: of them| the)?|the two|all two", None),
    ("every", r"every|each|all(?: of)? the|all", None),
    ("it", r"it|them|its", None),
    # --- what is to become of it
    ("remove", r"remove|delete|drop|get rid of|lose|ditch|scrap|erase|take (?:out|away|off|down)|throw (?:out|away)|no more|isn't needed|not needed|turn off|switch off|kill", None),
    ("gone", r"out|away|off|gone|can go|has to go|must go|should go", None),
    ("cut", r"cut(?: (?:out|off|away))?|trim(?: (?:off|away))?|chop(?: off)?|snip(?: out| off)?|shorten", None),
    ("only", r"only|just|simply", None),
    ("all but", r"(?:throw (?:away|out)|remove|delete|cut|drop|lose|get rid of|chop off) everything (?:except|but|apart from|besides|other than)(?: for)?|keep nothing (?:but|except)|(?:i )?only (?:need|want)|i(?:'d)? (?:only|just) (?:need|want|like)", None),
    ("not", r"don't|do not|not|never|no|without(?: any)?|nothing", None),
    ("rest", r"(?:everything|anything|all) else|the (?:rest|others?)|anything|everything around it|otherwise", None),
    ("", r"back(?: again)?|again", None),
    ("keep", r"keep|leave|stays?|remains?|can stay|should stay|as (?:it is|is|it was|they are)|untouched|alone|unchanged", None),
    ("mute", r"mute[ds]?|silence|silent|without (?:the )?(?:sound|audio)|no (?:sound|audio)|sound off", None),
    ("unmute", r"unmute|sound (?:back )?on(?: again)?", None),
    ("add", r"add|include|show|display|play|write|lay", None),
    ("insert", r"insert|append|splice in", None),
    ("bit", r"a (?:little|tiny|wee)? ?(?:bit|little|touch|tad)(?: of)?|slightly|somewhat|little", None),
    ("make", r"make|take|give|have|put|use|place|apply|get|(?:i(?:'d| would) like|i want|we want)|goes|go", None),
    ("change", r"set|turn|change|let|switch|adjust|colou?r|paint|bring|to be|should be|must be|needs? to be|has to be|ought to be|should|must", None),
    ("start", r"starts?|begins?", None),
    ("end", r"ends?|stops?", None),
    ("skip", r"skip", None),
    ("swap", r"swap|switch round|exchange", None),
    ("around", r"around|round|over|order|the order of|places", None),
    ("zoom in", r"zoom in(?: on the (?:picture|middle|cent(?:er|re)))?|zoom", None),
    ("blur it", r"blur(?: out)?", None),
    ("ducks", r"duck(?: (?:down|out))?(?: (?:under|below|beneath) (?:the |my |his |her )?(?:voice|speech|talking|speaker))?(?: (?:when(?:ever)?|while) (?:i|he|she|someone|anyone|we)(?:'m|'s| am| is)? (?:speak|speaks|speaking|talk|talks|talking))?", None),
    ("sound effect", r"(?:a )?(?:ding|whoosh|swoosh|beep|click|boom|applause|chime)(?: (?:sound|sound effect|effect))?", lambda m: re.sub(r"\Aa | (?:sound|effect)\b", "", m[0].lower()).strip()),
    ("of", r"of|into", None),
    ("move", r"move[ds]?|shift|slide", None),
    ("fade", r"fades?|fading", None),
    ("fadein", r"fades? in|fades? up", None),
    ("fadeout", r"fades? out|fades? away", None),
    ("from black", r"fades? (?:in )?from black", None),
    ("to black", r"fades? (?:out |down )?to black", None),
    ("faster", r"speed up|faster|sped up|quicker|speed", None),
    ("slower", r"slow down|slower|slow|slowed down", None),
    ("up", r"up", None),
    ("down", r"down", None),
    ("louder", r"louder|turn up", None),
    ("raise", r"raise|boost|bring up|increase", None),
    ("lessen", r"lower|bring down|reduce|decrease", None),
    ("quieter", r"quieter|softer|turn down", None),
    ("bigger", r"bigger|larger", None),
    ("smaller", r"smaller", None),
    ("freeze", r"hold|freeze", None),
    ("frame", r"(?:the )?last frame(?: of the video)?", None),
    ("reverse", r"reverse[ds]?|(?:play )?backwards|in reverse", None),
    ("rotate", r"rotate[ds]?|turn", None),
    ("denoise", r"denoise|reduce (?:the )?(?:background )?noise|remove (?:the )?(?:background )?noise|clean up (?:the )?(?:audio|sound)", None),
    ("stabilize", r"stabili[sz]e[ds]?|steady", None),
    ("normalize", r"normali[sz]e[ds]?(?: (?:the )?(?:loudness|audio|sound|volume))?", None),
    ("instead", r"instead", None),
    ("replace", r"replace|swap out", None),
    ("with", r"with|by", None),
    ("to", r"to|into|at|in|on|as", None),
    ("under", r"in the background|as background music|as (?:the )?music|under(?:neath)? (?:it|the video)|as background", None),
    ("auto", r"(?:automatic(?:ally)?|auto)(?:[ -]generated)?", None),
]  # fmt: skip
for _role, _nouns in _NOUNS.items():
    _ENTRIES.append(("noun", _nouns, _role))

ENGLISH = Lexicon(_ENTRIES, r"(?![a-z0-9])")
