"""Turns of English orders for texts, logos and music that are there, in the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, SECONDS, Said

_TEXT = r"(?:title|caption|subtitle|lower[- ]third|name tag|text)"
_SEEN = rf"(?:{_TEXT}|logo|watermark|<:file>)"
_LAYER = rf"(?:{_SEEN}|(?:background )?music|song)"
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple|gold)"
_MOMENT = rf"(?:(?:the )?second (?:mark )?[0-9]{{1,3}}|{AT})"
_AS_LONG = (
    r"(?:,? (?:and |but )?(?:lasts?|stays?(?: on screen| up| there)?|(?:to )?be (?:there|on screen)"
    r"|for|(?:to )?(?:last|stay)(?: on screen)?|keep(?:s|ing)?)"
    r" (?:(?:just |exactly )?(?:as|so) long(?: as (?:now|before|it (?:does|is|was)(?: now)?))?"
    r"|(?:for )?the same (?:length of time|length|time|duration)|its (?:length|duration)))"
)
_MORE = (
    r"(?:(?:just |only )?(?:a (?:tiny |little |wee )?(?:bit|little|touch|tad)|a good deal|a lot|much"
    r"|slightly|somewhat|quite a bit|way|far|rather) )"
)
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|–|and|until) ?{AT}"
_PLEASE = r"(?:,? (?:please|pls|plz))?"
_FADES = {"in": "fade in", "out": "fade out"}


def at(told: str) -> str:
    """A moment as it is read: "second 8" is "8 seconds"."""
    number = told.split()[-1] if "second " in told.lower() else told
    return number if ":" in number or number[-1].isalpha() else f"{number} seconds"


def _named(found: Match[str]) -> str:
    """A lower third with what is below the name, in quotes or not."""
    return f"lower third {found[1]}, {_said(found[2])}, {found[3]}"


def _said(name: str) -> str:
    """A name in quotes, unless it is marked as a text."""
    return f'"{name}"' if name.isascii() else name


def _seen_through(found: Match[str]) -> str:
    share = "50% opacity" if found[2].lower() == "half transparent" else found[2]
    return f"put the logo {found[1]} for the whole video, {share}"


LAYERS: Rules[Said] = Rules(
    (
        # --- how long it is there
        (
            rf"\A(?:please )?(?:extend|lengthen|prolong|stretch|keep|leave|let) (the {_LAYER})(?: stay"
            rf"| last)?"
            rf"(?: (?:on screen|up|visible|there))?(?:,? so (?:that )?it (?:stays|lasts|is (?:there"
            rf"|visible)"
            rf"|remains)(?: (?:on screen|up|visible|there))?|,? to (?:stay|last)(?: on screen)?)? "
            rf"(?:until|till|up to) ({_MOMENT}){END}",
            lambda found: f"make {found[1]} last until {at(found[2])}",
        ),
        (
            rf"\A(?:please )?(?:keep|leave|show|have) (the {_LAYER})(?: (?:on screen|up|visible|there))? "
            rf"for ({SECONDS}),? (?:instead of|rather than|not) (?:just |only )?(?:{AT}){END}",
            r"make \1 \2 long",
        ),
        (
            rf"\A(?:the |my )?({_LAYER}) (?:should|must|needs? to|has to|is to|only needs to|just needs to"
            rf"|may|can)(?: only| just)?(?: be)? ?(?:there|visible|on screen|shown|seen|appear|show|play"
            rf"|stay(?: there| on screen)?)?(?:,? (?:but )?(?:only|just))? (?:for|in|during|over|within) "
            rf"(the (?:first|last) {SECONDS}){END}",
            lambda found: _only_for(found[0], found[1], found[2]),
        ),
        # --- when it is there
        (
            rf"\A(?:please )?(?:let|have|make) (the {_LAYER}) (?:appear|start|come(?: in| up)?|show up"
            rf"|begin) "
            rf"({SECONDS}) (later|earlier|sooner)(?: than (?:now|before))?{_AS_LONG}?{END}",
            r"move \1 \2 \3",
        ),
        (
            rf"\A(the {_LAYER}) (?:should|must|needs to|has to) (?:appear|start|come(?: in| up)?|begin"
            rf"|be shown) "
            rf"({SECONDS}) (later|earlier|sooner)(?: than (?:now|before))?{_AS_LONG}{END}",
            r"move \1 \2 \3",
        ),
        (
            rf"\A(?:please )?(?:let|have|make) (the {_SEEN}) (?:appear|start|come(?: in| up)?|show up"
            rf"|begin) "
            rf"at ({_MOMENT})(?: instead)?{_AS_LONG}{END}",
            lambda found: f"move {found[1]} to {at(found[2])}",
        ),
        (
            rf"\A(?:please )?(?:move|shift|put) (the {_SEEN}),? so (?:that )?it (?:starts|begins"
            rf"|appears) at "
            rf"({_MOMENT}){_AS_LONG}?{END}",
            lambda found: f"move {found[1]} to {at(found[2])}",
        ),
        (
            rf"\A(?:that|the|this) ({_SEEN})(?:'s| is) (?:at|in) the wrong (?:end|place|spot"
            rf"|time)[,.;] (?:it|that)"
            rf" (?:belongs|should be|goes|must be) (?:in|at|to) (the (?:first|last) {SECONDS}){END}",
            r"move the \1 to \2",
        ),
        (
            rf"\A(?:please )?(?:have|let|make|start) (the (?:background )?(?:music|song))(?: (?:start"
            rf"|begin|come in"
            rf"|kick in))?(?: only)? (?:at|from) ({_MOMENT})(?: instead)?(?:,? (?:and |but )?(?:still )?"
            rf"(?:ending|running|going|playing|lasting|to (?:run|go|play|last)|let it (?:run|play|go)) "
            rf"(?:with the video|(?:on )?(?:to|till|until) the (?:very )?end(?: of the video)?))?{END}",
            lambda found: f"start {found[1]} at {at(found[2])}",
        ),
        (
            rf"\A(?:the )?((?:background )?(?:music|song)) (?:should|must|may|is to) only (?:start"
            rf"|begin|kick in"
            rf"|come in|set in) at ({_MOMENT})(?:, after [^,.;]{{4,40}})?{END}",
            lambda found: f"start the {found[1]} at {at(found[2])}",
        ),
        (
            rf"\A(?:please )?(?:skip|leave out|drop|cut) (?:off )?the (?:very"
            rf" )?first ({SECONDS}) of the (?:song|music|track)"
            rf"(?:,? (?:the|its) (?:intro|beginning|start) is [a-z ]{{3,16}})?{END}",
            r"start the music at \1 of the song",
        ),
        (
            rf"\A(?:please )?start the (?:song|music|track) (?:from|at) (?:its|the) ({SECONDS}"
            rf"|[0-9]+[- ]second) (?:mark|point){END}",
            lambda found: (
                f"start the music at {found[1].replace('-', ' ').removesuffix(' second')} "
                f"{'s ' if found[1].endswith('second') else ''}of the song"
            ),
        ),
        # --- what it says
        (
            rf"\A(?:the|my) (?:name|text|wording) (?:in|on|of) (the {_TEXT}) (?:should|must|needs to"
            rf"|has to|ought to)"
            rf" (?:read|say|be) (<:text>){END}",
            r"change \1 to \2",
        ),
        (
            rf"\A(?:please )?(?:change|correct|fix) the (?:name|text|wording) (?:in|on"
            rf"|of) the {_TEXT} from (<:text>) ?"
            rf"to (<:text>){END}",
            r"change \1 to \2",
        ),
        (
            rf"\A(?:there(?:'s| is) (?:a typo|a mistake|an error) (?:in|on) (the {_TEXT})"
            rf"|(the {_TEXT}) has (?:a typo"
            rf"|a mistake|an error)(?: in it)?)[,.;:] ?(?:it|that) (?:should|must|needs to"
            rf"|ought to) (?:read|say|be)"
            rf" (<:text>){END}",
            lambda found: f"change {found[1] or found[2]} to {found[3]}",
        ),
        (
            rf"\A(?:everything|all) about (the {_TEXT}) is (?:fine|ok|okay|good|right),? (?:except|but"
            rf"|apart from)"
            rf"(?: (?:for )?(?:that )?(?:the (?:colou?r|text|wording),? (?:that|which|it)"
            rf"|it)) (?:should|must|has to"
            rf"|needs to) (?:be|say|read) ({_COLOR}|<:text>){END}",
            r"change \1 to \2",
        ),
        # --- how it looks
        (
            rf"\A(?:(?:i(?:'d| would)|we(?:'d| would)) (?:rather|prefer to) (?:have|see)|i(?:'d"
            rf"| would) prefer)"
            rf" (the {_TEXT}) (?:in|to be|be) ({_COLOR}){END}",
            r"make \1 \2",
        ),
        (
            rf"\A(make the {_TEXT} {_COLOR}) (?:rather than|instead of|not) {_COLOR}{END}",
            r"\1",
        ),
        (
            rf"\A(?:the )?({_LAYER}) (?:could|should|might|may|can|must) be {_MORE}?(bigger|larger"
            rf"|smaller|louder"
            rf"|quieter|softer){_PLEASE}{END}",
            r"make the \1 \2",
        ),
        (
            rf"\A(?:the )?({_LAYER})(?:'s| is| are) {_MORE}?too (loud|quiet|big|small|large|soft|low"
            rf"|tiny|huge)"
            rf"(?: (?:there|for me|now))?[,.;:]? ?(?:so )?{_MORE}?(bigger|larger|smaller|louder|quieter"
            rf"|softer)"
            rf"{_PLEASE}{END}",
            lambda found: (
                f"make the {found[1]} {found[3]}" if _cures(found[2], found[3]) else found[0]
            ),
        ),
        (
            rf"\A(?:(?:i|we|you) )?(?:can|could) (?:hardly|barely|scarcely) (?:hear|read"
            rf"|see) the ({_LAYER})[,.;:] "
            rf"{_MORE}?(bigger|larger|louder){_PLEASE}{END}",
            r"make the \1 \2",
        ),
        (
            rf"\A(?:the )?(music|song)(?:'s| is) drowning (?:me|her|him|us|them|out|everything"
            rf"|the [a-z]+)(?: [a-z]+)?"
            rf"(?: out)?[,.;:] {_MORE}?(quieter|softer){_PLEASE}{END}",
            r"make the \1 \2",
        ),
        # --- its fades
        (
            rf"\A(?:please )?(?:remove|take (?:away|out|off)|drop|lose|delete) both fades (?:from|of"
            rf"|on) (the {_LAYER}){END}",
            r"remove the fade in and the fade out of \1",
        ),
        (
            rf"\A(the {_LAYER}) (?:should|must|needs to) (?:no longer|not|stop) fad(?:e|ing) (in|out)"
            rf"(?: any ?more| any longer)?{END}",
            lambda found: f"remove the {_FADES[found[2].lower()]} of {found[1]}",
        ),
        (
            rf"\A(?:the )?(music|song|title|caption|logo)(?:'s| is| are) {_MORE}?too (?:loud|quiet|big"
            rf"|small)[,;.] (?:so )?(?:please )?"
            rf"(?:set|put|bring) it (?:to|at) (0?\.[0-9]{{1,2}}|[0-9]{{1,3}} ?%?){END}",
            lambda found: _set_to(found[1], found[2]),
        ),
        # --- texts that are put right, or put in
        (
            rf"\A(?:please )?fix the spelling of (the (?:first |second |last )?(?:title"
            rf"|caption)): (<:text>) ?{END}",
            r"change \1 to \2",
        ),
        (
            rf"\A[a-z]{{3,20}} is (?:misspelled|misspelt|spelled wrong|wrong)[,;.] (the (?:title"
            rf"|caption)) (?:must|should"
            rf"|has to) (?:read|say|be) (<:text>) ?{END}",
            r"change \1 to \2",
        ),
        (
            rf"\A(make the (?:title|caption) (?:last )?{SECONDS} longer),? (?:same start"
            rf"|from the same start){END}",
            r"\1",
        ),
        (
            rf"\A(?:make|let) (the (?:title|caption)) last only ({SECONDS}) from when it (?:appears|starts"
            rf"|comes){END}",
            r"make \1 \2 long",
        ),
        (
            rf"\A(?:let|have) (the (?:title|caption)) appear ({SECONDS}) (later"
            rf"|earlier) than it does(?: now)?{END}",
            r"move \1 \2 \3",
        ),
        (
            r"\b(make|change) the (?:lettering|letters|font|size) of (the (?:title|caption))\b",
            r"\1 \2",
        ),
        (
            rf"\A(?:introduce (?:her|him|me|us|them|the [a-z]+) with |name tag please: )a? ?lower"
            rf" third ?(?:saying|that says|:)? ?"
            rf"(<:text>) ?,? ?({_RANGE}(?: seconds)?){END}",
            r"lower third \1 \2",
        ),
        (
            rf"\A({_RANGE})(?: seconds)?,? (?:please )?introduce (?:her|him|me|us|them"
            rf"|the [a-z]+) with a lower third:? ?(<:text>)"
            rf" ?{END}",
            r"lower third \2 \1",
        ),
        (
            rf"\A(?:an? )?lower third ({_RANGE})(?: seconds)?: ?(<:text>) ?,? (?:and )?(?:under|below"
            rf"|beneath) (?:her|his|the) name"
            rf":? ?(<:text>) ?{END}",
            r"lower third \2, \3 \1",
        ),
        (
            rf"(<:text> ?{_RANGE}(?: seconds)?)[,;.] ?(?:and )?(?:please )?(?:don't"
            rf"|do not) translate it{END}",
            r"\1",
        ),
        (
            rf"\A(?:translate nothing|don't translate anything)[,;.:] ?(?:just |simply |only )?(?:show|add"
            rf"|put) (?:the title|the word)"
            rf" (<:text> ?(?:as a title )?{_RANGE}){END}",
            r"add the title \1",
        ),
        (
            rf"\A(?:add )?an? (?:chinese|english|german|french|spanish) (voice-?over) (?:that says"
            rf"|saying) (<:text> ?{_RANGE}"
            rf"(?: seconds)?){END}",
            r"\1 \2",
        ),
        (
            rf"\A(voice-?over <:text> ?{_RANGE}(?: seconds)?)[.;,] ?(?:but )?no text(?: on (?:the"
            rf" )?screen)?{END}",
            r"\1",
        ),
        (
            rf"\A(?:play |add )?(?:an? |the )?sound effect (<:text>) ?at (?:second )?({AT}), one"
            rf" second long{END}",
            lambda found: f"add the sound effect {found[1]} at {at(found[2])}",
        ),
        (
            r"\Aput some (<:text>|[a-z-]{3,9}) (?:underneath|under it|in the background)(?=[ .!]*\Z)",
            r"add \1 music",
        ),
        (
            rf"\A(<:file>) as picture in picture,? (?:at the |in the )?((?:top|bottom) (?:left"
            rf"|right)),? at (0?\.[0-9]{{1,2}}){END}",
            lambda found: (
                f"{found[1]} as picture in picture, {found[2]}, scaled to {round(float(found[3]) * 100)}%"
            ),
        ),
        (
            rf"\Aintroduce (?:her|him|me|us) with a lower third,? (?:seconds )?([0-9.]+ to [0-9.]+)(?:"
            rf" seconds)?: ([a-z]+(?: [a-z]+)?), ([a-z ]{{2,24}}){END}",
            r'lower third "\2", "\3", from \1 seconds',
        ),
        (rf"\A({_COLOR}),? not {_COLOR},? for the (title|caption|text){END}", r"make the \2 \1"),
        (
            rf"\A(the {_TEXT}) should (?:go away|disappear|end|vanish) ({SECONDS}) later{END}",
            r"make \1 \2 longer",
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third with my name,? (<:text>"
            rf"|[a-z]+(?: [a-z]+)?), ([a-z]{{2,20}}),? (?:from )?({AT} ?(?:to|-) ?{AT}"
            rf"(?: ?(?:seconds|secs|s))?){END}",
            lambda found: f"lower third {_said(found[1])}, {_said(found[2])}, {found[3]}",
        ),
        # --- put in
        (
            rf"\A(?:add )?(?:an? |the )?lower third (<:text>) ?, ?(<:text>|[a-z]{{2,20}}) (?:below"
            rf"|beneath|under|underneath) (?:it|that)"
            rf",? ((?:from )?{AT} ?(?:to|-) ?{AT}(?: ?(?:seconds|secs|s))?){END}",
            _named,
        ),
        (
            rf"\A(?:my |the )?logo (?:in |at )?(?:the )?((?:top|bottom|upper|lower)[- ](?:left"
            rf"|right)(?: corner)?),? (?:for )?the whole video"
            rf",? (half transparent|[0-9]+ ?% (?:opacity|transparent)){END}",
            _seen_through,
        ),
        (
            rf"\A(?:my|our|the) logo (?:in|at) the ([a-z-]+ [a-z]+(?: corner)?"
            rf"|[a-z-]+) from ({AT}) on{END}",
            r"show my logo in the \1 from \2 to the end",
        ),
        (r"\Aput (?:the|my|our) (logo|watermark) up(?=[ ,.])", r"put up the \1"),
        (
            rf"\A(?:some |add (?:some )?)(<:text>|[a-z-]{{3,12}}) music ((?:from |between )?{AT} ?(?:to"
            rf"|-|and|until) ?{AT})"
            rf"{_PLEASE},? (?:and )?not (?:for )?the whole (?:way|time|video|thing)(?: through)?{END}",
            r"add \1 music \2",
        ),
    )
)


def _only_for(said: str, layer: str, when: str) -> str:
    return f"show the {layer} only for {when}" if "only" in said or "just" in said else said


def _cures(wrong: str, so: str) -> bool:
    """Whether something that is wrong is put right so."""
    much = wrong.lower() in ("loud", "big", "large", "huge")
    return much == (so.lower() in ("smaller", "quieter", "softer"))


def _set_to(layer: str, told: str) -> str:
    if layer.lower() in ("music", "song"):
        share = told if "%" in told else f"{round(float(told) * 100)}%"
        return f"set the music volume to {share}"
    return f"set the size of the {layer} to {told}"
