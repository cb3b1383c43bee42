"""English orders without a verb, or with one that says how they come about, said as the lexicon knows
them: "some jazz in the background", "AI voice saying 'Hi' from 0 to 3"."""

from collections.abc import Sequence
from re import Match

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.placeholders import ANY, Values, index, marks, pattern
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.shown import Shown

_END = r"(?=[ .!]*\Z)"
_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|romantic|inspiring|folk|cinematic|relaxing|soft|gentle|chill)"
)
_UNDER = (
    r"(?:in (?:the )?background|underneath(?: it(?: all)?)?|(?:under|behind|beneath) (?:it(?: all)?"
    r"|the (?:video|whole (?:video|thing)|talk|picture|speech)|everything))"
)
_PLACE = r"(?:top|bottom|upper|lower|left|right|corner)\b"
_THING = r"(?:title|caption|subtitle|lower[- ]third|name ?tag|logo|watermark|text)"
_VIDEO = r"(?:it|this|the (?:whole )?(?:video|clip|film|thing))"
_MORE = (
    r"(?:louder|quieter|softer|bigger|smaller|larger|faster|slower|longer|shorter|brighter|darker"
    r"|warmer|cooler|higher|lower|earlier|later)"
)
_LOOK = (
    r"(?:warm|cool|cold|sepia|vintage|retro|cinematic|vivid|vibrant|faded|dramatic|moody"
    r"|black and white)"
)
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)"
_LAYERS = r"(?:music|song|track|jingle|voice-?over|narration)"

_RULES: tuple[tuple[str, str], ...] = (
    # --- something is to be heard
    (
        rf"\A[ ,]*(?:(?:just |maybe )?(?:some|a bit of|a little|a little bit of) )?({_MOOD}(?: {_MOOD})?)"
        rf"(?: music| beats| tunes?)? ({_UNDER})(?:,? please)?(?=[ .!]*\Z|,? (?:at|from|for|with"
        r"|fading|fade) |, )",
        r"add \1 music \2",
    ),
    (
        rf"\A[ ,]*(?:just )?(?:some|a bit of|a little) ({_MOOD}(?: {_MOOD})?)(?: music)?(?:,?"
        rf" please)?{_END}",
        r"add \1 music",
    ),
    (
        r"\A[ ,]*(?:(?:use|have|add|put in|i want|i'd like) )?(?:an? |the )?(?:ai|computer|robot"
        r"|synthetic"
        r"|artificial|text-to-speech|tts)[ -]?(?:generated )?(?:voice(?:-?over)?|narrator|speaker)"
        r"(?: (?:that |which )?(?:saying|says?|reading|reads|speaking|speaks)(?: out)?)?:? (<:text>)",
        r"add a voice-over \1",
    ),
    # --- what is left out of a file
    (
        r"(<:file>[^;]*?),? (?:but|and) (?:please )?(?:skip|leave out|omit|drop|without)"
        r" (?:its|the song's|the track's|the file's) (<:range>)(?: of (?:it|the (?:song|track|file)))?"
        r"(?=[ .!]*\Z|,? (?:at|volume|with) )",
        r"\1 skipping \2 of the file",
    ),
    (
        rf"\A[ ,]*(?:just )?(?:some|a bit of|a little) (?:background )?music(?: {_UNDER})?"
        rf"(?:,? please)?{_END}",
        "add background music",
    ),
    # --- how much, once more
    (rf"\b({_MORE}) still{_END}", r"\1"),
    (rf"\bstill (a (?:bit|little|tad) )?({_MORE}){_END}", r"\1\2"),
    (
        r"\b(hold|freeze) (the (?:last|first|final|closing) (?:frame|picture|image)|it) (for <:time>)"
        rf" (?:more|longer|extra){_END}",
        r"\1 \2 \3",
    ),
    # --- where
    (
        r"\A([ ,]*(?:and |then |please |now )*)(?:put|place|stick|pop) (it|that) (?:at|in|on|to"
        r"|into|onto)"
        rf" (?=(?:the )?(?:very )?(?:{_PLACE})[^,;{ANY}]*{_END})",
        r"\1move \2 to ",
    ),
    (
        rf"\A([ ,]*(?:the |my |our )?{_THING}) (?:goes|comes|belongs|sits) (?:to|in|into|at|on)"
        rf" (?=(?:the )?{_PLACE})([^,;{ANY}]*?)(?: instead)?{_END}",
        r"\1 in \2",
    ),
    # --- a fade more
    (
        r"\A[ ,]*(?:and|plus|also)(?: (?:also|with))? (?:an? )?(<:time>) fade[- ](in|out)(?: too"
        rf"| as well)?{_END}"
        rf"|\A[ ,]*(?:an? )?(<:time>) fade[- ](in|out) (?:too|as well){_END}",
        r"fade it \2\4 over \1\3",
    ),
    (
        r"\A([ ,]*(?:and )?make (?:it|that) (?:<:percent> (?:of the size|wide|in size"
        r"|of the width)|bigger|smaller|larger"
        rf"|bold|{_COLOR}))(?:,| and|, and) only (?=<:range>{_END})",
        r"\1, and show it only ",
    ),
    # --- only there
    (
        rf"\A([ ,]*(?:add |put |play )?(?:some )?{_MOOD} music(?: {_UNDER})?|[ ,]*(?:add|put|play) [^,;]*"
        r"(?:music|<:file>)[^,;]*?),? (?:but )?(?:only )?(?:for |in |during |over )?(?:the )?"
        rf"(first|last|second) (half|third|quarter) only{_END}",
        r"\1 for the \2 \3",
    ),
    (
        r"\bblur (?:all of |the (?:whole|entire) |all )?(?:the )?(picture|frame|screen|image)"
        rf"(?: completely)?,? but (?:only|just) (?:for |in |during )?(<:range>){_END}",
        r"blur the whole \1 \2",
    ),
    (
        r"\b(zoom in(?: (?:to|by))?(?: <:factor|percent>)),? but (?:only|just) (?:for |in "
        r"|during )?(<:range>)"
        rf"{_END}",
        r"\1 \2",
    ),
    # --- how it fades
    (
        rf"\A[ ,]*(?:the )?({_LAYERS})(?: fades?)? in (?:over|for|within|in) (<:time>)(?:,? and|,) "
        r"(?:fades? )?"
        rf"out (?:over|for|within|in) (<:time>)(?:,? (?:softly|gently|smoothly|slowly))?{_END}",
        r"fade the \1 in over \2 and out over \3",
    ),
    # --- cuts
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:keep|leave(?: in)?|include|use|show) anything (<:range>)"
        rf"(?: in)?{_END}",
        r"cut \1",
    ),
    (
        r"\A[ ,]*(?:nothing|not(?:hing| a thing)|none of it|no part) (?:that (?:is|comes) )?(<:range>)"
        rf" (?:should|must|may|is to|needs to|can) (?:stay|remain|be kept|be left)(?: in)?{_END}",
        r"cut \1",
    ),
    (
        r"\b(drop|cut|delete|remove|mute|lose|trim|discard) (?:all|everything|anything|whatever)"
        r" (?:that|which|what)? ?(?:comes|is|there is|happens|follows) (?=<:range>)",
        r"\1 everything ",
    ),
    (
        rf"\A([ ,]*(?:(?:have|let|make) )?{_VIDEO} (?:should |must |has to |needs to )?(?:start"
        r"|begin|end|stop)s?"
        rf"(?: playing)? at )(?:what is|what's) (?:now|currently|at the moment) (<:time>)"
        rf"(?: (?:now|at the moment))?{_END}",
        r"\1\2",
    ),
    (
        r"\A[ ,]*(?:please )?(?:cut|trim|shorten|clip) (?:off |down )?(?:at )?the end so (?:that )?"
        rf"{_VIDEO} (?:lasts|is|runs|takes|goes)(?: only| just| exactly)? (<:time>)(?: long| in total"
        rf"| altogether)?{_END}",
        r"shorten the video to \1",
    ),
    (
        r"\A([ ,]*(?:make it |play it (?:at )?|speed it up to )?(?:double|twice the|triple|half"
        r"|halve the)(?: the)?"
        r" speed),? (?:but|only|just) not (?:for|in|during|over) (?=<:range>[ .!]*\Z)",
        r"\1 except ",
    ),
    # --- looks
    (
        rf"\A[ ,]*(?:please )?(?:undo|cancel|revert|take back) the ({_LOOK})(?: look| filter| effect"
        rf"| tone| colou?rs?)?(?: again)?{_END}",
        "remove the filter",
    ),
    (
        rf"\A[ ,]*(?:please )?keep the ({_LOOK}) (?:look|filter|tone|effect),? (?:but )?(?:only |just )?"
        rf"(?:at|with) (half|<:percent>)(?: of)?(?: the| its)? (?:strength|intensity){_END}",
        r"\1 look at \2 strength",
    ),
    (
        rf"\A[ ,]*(?:make it )?({_LOOK})(?: look)?,? (?:not|instead of|rather than) (?!\1\b){_LOOK}"
        rf"(?: look)?{_END}",
        r"make it \1",
    ),
    # --- between clips
    (
        r"\A[ ,]*(?:(?:use|make it|have|put|i want) )?(?:an? )?(?:hard|straight|clean|plain|normal"
        r"|simple)"
        r" cuts?(?: there| between (?:them|the clips))? (?:instead of|rather than|not) (?:the|an?) "
        rf"(?:cross-?fade|transition|fade|dissolve|wipe|cross-?dissolve){_END}",
        "remove the transition",
    ),
    # --- sound
    (
        r"\b((?:the |original |video's )*(?:sound|volume|audio|music)) back (?:up )?to (?:its "
        r"|the )?(?:full"
        rf"|normal|usual|original) (?:level|volume|loudness){_END}",
        r"\1 back to normal",
    ),
    # --- what was uploaded
    (
        r"\A[ ,]*(?:i|we)(?:'ve| have)?(?: just)? uploaded (<:file>)(?:[,.;]| and)+ ?(?:so |now "
        r"|can you |could"
        r" you |please )*(show|put|place|add|display|use|play|overlay) (?:it|that)\b",
        r"\2 \1",
    ),
)
_TURNS = Rules(_RULES)

_BOTH = pattern(
    r"\A[ ,]*((?:(?:add|put|show) )?(?:(?:the |a )?(?:title|caption) )?<:text>(?: as (?:a |the )?(?:title"
    rf"|caption))?[^,;{ANY}]*?),? and ((?:(?:my|the|our|a) (?:logo|watermark)|<:file>|(?:the |a )?"
    r"(?:title"
    rf"|caption) <:text>)[^,;{ANY}]*?),? (?:both|each) (?:from |at )?(<:range>){_END}"
)
_LOGO_ONLY = pattern(
    r"\A[ ,]*(?:please )?(?:overlay|add|put in|show|display) (?:the|my|our) (logo|watermark),? but "
    r"(?:only|just)"
    rf" (?:for |in |during |show it )?(<:range>){_END}"
)
_LEVEL = pattern(
    rf"(<:file>(?: (?:as (?:the )?(?:background )?music|{_UNDER}))?,? at|\b{_LAYERS}(?: {_UNDER})?,?"
    r" (?:at|to)) <number>(?=[ .!]*\Z|,| <:range>)"
)


def bare_orders(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence whose order is said in full."""
    text = _LEVEL.sub(lambda match: _at_a_level(match, values), text)
    if both := _BOTH.match(text):
        new = (
            ""
            if any(one.role == "overlay" for one in shown) or not both[2][0].islower()
            else "add "
        )
        text = f"{both[1]} {both[3]}, and {new}{both[2]} {both[3]}"
    if not any(one.role == "overlay" for one in shown):
        text = _LOGO_ONLY.sub(r"add the \1 \2", text)
    return _TURNS.apply(text, plainly)


def _at_a_level(match: Match[str], values: Values) -> str:
    """A level without its word: "song.mp3 under it at 0.3"."""
    heard = all(is_sound(str(values.items[i])) for i in marks(match[1], "file"))
    number = values.items[index(match[2])]
    if not heard or not 0 <= number <= 1 or "." not in values.words[index(match[2])]:
        return match[0]
    return f"{match[1]} {values.mark('percent', float(number), values.words[index(match[2])])}"
