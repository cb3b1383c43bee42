"""Turns of English orders for texts, and for what two of them get, in the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, COLOR, END, SECONDS, Said, spanned

_RANGE = rf"(?:(?:from |between |at )?{AT} ?(?:to|-|and|until) ?{AT})"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom|cent(?:er|re)|middle)"
_TEXT = r"(?:title|caption|subtitle|lower[- ]third)"
_SEEN = rf"(?:{_TEXT}|logo|watermark)"
_PUT = r"(?:(?:please )?(?:add|show|put(?: up| in)?|give me|display|write|insert) )"
_NAME = r"(?:<:text>|(?-i:[A-Z])[a-z'-]+(?: (?-i:[A-Z])[a-z'-]+){0,2})"
_ROLE = r"(?:<:text>|(?!with\b|second\b|and\b|from\b|saying\b)[a-z][a-z &/-]{1,30}?)"
_TITLED = r"(?:the |his |her |my )?(?:subtitle|role|job(?: title)?|position|function|second line|line two)"
_LOW = r"(?:an? |the )?(?:lower[- ]third|name tag|name strap)"
_INTRODUCED = r"(?:the [a-z]+|him|her|me|us|them)"
_LOOK = r"[^,.;<]{3,40}?"
_FIRST, _OTHER = (
    r"(?:the )?(?:first|former)(?: one| title| text)?",
    r"(?:the )?(?:second|other|latter)(?: one| title| text)?",
)
_SIMPLY = r"(?:simply |just |only |plain(?:ly)? )?"


def _quoted(told: str) -> str:
    return f'"{told.strip()}"' if told.isascii() else told.strip()


def _named(found: Match[str]) -> str:
    """A lower third whose two lines are in quotes."""
    name, role, when = (found[group].strip() for group in ("name", "role", "when"))
    return f"lower third {_quoted(name)}, {_quoted(role)}, {spanned(when)}"


def _timed(told: str) -> str:
    """A range with its preposition and its unit."""
    bare = told.removeprefix("from ").removeprefix("between ").removeprefix("at ")
    return f"from {spanned(bare)}"


def _each_look(found: Match[str]) -> str:
    """A text with its look, and another one with its own."""
    one, other = (found[group].strip() for group in ("l1", "l2"))
    return (
        f"add a title {found['one']} {_timed(found['r1'])}, {one}, "
        f"and a title {found['two']} {_timed(found['r2'])} {other}"
    )


def _each_place(found: Match[str]) -> str:
    """Two texts, each in its place, at the same time."""
    noun, when = (found["noun"] or "title").removesuffix("s"), _timed(found["when"])
    one, other = (
        f"{noun} {found[text]} {when} {found[place].replace('-', ' ')}"
        for text, place in (("one", "p1"), ("two", "p2"))
    )
    return f"{one} and {other}"


def _each_time(found: Match[str]) -> str:
    """Two texts, each at its time, in the same place."""
    noun, place = found["noun"].removesuffix("s"), found["place"]
    where = f" at the {place}" if place else ""
    one, other = (
        f"{noun} {found[text]} {_timed(found[when])}{where}"
        for text, when in (("one", "r1"), ("two", "r2"))
    )
    return f"{one} and {other}"


TEXTS: Rules[Said] = Rules(
    (
        # --- who speaks
        (
            rf"\A(?:please )?introduce {_INTRODUCED} as (?P<name>{_NAME})"
            rf" ?, ?(?:and )?(?P<role>{_ROLE}) ?(?:beneath|below|underneath|under it|below it)?,? "
            rf"(?:in|with|as|on) {_LOW},? (?P<when>{_RANGE}(?: ?(?:seconds|secs|s)\b)?){END}",
            _named,
        ),
        (
            rf"\A{_PUT}?{_LOW}(?: for| with| saying| that says|:)? ?(?P<name>{_NAME}) ?, "
            rf"?(?:and )?(?:with )?(?:{_TITLED}:? )?(?P<role>{_ROLE}) ?(?:beneath|below|underneath"
            rf"|under it|below it)?,? "
            rf"(?P<when>{_RANGE}(?: ?(?:seconds|secs|s)\b)?){END}",
            _named,
        ),
        # --- what two texts get
        (
            rf"\A{_PUT}?(?:an? |the )?title (?P<one><:text>) ?(?P<r1>{_RANGE}),? and (?:another(?: one"
            rf"| title)?"
            rf"|an?(?: second)?(?: title)?|one|the title) ?(?P<two><:text>) ?(?P<r2>{_RANGE})[,;.]? "
            rf"{_FIRST} (?:should be |to be |is )?{_SIMPLY}(?P<l1>{_LOOK}),? (?:and )?"
            rf"{_OTHER} (?:should be |to be |is )?{_SIMPLY}(?P<l2>{_LOOK}){END}",
            _each_look,
        ),
        (
            rf"\A{_PUT}?(?:the )?(?:two )?(?:(?P<noun>title|caption)s?:? )?(?P<one><:text>) ?,? "
            rf"?(?:in |at )?(?:the )?(?P<p1>{_PLACE}),? and (?P<two><:text>) ?,? ?(?:in |at )?(?:the )?"
            rf"(?P<p2>{_PLACE})(?: as titles)?,? (?:both )?(?P<when>{_RANGE}){END}",
            _each_place,
        ),
        (
            rf"\A{_PUT}?(?:the )?(?:two )?(?P<noun>title|caption|subtitle)s:? (?P<one><:text>) ?and "
            rf"(?P<two><:text>) ?,? ?(?P<r1>{_RANGE}),? and (?P<r2>{_RANGE}),? ?(?:respectively)?"
            rf"(?:,? (?:both|each) (?:at |in )?(?:the )?(?P<place>{_PLACE}))?{END}",
            _each_time,
        ),
        (
            rf"\Afade (both|all|all the|the|the two) (titles|captions|texts) in and out,? (?:over |for "
            rf"|within |in )?({SECONDS}|half a second)(?:,? (?:each(?: time| way)?|both times"
            rf"|at each end)){END}",
            lambda found: (
                f"fade {found[1]} {found[2]} in over {_half(found[3])} and out over {_half(found[3])}"
            ),
        ),
        (
            rf"\Afade (the {_SEEN}|the music|the song) in and out,? (?:over |for |within |in )?"
            rf"({SECONDS}|half a second)(?:,? (?:each(?: time| way)?|both times|at each end)){END}",
            lambda found: (
                f"fade {found[1]} in over {_half(found[2])} and out over {_half(found[2])}"
            ),
        ),
        # --- when it is there
        (
            rf"\A(?:please )?(?:let|have|make|keep) (the {_SEEN}) (?:stand|stay|remain|run|last|be)(?: up"
            r"| there| shown| visible| on screen)? (?:for|during|over|throughout) the (?:whole|entire"
            r"|full) "
            r"(?:video|thing|film|clip)(?=[ .!]*\Z|,)",
            r"show \1 for the whole video",
        ),
        (
            rf"\A(?:please )?(?:let|have|make) (the {_SEEN}) (?:appear|start|come(?: in| up)?|begin) "
            rf"({SECONDS}) (?:earlier|sooner),? (?:but|and) (?:still )?(?:disappear|end|vanish|stop|go"
            r"|leave) (?:at the (?:same (?:moment|time|point))|when it does|as)(?: as)?(?: now| before"
            rf"| it does(?: now)?)?{END}",
            r"let \1 start \2 earlier but end at the same time",
        ),
        (
            rf"\A(?:the |my )?({_SEEN}) (?:should|must|needs to|has to|is to) (?:go|be|come|appear|start"
            rf"|move) ({SECONDS}) (later|earlier|sooner)(?:,? (?:with )?(?:the )?same (?:length"
            rf"|duration))?{END}",
            r"move the \1 \2 \3",
        ),
        (
            rf"\A(?P<do>(?:add|put|show|write) (?:the title )?<:text>"
            rf" ?[^.;]{{0,40}}?the first {SECONDS}) of what(?:'s"
            r"| is| remains)(?: then)?(?: left)?(?=,| and |[ .!]*\Z)",
            r"\g<do>",
        ),
        (
            rf"\A(?:put|show|write|have|display) (<:text>) ?(?:on|over|onto) (?:it|that|this),? "
            rf"({_RANGE}(?: ?(?:seconds|secs|s)\b)?){END}",
            lambda found: f"add the title {found[1]} {_timed(found[2])}",
        ),
        # --- which ones
        (
            r"\A(?:take out|take away|remove|delete|drop|cut) (the (?:first|second|third|fourth|last"
            r"|middle) "
            rf"(?:{_TEXT}|clip|logo)) only{END}",
            r"remove \1",
        ),
        (
            rf"\A(?:take|put) (?:her|his|the|my|their) (lower third|title|caption|logo) (?:away|off"
            rf"|out)[,;.] "
            rf"(?:but )?(?:keep|leave) the (title|caption|logo|lower third),? (?:but|and) (?:let|have"
            rf"|make) "
            rf"it (?:last|stay|run)(?: up)? (?:until|till|to) ({AT}){END}",
            lambda found: (
                f"remove the {found[1]} and make the {found[2]} last until {_second(found[3])}"
            ),
        ),
        (
            rf"\A(?:please )?(?:leave|keep|don't (?:touch|delete|remove)) the [a-z ]{{3,14}}?(?: alone"
            rf"| as it is)?,? and (?:don't (?:delete|remove|touch)|keep|leave) the ({_TEXT}),? (?:but )?"
            rf"(?:only|just) make it ({COLOR}){END}",
            r"make the \1 \2",
        ),
        # --- how it looks
        (rf"(?<=[a-z] )half as (?:visible|opaque){END}", "half transparent"),
        (
            rf"\A({COLOR}) (?:rather than|instead of|and not|not) {COLOR} for the ({_TEXT}|text){END}",
            lambda found: (
                f"make the {'title' if found[2].lower() == 'text' else found[2]} {found[1]}"
            ),
        ),
        (
            rf"\A(?:put|move|set) (the {_SEEN}) back (in|to|at) (the (?:{_PLACE}))\b",
            r"put \1 \2 \3",
        ),
        (
            r"\A(?:i(?:'d| would) like|i (?:want|need)|can i have|let's have) an? (bigger|smaller"
            r"|larger) (title|caption|logo)(?: please)?[ .!?]*\Z",
            r"make the \1 \2",
        ),
        (
            rf"\A(?:please )?(?:the )?(logo|title|caption) (?:at|with) ([0-9]+ ?% opacity),?"
            rf" (?:and )?(?:only )?"
            rf"(?:until|till|up to) ({AT})(?: only)?{END}",
            lambda found: (
                f"set the {found[1]} to {found[2]} and make it last until {_second(found[3])}"
            ),
        ),
        (
            rf"(\b{COLOR})(?:\.\.\.|[,;])? ?(?:no,? |wait,? |sorry,? |actually,? |rather,? |hm+,? ){{1,3}}"
            rf"(?:make that |i mean )?({COLOR}){END}",
            r"\2",
        ),
    )
)


def _half(told: str) -> str:
    return "0.5 seconds" if told.lower() == "half a second" else told


def _second(told: str) -> str:
    return f"{told} seconds" if told[-1].isdigit() and ":" not in told else told
