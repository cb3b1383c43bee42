"""Plain edits in everyday words, said as the lexicon knows them."""

from mock_server.agent.nouns import LAYER, ORDINAL, THE
from mock_server.agent.rules import Rules, plainly

_PLACE = r"(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle|corner)\b"
_RULES: tuple[tuple[str, str], ...] = (
    # --- how long
    (
        rf"\b((?:extend|lengthen|stretch|prolong|hold|keep|leave)) ({THE}(?: <:text>)?|it)"
        r"(?: up| on| on screen| there| visible| showing| going| playing| running)*"
        r" (?:until|till|to|up to) (?:the )?(?:very )?end\b",
        r"make \2 last until the end",
    ),
    # --- what goes where
    (
        r"\b(?:drop|stick|slap|pop|throw|plop|chuck|whack|bung) (<:file>)"
        rf" (?:in|into|on|onto|at|down in) (?=(?:the )?{_PLACE})",
        r"put \1 in ",
    ),
    (
        r"\b(?:run|have|let|lay|lay down) (<:file>)(?: (?:run|play|go))?"
        r"(?= (?:under|below|beneath|behind|over|through|for the whole|at <:percent>|from <:time>"
        r"|<:range>))",
        r"play \1",
    ),
    (rf"(?<= )(?:up|down|over|across|back|out) (?:to|into) (?=the (?:very )?{_PLACE})", "to "),
    (
        rf"\A[ ,]*((?:the |my |our )?(?:{ORDINAL} )?(?:{LAYER})(?: <:text>)?) (?:goes|moves|belongs"
        r"|(?:should|must|can|has to|needs to) (?:go|move))(?: up| down| over)?"
        rf" (?:to|at|in|into|on) (?=the (?:very )?{_PLACE})",
        r"put \1 at ",
    ),
    (
        r"\b(?:put|throw|stick|pop|flash|slap) ((?:(?:the|a) )?(?:(?:title|caption|text|words?) )?<:text>)"
        r" up\b",
        r"add \1",
    ),
    (
        rf"\A(?:the |my )?((?:{ORDINAL} )?(?:logo|watermark|title|caption)s?)(?: <:text>)? ?: ?"
        r"(?:at |in |to )?(?:the )?(?=(?:top|bottom|upper|lower|left|right)\b[^\ue010\ue011]*\Z)",
        r"put the \1 at the ",
    ),
    (
        rf"\A(?:the |my )?((?:{ORDINAL} )?(?:music|logo|watermark|title|caption|voice-?over)s?)"
        r"(?: <:text>)? ?: ?(?=(?:<:percent>|[a-z]+ times |twice |half |double |bigger|smaller|louder"
        r"|quieter|a bit|(?:in )?(?:red|blue|green|yellow|white|black|orange|pink|purple|gold)\b)"
        r"[^\ue010\ue011]*\Z)",
        r"make the \1 ",
    ),
    # --- how loud
    (
        r"\b(?:the|this|my) (?:video|clip|footage|film)'s (?:own )?volume\b",
        "the volume of the video",
    ),
    (
        r"\b(?:the|this|my) (?:video|clip|footage|film)'s (?:own )?(?:sound|audio)\b",
        "the sound of the video",
    ),
    (
        r"\b(?:put|bring|set|turn|get) ((?:the |my )?(?:original |own )*(?:sound|audio|volume)[^,]{0,20}?)"
        r" back(?: up| down)? to (?=<:percent|level>)",
        r"set \1 to ",
    ),
    # --- fades
    (
        r"\b(?:come|appear|start|begin|enter)s?(?: in| on| up)? with (?:an? )?(<:time>) fade(?:[- ]in)?\b"
        r"(?! (?:to|from) )",
        r"fade in over \1",
    ),
    (
        r"\b(?:go|leave|end|disappear|finish|stop)(?:e?s)?(?: out| away| off)? with (?:an? )?(<:time>)"
        r" fade(?:[- ]out)?\b(?! (?:to|from) )",
        r"fade out over \1",
    ),
    # --- what it is to read
    (
        r"\A[ ,]*(?:no,? )?(?:it|that|(?:the|his|her|my) name)(?:'s| is) (?:actually |really )?"
        rf"spel(?:led|t) (<:text>)(?: in ({THE}))(?=[ .!]*\Z)",
        r"change \2 to \1",
    ),
    (
        r"\A[ ,]*(?:no,? )?(?:it|that)(?:'s| is) (?:actually |really )?spel(?:led|t) (<:text>)"
        r"(?=[ .!]*\Z)",
        r"change it to \1",
    ),
    (r"(<:text>)[ ,.-]*(<:text>),? (?:i mean|i meant|rather)(?=[ .!]*\Z)", r"\2"),
    # --- taken back
    (
        r"\A[ ,]*(?:(?:never ?mind|nah|on second thoughts?)[ ,.]+)?(?:please |just )*(?:take|get) "
        r"(that|the|this) (title|caption|logo|music|text|watermark|song) back (?:out|off|away)(?: again)?"
        r"(?=[ .!]*\Z)",
        r"remove \1 \2",
    ),
    (
        r"\A[ ,]*(?:is it possible|would it be possible|are you able|is there a way)(?: for you)? to"
        r" ([^?]+?),? (?:and )?if (?:yes|so|it is|that's the case|possible),? (?:then )?(?:please )?"
        r"(?:do (?:so|it|that)|go ahead)[ .!?]*\Z",
        r"\1",
    ),
    # --- of two
    (
        r"\A([^,]{3,60}?)\bboth (the [a-z-]+) and (the [a-z-]+)((?: [^,]*)?)\Z",
        r"\1\2\4, and \1\3\4",
    ),
)
_TURNS = Rules(_RULES)


def everyday(text: str) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    return _TURNS.apply(text, plainly)
