"""Turns of English orders for the video and its clips, in the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, LOOK, SECONDS, Said

_VIDEO = r"(?:the (?:whole |entire )?(?:video|clip|thing|picture|footage|film)|it|this|everything)"
_SHAPE = r"(?:9:16|16:9|1:1|4:5|square|vertical|portrait)"
_FOR_WHOM = (
    r"(?:,? for (?:my |our |the |an? )?(?:insta(?:gram)?|tik ?tok|reels?|stories|shorts|youtube|phones?"
    r"|mobile"
    r"|facebook|linkedin|social media)(?: (?:feed|post|story|stories|reels?|shorts|page|account|crowd))?)"
)
_PLEASE = r"(?:,? (?:please|pls|plz))?"
_FADE = r"(?:cross[- ]?fade|dissolve|cross[- ]?dissolve|fade transition|dip to (?:black|white))"
_OF = (
    rf"(?:an? (?:({SECONDS}) ({_FADE})|(half[- ]a?[- ]?second) ({_FADE})"
    rf"|({_FADE}) of (half a second|{SECONDS})))"
)
_BETWEEN = (
    r"(?:between|on the cut between|at the (?:cut|join) between) (?:the|my|both|these)(?: two)?"
    r"(?: (?:clips|parts|segments|shots))?(?: (?:that|which) are already (?:there|in it))?"
)
_HARSH = (
    r"(?:is|feels|looks) (?:a (?:bit|little) |too |rather |very |quite |really )*"
    r"(?:harsh|hard|abrupt|rough|ugly|jarring|sudden)"
)
_PART = r"(?:bit|part|section|stretch|piece|portion|segment)"
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|and|until) ?{AT}"
_GONE = r"(?:drop|delete|cut|remove|ditch|scrap|discard|forget|lose|throw (?:away|out)|get rid of)"


def _fade(found: Match[str], first: int) -> str:
    """A transition with its length, of the groups of `_OF` from one on."""
    one, kind, half, of_half, other, length = (found[first + place] for place in range(6))
    time = one or length or "half a second"
    assert one or half or other
    name = (kind or of_half or other).replace("fade transition", "crossfade")
    return f"a {name} of {'0.5 seconds' if time.lower().startswith('half') else time}"


def _between(found: Match[str], first: int = 1) -> str:
    return f"add {_fade(found, first)} between the two clips"


VIDEO: Rules[Said] = Rules(
    (
        # --- its shape
        (rf"(\b{_SHAPE}\b[^.;]{{0,40}}?){_FOR_WHOM}{_PLEASE}(?=[ .!]*\Z|, {_SHAPE})", r"\1"),
        (
            rf"\A(?:please )?(?:reformat|convert|turn|change|bring) {_VIDEO} (?:to|into) (?:an? )?"
            rf"(?:vertical |square )?({_SHAPE})(?: format| video)?{END}",
            r"make it \1",
        ),
        (
            rf"\A(make it (?:a )?{_SHAPE})(?: instead of| rather than|, not) (?:widescreen|landscape"
            rf"|{_SHAPE}){END}",
            r"\1",
        ),
        (
            rf"\A(?:an? )?({_SHAPE})(?: (?:picture|format|video|frame))?{_PLEASE},? (?:but"
            rf" )?with (?:an? |the )?"
            rf"(?:blurred (?:background|sides|edges)|(?:background|sides|edges) blurred)"
            rf"(?:,? (?:instead of|rather than|not|no)(?: the)?(?: black)?(?: bars| black| edges))?{END}",
            r"make it \1 with a blurred background",
        ),
        # --- which way up
        (
            rf"\A(?:please )?turn {_VIDEO} upside down by (?:rotating|turning) it (?:by )?(?:180 ?(?:°"
            rf"|degrees))?{END}",
            "rotate it 180 degrees",
        ),
        (
            r"\A(?:i|we|he|she|they|someone|my [a-z]+) (?:(?:have |had |has )?(?:filmed|shot|recorded|held)"
            r"|was holding|were holding) (?:this|it|that|the (?:camera|phone|video|clip)|my phone|his phone"
            r"|her phone|everything) (?:upside down|sideways|on (?:its|the) side|the wrong way (?:up"
            r"|round|around))"
            rf"[,.;:] ?(?:so )?(?:please )?((?:turn|rotate|flip) {_VIDEO}[^,.;]{{3,40}}){END}",
            r"\1",
        ),
        (
            r"\A(turn|rotate) (it|the video|the clip|the picture) 180(?: degrees| °"
            r"|°)?(?: please)?(?=[ .!]*\Z)",
            r"rotate \2 180 degrees",
        ),
        # --- what is kept
        (
            rf"\A(?:i|we) only want the {_PART} ({_RANGE})(?: in the (?:final |finished )?(?:video|cut"
            rf"|version|edit))?"
            rf"{END}",
            r"keep only \1",
        ),
        (
            rf"\A(?:please )?(?:extract|pull out|take|use|keep)(?: only"
            rf"| just)? the {_PART}s? ({_RANGE}(?:,? and {_RANGE})?)"
            rf"(?:,)?(?: and)? {_GONE} (?:everything else|the rest|all the rest|what's left"
            rf"|whatever else there is){END}",
            r"keep only \1",
        ),
        (rf"\A(keep(?: only)? {_RANGE},? and {_RANGE}),? in (?:that|this) order{END}", r"\1"),
        (
            rf"\A(?:please )?(?:{_GONE}|chop(?: off)?) (?:whatever|anything|everything"
            rf"|all(?: that)?) (?:that )?"
            rf"(?:comes|is|there is|follows|lies)?(?: there)? ?(?:after|behind|past|beyond) ({AT}){END}",
            lambda found: f"remove everything after {found[1]}",
        ),
        (
            rf"\A(?:the video|it) (?:must|should|may|can) not (?:run|go|last|be) (?:past|beyond"
            rf"|longer than) ({SECONDS})"
            rf"[,;.] (?:so )?(?:{_GONE}|chop(?: off)?) (?:whatever|anything|everything"
            rf"|all) (?:(?:that )?(?:is|comes|lies) )?"
            rf"(?:behind|after|past|beyond) (?:that|it){END}",
            r"keep only the first \1",
        ),
        # --- which clip
        (r"(\b(?:clip|segment|part)) (?:on|of|in) the (?:main track|timeline)\b", r"\1"),
        (
            rf"\A((?:remove|delete|drop|cut|take out) the (?:first|second|third|last) clip) again{END}",
            r"\1",
        ),
        (
            rf"\A((?:append|attach|add) <:file>) (?:after|behind|to) (?:the|my) (?:talk|interview"
            rf"|current clip|clip)"
            rf"(?:,? and join (?:the two|them|both) (?:with|by) {_OF})?{END}",
            lambda found: _appended(found),
        ),
        (
            rf"\A(?:make |turn )?(?:each of the|both) clips (?:at|to) (double|half) (?:the )?speed{END}"
            rf"|\Aeach of the clips at (double|half) speed{END}",
            lambda found: f"play both clips at {found[1] or found[2]} speed",
        ),
        # --- between two clips
        (
            rf"\A(?:please )?(?:make|have|let) the (transition|cross[- ]?fade|dissolve) (?:last|take|be"
            rf"|run) ({SECONDS})"
            rf"(?: long)?(?: instead)?{END}",
            r"make the \1 \2 long",
        ),
        (
            rf"\A(?:please )?(?:(?:put|add|use|insert|make|do) )?{_OF} {_BETWEEN}"
            rf"(?:,? (?:without (?:overlapping (?:them|the clips)|any overlap|changing (?:anything else"
            rf"|the length)"
            rf"|(?:an )?overlap)|(?:that|which) (?:doesn't|does not) (?:change the length|make it shorter"
            rf"|overlap(?: them)?)))?{END}",
            _between,
        ),
        (
            rf"\A(?:please )?(?:soften|smooth(?: out)?|ease|bridge) the (?:hard |jump )?(?:cut|jump"
            rf"|transition|join)"
            rf"(?: {_BETWEEN})? (?:with|by) {_OF}{END}",
            _between,
        ),
        (
            rf"\Athe (?:hard |jump )?(?:cut|jump|transition|join)(?: {_BETWEEN})? {_HARSH}[,;.]"
            rf" ?(?:so )?(?:please )?"
            rf"(?:(?:soften|smooth(?: out)?|ease) it (?:with|by)|(?:put|add|use|insert|make it|do)) {_OF}"
            rf"(?: (?:there|on it|in between|between (?:them|the two)))?{END}",
            _between,
        ),
        # --- fades of the picture
        (
            rf"(\bfade (?:{_VIDEO} )?(?:in|out|to black|from black)(?: at the (?:start|beginning|end))?),"
            rf" (?:taking|lasting|over(?: the course of)?|and take|and let it take) ({SECONDS}){END}",
            r"\1 over \2",
        ),
        (
            rf"\A(?:please )?(?:start|begin|open)(?: {_VIDEO})? (?:from|in"
            rf"|on) black with an? ({SECONDS}) fade(?:[- ]in)?"
            rf"(?:,? and (?:end|finish|close)(?: {_VIDEO})? with an? ({SECONDS}) (?:fade(?:[-"
            rf" ]out)?(?: to black)?))?{END}",
            lambda found: _fades(found[1], found[2]),
        ),
        (
            rf"\A(?:an? )?(?:slow|gentle|quick|long|short) fade (to|from) black,? ({SECONDS}){END}",
            r"fade \1 black over \2",
        ),
        (
            rf"\A(?:how about|any chance of|what about|could we have|can we have|may i have) (an? {SECONDS}"
            rf" fade[- ]?"
            r"(?:in|out))(?: at the (?:start|end))?[ .!?]*\Z",
            r"add \1",
        ),
        # --- how fast
        # --- a look
        (
            rf"\A({LOOK}) (?:colou?rs|look|tones?|filter|grading) (?:for|on|over|across) the (?:whole"
            rf"|entire|complete)"
            rf" [a-z]{{3,12}}(?: [a-z]{{3,12}})?{END}",
            r"make the whole video \1",
        ),
        # --- its sound
        (
            rf"\A(?:i(?:'d| would) like|i want) the (?:voice|sound|audio|speech) (?:to be )?(?:twice"
            rf" as loud|louder|quieter)"
            rf"[:;,.] (?:so )?(set the volume to [^,.;]{{2,12}}){END}",
            r"\1",
        ),
        (
            rf"\A(?:please )?halve the (?:clip's|video's|current)(?: current)? (?:volume|level"
            rf"|loudness){END}",
            "lower the volume by half",
        ),
        (
            rf"\A(?:please )?(?:lower|turn down|bring down|reduce) the music to half its (?:level"
            rf"|volume){END}",
            "lower the music by half",
        ),
        (
            rf"\A(?:the|my|our) (?:speaker|voice|sound|audio|speech|recording) is (?:far |way |much "
            rf"|a bit )?too (loud|quiet)"
            rf" ({_RANGE})[,;.] (?:so )?(?:please )?turn it (up|down)(?: there)?(?: a (?:little"
            rf"|bit))?(?: there)?{END}",
            lambda found: (
                f"make {found[2]} {'quieter' if found[1][0] in 'lL' else 'louder'}"
                if (found[1][0] in "lL") == (found[3].lower() == "down")
                else found[0]
            ),
        ),
    )
)


def _appended(found: Match[str]) -> str:
    joined = any(found[place] for place in range(2, 8))
    return f"{found[1]} at the end" + (f" with {_fade(found, 2)}" if joined else "")


def _fades(first: str, last: str | None) -> str:
    return f"fade in from black over {first}" + (f" and fade out over {last}" if last else "")
