"""What is not wanted, or is to stay, told beside what is wanted: "not the first", "the music can stay"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import LAYER, ORDINAL, THE
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.shown import ROLES, Shown

_END = r"(?=[ .!]*\Z)"
_OF_VIDEO = (
    r"(?:(?:original |own )?(?:sound|audio|speech|volume)|picture|image|video|colou?rs?|footage)"
)
_ONE = rf"(?:{LAYER}s?|sound effects?|other ones?|others?|{_OF_VIDEO})"
_THING = rf"(?:(?:the|my|our|that|its) (?:{ORDINAL} )?{_ONE}(?: <:text>)?|<:text>)"
_STAYS = (
    r"(?:(?:can |should |may |must |has to |have to |is to |will |could )?(?:stays?|remains?"
    r"|be kept|be left(?= (?:as|alone|there|where)))|(?:is|are|looks|look) (?:fine|ok|okay|good|great"
    r"|perfect)|(?:must|should|may|can|is|are)(?: not|n't) (?:to )?(?:be )?(?:changed?|touched?|fade|move)"
    r"|untouched|unchanged)"
    r"(?: (?:as (?:it is|they are|is)|where (?:it is|they are)|the way (?:it is|they are)|there|in"
    r"|untouched|unchanged|the same|put|in place|alone|at (?:<:time|percent|number>)))*"
)
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y|cyan|teal|silver)"
_PLACE = r"(?:(?:top|bottom|upper|lower)(?:[- ](?:left|right))?|left|right|cent(?:er|re)|middle)"
_LOOK = r"(?:black (?:and|&) white|b&w|sepia|warm|cool|vintage|cinematic|vivid|faded|dramatic)"
_NOT = r"(?:don't|dont|do not|never)"
_DOES = (
    r"(?:mute|rotate|crop|trim|cut|speed|slow|reverse|stabili[sz]e|denoise|normali[sz]e|flip|turn|fade|blur"
    r"|delete|remove|split|zoom|shorten|freeze|make|colou?r|resize|stretch)"
)
_RULES: tuple[tuple[str, str], ...] = (
    # --- what stays
    (
        rf"(?<=[^ ,])(?:,? (?:and |but |while |though |although |whereas )|, ?)({_THING}) {_STAYS}{_END}",
        r", but leave \1 alone",
    ),
    (
        rf"(?<=[^ ,]), ((?:{LAYER})s?) (?:untouched|unchanged|stays?|as (?:it|they) (?:is|are)){_END}",
        r", but leave the \1 alone",
    ),
    (
        rf"(?<=[^ ,]),? (?:but |and |while )?(?:please )?(?:{_NOT}|without) (?:chang|alter|affect|modify"
        rf"|touch|mess(?:ing)? with)(?:e|ing)? ((?:the|my|our) {_ONE}(?: <:text>)?)"
        r"(?: at all| please| though)?(?=[ .!]*\Z)",
        r", but leave \1 alone",
    ),
    # --- a part of what is wanted is not
    (
        r"(\b(?:all|every)\b(?: of)?(?: the| my)? (?:titles?|captions?|clips?|texts?|logos?|lower thirds?)"
        r"(?:(?! and )[^,])*?)"
        rf",? (?:but |just |only |though )+not (the {ORDINAL}(?: one)?|<:text>){_END}",
        r"\1 except \2",
    ),
    (
        rf"(\bthe {ORDINAL} (?:title|caption|clip|shot|segment|lower third)\b[^,]*?),? (?:but |just |and )?"
        rf"not the (?:{ORDINAL}|other)(?: one| title| caption| clip| shot| segment| lower third)?{_END}",
        r"\1",
    ),
    # --- two of several
    (
        rf"\A[ ,]*(?:please )?((?:make|turn|set|put|move|shift|bring|place|colou?r) )?the ({ORDINAL})"
        rf"(?: title| caption| text)? and (?:the )?({ORDINAL}) (title|caption|text)s? "
        rf"((?!and\b)[^,]+?)(?: as well| too| both)?{_END}",
        r"\1the \2 \4 \5, and \1the \3 \4 \5",
    ),
    # --- not one thing, but another
    (
        rf"\A[ ,]*(?:please )?(?:{_NOT}|no need to|there's no need to|you don't (?:have|need) to) {_DOES}"
        rf"(?: (?:it|this|that|the (?:video|clip|picture|whole thing))(?: (?:up|down|off"
        rf"|out))?)?,? (?:but )?"
        rf"(?:please )?(?:just|only|simply|rather|instead)(?:,| please)? (?={_DOES}|take|set|put|bring|give"
        r"|get|clean|make|add)",
        "",
    ),
    (
        rf"\A[ ,]*(?:please )?{_NOT} touch ((?:the|my) [a-z -]+?),? (?:but |and )?(?:i|we)(?:'d| would)? "
        r"(?:only|just|simply) (?:want|need|like) (?:it|the video|this|the (?:clip|picture)) (?:to be )?"
        rf"(?:in )?({_LOOK}|vertical|square|<:ratio>){_END}",
        r"make it \2, but leave \1 alone",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:(?:i|we) {_NOT} (?:want|like|need) )({THE}|<:text>) (?:to be )?(?:in )?"
        rf"{_COLOR},? (?:but |i |we |rather |want |would |'d |like |prefer |need |it |to be |should be "
        rf"|make |in )+({_COLOR}){_END}",
        r"make \1 \2",
    ),
    (
        rf"\A[ ,]*({THE}|<:text>) (?:shouldn't|should not|mustn't|must not|isn't supposed to) be (?:in )?"
        rf"{_COLOR},? (?:but |it |should |must |be |make |rather |in )+({_COLOR}){_END}",
        r"make \1 \2",
    ),
    (
        rf"\A[ ,]*(?:i|we)(?:'d| would) (?:rather|prefer to|sooner) (?:have|see) ({THE}|<:text>) (?:in )?"
        rf"({_COLOR}) (?:than|instead of|rather than) (?:in )?{_COLOR}{_END}",
        r"make \1 \2",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:(?:i|we) {_NOT} (?:want|like|need) |(?={THE} (?:should|must)(?: not|n't)))"
        rf"({THE}|<:text>) (?:(?:should not|shouldn't|must not|mustn't|to) be )?(?:at|in|on)"
        rf" the {_PLACE}(?: corner)?,? (?:but |i |we |rather |want |would |'d |like |prefer |need |it "
        rf"|to be |should be |put )+(?:at|in|on) the ({_PLACE})(?: corner| one)?{_END}",
        r"put \1 at the \2",
    ),
    (
        rf"\A[ ,]*({THE}|<:text>) (?:must not|mustn't|shouldn't|should not|may not|can't|cannot) (?:move"
        r"|be moved),? but (?!.*\b(?:move|shift|slide|nudge|drag|earlier|later|position|place|top|bottom"
        r"|left|right|cent(?:er|re)|middle|corner)\b)([^,]*?)\bit\b",
        r"\2\1",
    ),
    (
        rf"(\b(?:the|my) ({_ONE})), (?:but )?not (?:the|my) (?!\2){_ONE},"
        r" (?=(?:over|for|in|out|to|by|at|from)\b)",
        r"\1 ",
    ),
    (
        r"\A[ ,]*only (the (?:first|last|second|middle|final) (?:half|third|quarter)|(?:the )?<:range>)"
        r" (?:is|are)"
        r" (?:worth keeping|needed|usable|useful|interesting|to (?:be kept|stay))(?:,? (?:so |and )?"
        r"(?:please )?(?:drop|delete|remove|cut|discard) (?:out )?(?:the rest|everything else"
        r"|the other (?:half|(?:two )?thirds"
        rf"|(?:three )?quarters)))?{_END}",
        r"keep only \1",
    ),
    (
        rf"\A[ ,]*(?:please )?{_NOT} (mute|delete|remove|fade (?:in|out)) ({_THING}),? (?:but |rather )?"
        rf"(?:only|just) ({_THING}){_END}",
        r"\1 \3, but leave \2 alone",
    ),
    # --- a value that is not wanted
    (rf"(\b{_COLOR}),? (?:and |but )?not (?:in )?(?!\1\b){_COLOR}{_END}", r"\1"),
    (
        rf"(\b{_PLACE}(?: corner)?),? (?:and |but )?not (?:at the |in the |on the |the )?(?!\1\b){_PLACE}"
        rf"(?: corner)?{_END}",
        r"\1",
    ),
    (
        rf"(\b(?:at|in|on|to) the {_PLACE}),? (?:instead of|rather than) (?:at |in |on )?(?:the"
        rf" )?{_PLACE}{_END}",
        r"\1",
    ),
    (
        r"\A((?!.*\bit\b).*?\b(?:at|from|until) <:time|number>[^,]*),? (?:(?:but |and )?not|instead of"
        r"|rather than)"
        r" (?:(?:at|from|until) (?:the (?:very )?(?:start|beginning|end)|zero)|(?:at |from )?"
        r"<:time|number>)"
        r"(?=[ .!]*\Z)",
        r"\1",
    ),
    (
        rf"(\b(?:crop|trim|cut|take) [^,]*<:percent> (?:off|from) (?:the )?(?:top|bottom|left|right))"
        rf"(?: only| side only)?(?:,? (?:and |but )?nothing (?:from|off|on|at) (?:the )?(?:sides|top|bottom"
        rf"|left|right|rest|other sides?|others)){_END}",
        r"\1",
    ),
    # --- nothing else
    (
        r"\A[ ,]*(?:(?:i|we) (?:only |just )?(?:want|need)(?: to keep)?|(?:just |only )?give me)"
        r" (<:range>(?:,? and <:range>)*),? (?:and |but )?nothing"
        rf" (?:before|after|else|more)(?: that| it| them)?{_END}",
        r"keep only \1",
    ),
    # --- written wrongly
    (
        r"\A[ ,]*(?:he|she|it|they|that)(?:'s| is| are|'re) (?:an? |the )?(<:text>) ?(?:now)?,? (?:and "
        r"|but )?"
        r"(?:not|no longer) (?:an? |the )?(<:text>)(?:(?: any ?more)?,? (?:so )?(?:please )?(?:fix"
        r"|correct|change)"
        rf" (?:it|that)(?: please)?|,? please fix)?{_END}",
        r"change \2 to \1",
    ),
)  # fmt: skip
_TURNS = Rules(_RULES)
_FINE = pattern(
    rf"\A[ ,]*({_THING}) (?:is|are|looks|look) (?:fine|ok|okay|good|great|perfect)(?: as (?:it is|they are)"
    r"| where (?:it is|they are)| like that)?,? (?:but|only|just|however|though|yet),? "
)
_SOUNDS = pattern(
    r"\A([^,]*\b(?:the|my) (music|song|voice-?over|narration|ding|whoosh|title|caption|logo|watermark)\b"
    r"[^,]*?),? (?:but |and )not the (music|song|voice-?over|narration|ding|whoosh|titles?|captions?|logo"
    rf"|watermark|picture|video){_END}"
)
_TOO = Regex(r"\btoo [a-z]+[ .!]*\Z", re.IGNORECASE)  # which is no order
_ALL = Regex(r"\b(?:all|every|everything|both|each)\b", re.IGNORECASE)
_WITHOUT = pattern(
    r"\A[ ,]*((?:please )?keep (?:only )?)<range>,? (?:but |and )?(?:without|except(?: for)?|but not|not"
    rf"|minus) <range>{_END}"
)
_ALL_BUT = pattern(
    r"\A[ ,]*(?:please )?(?:remove|delete|clear|get rid of|take (?:out|off|away)|lose|drop)(?: out| away)? "
    r"(?:everything|all)(?: else)? (?:except|but|apart from|other than|besides)(?: for)? (?:the|my) "
    rf"(music|song|titles?|captions?|subtitles?|logo|watermark|voice-?over){_END}"
)
_MUTED_BUT = pattern(
    r"\A[ ,]*(?:please )?(?:mute|silence) (?:everything|all(?: sounds?)?)(?: else)? (?:except|but|apart"
    r" from"
    rf"|other than|besides)(?: for)? (?:the|my) (music|song|voice-?over|narration){_END}"
)
_NO = pattern(
    r"(\b(?:captions|subtitles|music|title|logo)\b[^,]*?),? (?:but |and )?(?:please )?(?:no|without(?:"
    r" an?)?)"
    rf" (music|titles?|captions?|subtitles|logo|watermark|voice-?over)(?: please)?{_END}"
)
_NONE_JUST = pattern(
    r"\A[ ,]*no (music|titles?|captions?|subtitles|logo|watermark|voice-?over)(?: yet| for now| needed|"
    r" please"
    r"| at all| this time)?,? (?:but )?(?:please )?just (?=[a-z])(?!an? |some )"
)
_SOUND_AT = pattern(
    r"(\A|, |,? and )(?:the )?(whoosh|ding|bell|pop|click|applause) (?:at|to) (?=<:percent|level>)"
)
_NAMES = (
    ("title", "titles"), ("caption", "captions"), ("lower-third", "lower thirds"),
    ("overlay", "overlays"), ("music", "music"), ("voiceover", "voice-overs"),
    ("sound", "sound effects"),
)  # fmt: skip


def contrasted(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence that says only what is wanted, and what is to be left alone."""
    tight = text.replace("\ue000 ,", "\ue000,")
    told = _without_fine(_TURNS.apply(tight, plainly))
    text = text if told == tight else told
    if " not the " in text and (both := _SOUNDS.match(text)):
        other = both[3].lower().rstrip("s") != both[2].lower()
        text = both[1] if other and not _ALL.search(both[1]) else text
    if "keep" in text.lower() and (kept := _WITHOUT.match(text)):
        text = _in_two(text, kept, values)
    if (none := _NONE_JUST.match(text)) and not _any_of(none[1], shown):
        return text[none.end() :]
    text = _SOUND_AT.sub(lambda match: _levelled(match, shown), text)
    if (cleared := _ALL_BUT.match(text)) and shown:
        return _cleared(text, cleared[1].lower(), shown)
    if (muted := _MUTED_BUT.match(text)) and shown:
        return _muted(text, muted[1].lower(), shown)
    barred = _NO.search(text)
    if barred and not (_any_of(barred[2], shown) or _names_role(barred[1], barred[2])):
        return text[: barred.start()] + barred[1] + text[barred.end() :]
    return text


def _without_fine(text: str) -> str:
    """ "The logo is fine but move the title up", where the order names what it is about."""
    fine = _FINE.match(text)
    rest = text[fine.end() :] if fine else ""
    named = re.search(rf"\b(?:the|my|our) (?:{ORDINAL} )?{_ONE}\b", rest, re.IGNORECASE)
    if fine is None or named is None or _ALL.search(rest) or _TOO.search(rest):
        return text
    return rest if named[0].lower() != fine[1].lower() else text


def _in_two(text: str, kept: re.Match[str], values: Values) -> str:
    """ "Keep 5-25 s without 10-12 s" as the two parts that are left."""
    whole, part = (values.items[index(one)] for one in kept.groups()[1:])
    if not (isinstance(whole, Range) and isinstance(part, Range) and whole.end and part.end):
        return text
    if not 0 <= whole.start < part.start < part.end < whole.end:
        return text
    words = values.words[index(kept[2])]
    first = values.mark("range", Range(whole.start, part.start), words)
    second = values.mark("range", Range(part.end, whole.end), words)
    return f"{kept[1]}{first} and {second}"


def _roles(noun: str) -> tuple[str, ...]:
    plain = noun.lower().replace("voiceover", "voice-over")
    return ROLES[plain if plain in ROLES else plain.removesuffix("s")]


def _any_of(noun: str, shown: Sequence[Shown]) -> bool:
    return any(one.role in _roles(noun) for one in shown)


def _names_role(text: str, noun: str) -> bool:
    """Whether a text speaks of the kind of layer that a noun stands for."""
    said = re.findall(
        r"\b(?:captions?|subtitles?|music|titles?|logos?|watermark)\b", text, re.IGNORECASE
    )
    return any(_roles(one) == _roles(noun) for one in said)


def _cleared(text: str, noun: str, shown: Sequence[Shown]) -> str:
    """ "Remove everything except the music": each kind of layer that is there, if the music is."""
    spared = _roles(noun)
    there = {one.role for one in shown}
    gone = [name for role, name in _NAMES if role in there and role not in spared]
    if not gone or not _any_of(noun, shown):
        return text
    return ", and ".join(f"remove {'the' if name == 'music' else 'all'} {name}" for name in gone)


def _muted(text: str, noun: str, shown: Sequence[Shown]) -> str:
    """ "Mute everything except the music": the video, and what else is heard, if the music is there."""
    spared = _roles(noun.replace("narration", "voice-over"))
    heard = {one.role for one in shown} & {"music", "voiceover", "sound"}
    others = [name for role, name in _NAMES if role in heard and role not in spared]
    if heard.isdisjoint(spared) or "sound effects" in others:
        return text
    return ", and ".join(("mute the video", *(f"mute the {name.rstrip('s')}" for name in others)))


def _levelled(match: re.Match[str], shown: Sequence[Shown]) -> str:
    """ "Whoosh at 40 %", where there is one."""
    there = any(one.role == "sound" and one.name == match[2].lower() for one in shown)
    return f"{match[1]}set the volume of the {match[2]} to " if there else match[0]
