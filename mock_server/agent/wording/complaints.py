"""What is wrong and by how much, as the order that puts it right: "the music is 20 % too loud". What only
complains is no order ("the picture is too warm"), nor is what nobody can do ("the logo below it"). Said of
a sentence whose values are marked."""

from re import Match

from mock_server.agent.values.placeholders import UNREADABLE
from mock_server.agent.values.rules import Replacement, Rules, plainly

_END = r"(?=[ .!]*\Z)"
_IS = r"(?:'s| is| are| sounds?| looks?| plays?| runs?| stays?| lasts?| was)"
_MUCH = (
    r"(?: (?:a (?:bit|little|touch|tad)|slightly|much|far|way|rather|somewhat|about|around|just))*"
)
_LOUD, _QUIET = r"(?:loud|noisy|high)", r"(?:quiet|soft|low|faint)"
_LOOK = (
    r"(?:warm|cold|cool|colou?rful|vivid|vibrant|cinematic|sepia|saturated|vintage|grey|gray|dark"
    r"|bright)"
)
_THING = r"(?:the (?:title|caption|subtitle|lower third|logo|music|song)|<:file>)"
_SEEN = r"(?:the (?:title|caption|subtitle|logo|watermark|text)|an? (?:title|caption) <:text>)"
_BY = (
    r"(?:below|beneath|under|underneath|behind|over|above|on top of|next to|beside"
    r"|(?:to the )?(?:left|right) of)"
)
_SPOKEN = r"(?:picture|video|music|song|title|caption|logo|sound)"


def _lowered(found: Match[str]) -> str:
    what = (found["what"] or "the volume").strip()
    way = "down" if found["loud"] else "up"
    return f"turn {what} {way} by {found['by']}"


def _shortened(found: Match[str]) -> str:
    return f"make {found[1]} {found[2]} {'shorter' if found[3].lower() == 'long' else 'longer'}"


def _faded(found: Match[str]) -> str:
    """Two things and the fade of both: "fade out over 3 seconds, picture and music"."""
    ways = [one for one in ("in", "out") if one in found[1].lower().split()]
    return " and ".join(
        f"fade the {one.lower()} {way} over {found[2]}"
        for one in (found[3], found[4])
        for way in ways
    )


_RULES: Rules[Replacement] = Rules(
    (
        (
            rf"\A(?P<what>(?:the |my |our |<:file>)[a-z0-9' ]{{0,24}}?)?(?:it)?(?:{_IS})?{_MUCH}"
            rf" ?(?P<by><:percent>) too "
            rf"(?:(?P<loud>{_LOUD})|{_QUIET})(?: (?:there|for me|now))?{_END}",
            _lowered,
        ),
        (
            r"(?:<:percent>|\b(?:a (?:third|quarter|fifth|tenth)|half|twice|<:factor>)) too (?=[a-z])",
            UNREADABLE + " ",
        ),
        (
            r"\b(?:twice|half|<:factor>|(?:two|three|four) times) as [a-z]+ as (?:it|they|he"
            r"|she) (?:should|ought|needs?|has)\b",
            UNREADABLE,
        ),
        (
            rf"\A({_THING})(?:{_IS})(?: on screen| there| up)?{_MUCH} (<:time>) too (long|short){_END}",
            _shortened,
        ),
        (r"(<:time>) too (?:long|short)(?=[ .!]*\Z)", rf"{UNREADABLE} \1"),
        (rf"\btoo (?:much )?{_LOOK}{_END}|\btoo (?:much )?{_LOOK}(?=,)", UNREADABLE),
        (
            r"\A(?:the|my|our) (?:picture|video|clip|footage) (?:is|was) (?:rotated|mirrored|flipped"
            r"|reversed|cropped)\b",
            UNREADABLE,
        ),
        (
            r"\A(?:it|the sound|the volume|the music) (?:gets|got|becomes|grows) (?:quieter|louder|softer"
            r"|darker|slower|faster)\b",
            UNREADABLE,
        ),
        # --- beside a thing, where only places of the picture are known
        (rf"({_SEEN}) ({_BY} (?:it|that|this|them|{_THING}))(?=[ ,.!]|\Z)", rf"\1 {UNREADABLE}"),
        (
            r"(<:file>) (?:to the )?(?:left|right) of (?:it|that|the (?:title|logo))(?=[ ,.!]|\Z)",
            rf"\1 {UNREADABLE}",
        ),
        # --- until then so, and then otherwise
        (
            r"\b(?:until|till|up to) <:time>,? (?:and |but )?(?:then )?(?:<:color>|(?:small|smaller|big"
            r"|bigger|large|larger|red|blue"
            r"|green|yellow|white|black|louder|quieter|faster|slower)\b)",
            UNREADABLE,
        ),
        # --- a fade of two
        (
            rf"\Afade (in and out|in|out) (?:over |the (?:first|last) )(<:time>)(?:,"
            rf"| of) (?:the )?({_SPOKEN}) and (?:the )?({_SPOKEN})"
            rf"{_END}",
            _faded,
        ),
        (
            rf"\bfade (?:in|out) (?:over |the (?:first|last) )<:time>,? and the {_SPOKEN} (?:with|as)\b",
            UNREADABLE,
        ),
        # --- me, who is heard
        (
            r"\b(mute|unmute|silence) me(?! (?:and|or)\b|,? (?:but )?not\b)(?=[ ,.!]|\Z)",
            r"\1 my voice",
        ),
        (
            r"\b(turn|make|bring|set) me (?=(?:down|up|louder|quieter|softer|to|a (?:bit|little)) )",
            r"\1 my voice ",
        ),
        (r"\b(?:turn|bring|make) me [a-z ]{2,16},? (?:but )?not (?=<:file>)", UNREADABLE),
        (r"\b(make) me (louder|quieter|softer)(?=[ ,.!]|\Z)", r"\1 my voice \2"),
        (r"\b(mute|unmute|silence) me and the (music|song)\b", r"\1 my voice and the \2"),
        (
            r"\b(?:me|my voice),? (?:and|or|(?:but )?not|but leave) <:file>|<:file> (?:and"
            r"|but not) (?:me|my voice)\b"
            r"|\bme,? (?:and|or|(?:but )?not) (?:<:file>|the (?:music|song|other clip|second clip))",
            UNREADABLE,
        ),
        (
            r"\bto (?:a )?(?:half|third|quarter|twice|double) (?:of )?that\b(?! (?:volume|level))",
            UNREADABLE,
        ),
        # --- just before: how long?
        (
            r"\b(?:just|right|shortly|immediately|directly) before (?=<:time>|(?:the )?(?:first|last"
            r"|end)\b)",
            f"{UNREADABLE} before ",
        ),
        (
            r"(\b(?:whoosh|ding|pop|beep|click|sound effect|sound)\b[^,.;]{0,20}?) before the (?=last|first"
            r"|end)",
            rf"\1 {UNREADABLE} the ",
        ),
        # --- two things replaced with one verb
        (
            r"\b(?:replace|swap|exchange|change) the music (?:with|for|by|to) (<:file>|<:text>"
            r"|[a-z-]{3,10}) and the (title|caption)"
            rf" (?:with|for|by|to) (<:text>) ?{_END}",
            r"replace the music with \1 and change the \2 to \3",
        ),
    )
)


def complaints(text: str) -> str:
    """A sentence as an order, or with a mark where it is none."""
    return _RULES.apply(text, plainly)
