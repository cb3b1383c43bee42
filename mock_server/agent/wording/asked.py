"""Plain orders in many words: asked for politely, for a part, or for what is left."""

import re

from mock_server.agent.values.nouns import LAYER, ORDINAL, THE
from mock_server.agent.values.placeholders import MARK, Values, index, kind_of, marks, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules, plainly

_END = r"(?=[ .!?]*\Z)"
_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|folk)"
)
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)"
_OF_VIDEO = r"(?:(?:original |video |own )*(?:sound|audio|volume)|picture|image|colou?rs?|speed)"
_ALONE = r"(?:alone|as (?:it is|they are|is)|untouched|unchanged)"
_RULES: tuple[tuple[str, str], ...] = (
    # --- asked for
    (r"\A[ ,]*(?:hey|hi|hello)(?: there| everyone| all)?[ ,!]+(?=(?:would|could|can|will) you\b)", ""),
    (
        r"\A[ ,]*(?:(?:great|ok|okay|nice|perfect|good)[ ,.!]+)?(?:(?:just )?(?:one|the|a) )?"
        r"(?:last|final|next"
        r"|another|other|more|tiny|small|little|quick)?"
        r" ?(?:thing|one|request|change|edit)(?: please)?[:,-] ?",
        "",
    ),
    (
        r"\A[ ,]*(?:i'm |i am )?sorry to (?:bother|disturb|trouble) you(?: again)?,? (?:but"
        r" )?(?=[a-z\ue010-\ue01f])",
        "",
    ),
    (
        r"\A[ ,]*(?:could|can|may) (?:we|i|you) (?:please )?(?:have|get)(?: up)? (?:an? |the )?(title"
        r"|caption|text"
        r"|lower[- ]third) (?=<:text>)",
        r"could you add a \1 ",
    ),
    (
        r"\A[ ,]*(?:could|can) (the (?:title|caption) <:text>) ?(?:please )?(?:come in|come up|appear|be"
        r" shown"
        r"|show(?: up)?)(?= (?:for|in|during|from|at)\b| ?<:range>)",
        r"could you show \1",
    ),
    # --- what is left alone, in front
    (
        rf"\A[ ,]*(?:please )?(?:leave|keep) ((?:the|my) (?:{LAYER}|{_OF_VIDEO})) {_ALONE}(?: please)?,? "
        r"(?:and |but )(?:please )?(?:only |just )*(?=[a-z])(?!.*\b(?:it|its|them)\b.*\b(?:it|its"
        r"|them)\b)([^,]+?)"
        r"[ .!]*\Z",
        r"\2, but leave \1 alone",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:leave|keep) ({THE})'s (?:volume|level|colou?r|size|position|text"
        rf"|place) {_ALONE},?"
        r" but ([^,]*?)\bit\b",
        r"\2\1",
    ),
    (
        rf"\A[ ,]*not (?:the|my) {LAYER},? (?:but )?(?=the (?:video|original|picture)\b)",
        "",
    ),
    (
        rf"\A[ ,]*keep (the (?:title|caption|text)) {_COLOR},? but ([^,]*?)\bit\b",
        r"\2\1",
    ),
    (
        r"\A[ ,]*(?:i|we) (?:don't|do not) (?:need|want) any of the (text|titles|captions|logos|sound"
        r" effects)"
        r"(?: any ?more)?(?=,|[ .!]*\Z)",
        r"remove all the \1",
    ),
    (r"\A[ ,]*not <:ratio>(?: this time| again| now| please)?,? (?:but )?(?=<:ratio>)", "make it "),
    (
        rf"\A[ ,]*(?:leave|keep) ({THE}) where it is,? (?:and|but) (?:just |only )*(make|turn|give"
        rf"|colou?r|fade) it\b",
        r"\2 \1",
    ),
    (
        r"\A[ ,]*(?:don't|do not) (?:mute|cut|remove|delete|reverse|speed up|slow down) ((?:the"
        r" )?<:range>),?"
        r" (?:but |just |only |rather |instead )*(mute|cut|remove|delete|reverse|speed up|slow down|slow)"
        rf" (?:it|that|them)(?: instead| out)?{_END}",
        r"\2 \1",
    ),
    (
        r"\A[ ,]*(?:don't|do not) touch the (?:sound|audio|music|title|captions|logo)(?:"
        r" please)?,? (?:but )?(?:just"
        r"|only) ((?:rotate|crop|reverse|flip|stabili[sz]e) it\b[^,]*)",
        r"\1",
    ),
    # --- only
    (r"((?:music|song) <:file>|<:file>),? but only (?=(?:in|during|for|from|under|over)\b)", r"\1 "),
    (
        rf"\b(remove|delete|mute|cut|drop|lose) only (the {ORDINAL} (?:title|caption|clip|shot|segment)"
        rf"|{THE}"
        rf"|<:text>){_END}",
        r"\1 \2",
    ),
    (
        r"\A[ ,]*(?:the |my )?(logo|watermark|title|music) only (?:for|during|in|from|over) ((?:the"
        r" )?<:range>)"
        rf"(?: please)?(?:, (?:the )?same (?:corner|place|spot|position))?{_END}",
        r"show the \1 only \2",
    ),
    # --- how big, how loud
    (
        rf"({THE}|<:text>) (?:is|looks) (?:way |a bit |much |far |a little )?too (?:small|big|large"
        rf"|tiny),? (?:so )?"
        rf"(?:please )?(?:make|set) it (?:to )?(<:number>){_END}",
        r"set the size of \1 to \2",
    ),
    (
        rf"\b(?:bring|put|turn|get|set) ({THE}) back (?:up |down )?to (<:percent|level>)",
        r"set the volume of \1 to \2",
    ),
    (r"\bshould be back (?=(?:at|to) <:percent|level>)", "should be "),
    (
        rf"\A[ ,]*({THE}) (?:should|must|needs to|has to) be (?:quieter|louder|softer) than (?:the |my "
        rf"|his |her )?"
        rf"(?:voice|speech|video|talking|speaker|sound),? (?:at |about |like |maybe |around )*(<:percent"
        rf"|level>){_END}",
        r"set the volume of \1 to \2",
    ),
    (
        r"\bduck (the music|the song|it) (?:under|below|behind|beneath|for|during|when there is) (?:the "
        r"|my )?"
        r"(?:voice-?over|narration|speech|voice|talking)",
        r"duck \1",
    ),
    (
        r"\b(?:take|get|filter) (?:out )?(?:the |that |all )?((?:background |wind |room )?(?:noise|hiss"
        r"|hum))"
        rf"(?: out| away)?{_END}",
        r"remove the \1",
    ),
    # --- all of it
    (
        r"\b(?:make|turn) it (black (?:and|&) white|b&w|sepia|warm|cool|vintage) (?:all through|throughout"
        rf"|all the way(?: through)?|from start to (?:end|finish)){_END}",
        r"make the whole video \1",
    ),
    # --- shares of it
    (
        r"\b(?:cut|trim|take|chop|lop|shave) (?:a |one )?(third|quarter|half|fifth|tenth) off (?:of"
        r" )?the (?:end|back)\b",
        r"cut the last \1",
    ),
    (
        rf"(<:text>) goes (?:to|at|in) (the [a-z -]+?),? (?:and )?(<:text>) (?:goes )?(?:to|at|in) (the"
        rf" [a-z -]+?){_END}",
        r"move \1 to \2, and move \3 to \4",
    ),
    # --- fades
    (
        rf"(\bfade (?:it|{THE}|the video) (?:in|out)(?: at the (?:end|start|beginning))?), (<:time>){_END}",
        r"\1 over \2",
    ),
    (
        rf"\b(?:add|give|put) an? (?:soft |gentle |slow |short |quick |smooth |nice |little"
        rf" )*fade[- ](in|out) (?:to"
        rf"|on|for) (it|{THE}|<:text>){_END}",
        r"fade \2 \1",
    ),
    (
        r"\A[ ,]*no fade(?:[- ]out)? at the end(?: please)?(?:,? (?:take|get) it (?:off|out)|, remove it)?"
        rf"{_END}",
        "remove the fade out",
    ),
    # --- music
    # --- undone
    (
        r"\A[ ,]*(?:please )?(?:take back|undo|revert|reverse(?! \w+ \w+ (?:one|thing)\b)"
        r"|cancel) (?:the |my )?(?:last|previous)"
        r" (?:thing|edit"
        rf"|change|step|one|command)(?: you did| i asked(?: for)?| again)*{_END}",
        "undo that",
    ),
    (rf"\A[ ,]*scratch (?:the|that|my) ({LAYER}){_END}", r"remove the \1"),
    (
        r"\A[ ,]*(?:wrong|nope|oops|typo|mistake|no)[,:!.-]+ (?=it (?:should|must|needs to|has to)"
        r" (?:say|read"
        r"|be) <:text>)",
        "",
    ),
    # --- what it reads
    (
        r"\b(?:replace|change|swap) what the (voice-?over|title|caption|text) (?:says|reads) (?:with|to"
        r"|by|for)"
        r" (<:text>)",
        r"change the \1 to \2",
    ),
    (rf",? if (?:there(?:'s| is) (?:any|one)|it's there|it is there|we have (?:any|one)){_END}", ""),
)  # fmt: skip
_TURNS = Rules(_RULES)
_REST = pattern(
    r"\A(.*?\b(?:cut|remove|delete|trim|drop|lose|chop)(?: off| out)? (?:the )?<:range>)(?:,? (?:and|but"
    r"|then)|,)"
    r" (mute|silence|reverse|stabili[sz]e|denoise) the rest(?: of (?:it|the video))?(?=,| and\b|[ .!]*\Z)"
)
_BOTH_PARTS = pattern(
    r"\A[ ,]*(?:make |play |put |set |have )?((?:the )?)<range> ((?:(?:at|in|with) )?(?:<:factor>(?:"
    r" speed)?|half speed|double speed"
    r"|<:percent>"
    r" volume|muted|reversed|black and white|sepia)),? (?:and |but )?the rest(?: of (?:it|the video))?"
    r" ((?:(?:at|in|with) )?(?:<:factor>(?: speed)?|half speed|double speed|half volume|<:percent>(?:"
    r" volume)?|muted"
    r"|reversed"
    rf"|black and white|sepia|normal)){_END}"
)
_NOT_THERE = pattern(
    r"\A([^,]*?(?:the )?)<range>,? (?:but |and )?not (?:the )?(?:<range>|(first|last)"
    r" <:number>)(?=[ .!]*\Z)"
)
_THAT_PART = pattern(
    r"\A[ ,]*((?:slow|speed up|play|reverse|make|turn) [^,\ue013]*?)(<:range>)([^,\ue013]*?),? and (mute"
    r"|silence"
    r"|reverse|stabili[sz]e|denoise) (?:that|this) (?:part|bit|section|stretch)(?: too| as well)?[ .!]*\Z"
)
_EACH_MUSIC = pattern(
    rf"\A[ ,]*(?:add )?((?:{_MOOD}|<:file>)(?: music)?) ((?:from )?<:range>),? (?:and |then"
    rf" )?((?:{_MOOD}|<:file>)"
    rf"(?: music)?) ((?:from )?<:range>)(?:,? (?:both|each) (at <:percent>))?{_END}"
)


_OTHER_EDGE = pattern(
    r"\A[ ,]*(?:don't|do not) (?:trim|cut|touch|shorten) the (start|beginning|intro|end|ending"
    r"|outro),? (?:but |just"
    r" |only |rather )*((?:please )?(?:take|cut|trim|chop|remove|lose|drop)(?: off)? (?:the )?<range>(?:"
    r" off| out)?)[ .!]*\Z"
)


def _off_the_other(match: re.Match[str], values: Values) -> str | None:
    """ "Don't trim the start, take 30 s off the end"."""
    span = values.items[index(match[3])]
    at_end = isinstance(span, Range) and span.start < 0 and span.end is None
    at_start = isinstance(span, Range) and span.start == 0
    spares_end = match[1].lower().startswith(("end", "outro"))
    return match[2] if (at_start if spares_end else at_end) else None


def asked(text: str, values: Values) -> str:
    """A marked sentence in which these turns are said as the frames know them."""
    text = _TURNS.apply(text, plainly)
    if "n't" in text and (edge := _OTHER_EDGE.match(text)):
        text = _off_the_other(edge, values) or text
    if "the rest" in text:
        text = _REST.sub(r"\1, \2 the video", text)
        if both := _BOTH_PARTS.match(text):
            return _with_rest(both, values) or text
    if "not the" in text and (barred := _NOT_THERE.match(text)):
        return _apart(barred, values) or text
    text = _THAT_PART.sub(r"\4 \2, and \1\2\3", text)
    return _EACH_MUSIC.sub(_two_songs, text) if marks(text, "range") else text


def _two_songs(match: re.Match[str]) -> str:
    level = f" {match[5]}" if match[5] else ""
    return f"add {match[1]} {match[2]}{level}, and add {match[3]} {match[4]}{level}"


def _with_rest(match: re.Match[str], values: Values) -> str | None:
    """ "The first 10 s 2x, the rest 1.5x"."""
    span = values.items[index(match[2])]
    if not isinstance(span, Range):
        return None
    if span.start == 0 and span.end is not None and span.end > 0:
        rest = Range(span.end, None)
    elif span.start < 0 and span.end is None:
        rest = Range(0, span.start)
    else:
        return None
    first = next(one[0] for one in MARK.finditer(match[0]) if kind_of(one[1]) == "range")
    other = values.mark("range", rest, "the rest")
    if match[4].endswith("normal"):
        return _done_to(first, match[3])
    return f"{_done_to(other, match[4])}, and {_done_to(first, match[3])}"


def _done_to(span: str, how: str) -> str:
    plain = re.sub(r"\A(?:at|in|with) ", "", how)
    if plain in ("muted", "reversed"):
        return f"{'mute' if plain == 'muted' else 'reverse'} {span}"
    if "speed" in plain or marks(plain, "factor"):
        return f"play {span} at {plain}"
    if plain == "half volume":
        return f"make {span} half as loud"
    if marks(plain, "percent"):
        return f"set the volume of {span} to {plain.removesuffix(' volume')}"
    return f"make {span} {plain}"


def _apart(match: re.Match[str], values: Values) -> str | None:
    """ "Cut the first 5 s but not the last 5": they are far apart."""
    one = values.items[index(match[2])]
    if not isinstance(one, Range):
        return None
    first = one.start == 0 and (one.end or -1) > 0
    last = one.start < 0 and one.end is None
    if match[4]:
        fits = (first and match[4] == "last") or (last and match[4] == "first")
    else:
        other = values.items[index(match[3])]
        from_end = isinstance(other, Range) and other.start < 0
        from_start = isinstance(other, Range) and other.start == 0
        fits = (first and from_end) or (last and from_start)
    mark = next(each[0] for each in MARK.finditer(match[0]) if kind_of(each[1]) == "range")
    return f"{match[1]}{mark}" if fits else None
