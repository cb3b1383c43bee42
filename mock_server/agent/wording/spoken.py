"""English as it is spoken: orders with a reason in front, told by a quarter of a turn, in one run."""

from mock_server.agent.values.nouns import ORDINAL, THE
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.values.rules import Rules, plainly

_END = r"(?=[ .!?]*\Z)"
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)"
_LOOK = r"(?:black (?:and|&) white|b&w|sepia|warm|cool|vintage|cinematic|vivid|faded|dramatic)"
_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|romantic|inspiring|folk|dramatic|quiet|soft|cheerful|relaxing|mellow)"
)
_OFF = r"(?:stabili[sz]ation|noise reduction|denoising|normali[sz]ation|rotation|crop(?:ping)?|reversal)"
_RULES: tuple[tuple[str, str], ...] = (
    # --- questions that are orders
    (r"\A[ ,]*mind (?=[a-z]+ing )", "would you mind "),
    (
        r"\A[ ,]*(?:could|can|may) (?:we|i|you) (?:please )?(?:have|get|see|put)(?: up)? (?:the"
        r" (?:words?|text"
        r"|title|line) )?(<:text>) ?(?:up|on screen|shown|on the screen|appear)?(?= (?:for|from|during"
        r"|at|in)\b"
        r"| ?<:range>)",
        r"could you add a title \1",
    ),
    # --- which one
    (
        r"\b(?:that|the|this) (?:title|caption|text|one)\b([^\ue010]*?)(?:,? | - )(?:i mean )?the one"
        r" (?:that"
        r" says|which says|saying|that reads|reading|called|with the (?:text|words)|with) (<:text>)",
        r"\2\1",
    ),
    (
        rf"\A[ ,]*(?:make (?:it|them) )?((?:twice|half) as (?:big|large|small|loud)|bigger|smaller"
        rf"|louder|quieter"
        rf"|in {_COLOR}|{_COLOR}|bold)(?: please)?,? (?:but |and )?(?:only|just) (?:for )?(the {ORDINAL}"
        rf" (?:title"
        rf"|caption|logo)|{THE}|<:text>)(?: please)?{_END}",
        r"make \2 \1",
    ),
    (
        r"\A[ ,]*(?:not|no, not|it's not) (?:at |from )?the (?:beginning|start|end|ending|middle|intro"
        r"|outro),"
        r" (?:but )?(?=(?:the )?<:range>)",
        "",
    ),
    # --- fades
    (
        r"\A[ ,]*(?:i|we) (?:only |just )?(?:want|need) (?:only )?(?:the|a) fade (?:at the end"
        r"|out),? (?:so |and )?"
        rf"(?:please )?(?:lose|remove|drop|delete|get rid of) the (?:other(?: one)?|first(?: one)?){_END}",
        "remove the fade in",
    ),
    # --- how it looks
    (
        rf"\A[ ,]*(?:actually |hm+,? |no,? )*(?:i|we)(?:'d| would)? (?:prefer|rather have|like|rather)"
        rf" ({_LOOK})"
        rf"(?: better)? (?:over|to|instead of|rather than|than|more than|better than) {_LOOK}{_END}",
        r"make it \1",
    ),
    (
        rf"\b({_LOOK})(?: look| filter| tone)?,? (?:but |though )?(?:only|just) (?:at )?(<:percent>|half"
        rf"(?= strength))(?: (?:strength|intensity|strong))?",
        r"\1 at \2 strength",
    ),
    (
        rf"\A[ ,]*(?:the|this|that) ({_OFF}) (?:was|is) (?:a (?:mistake|bad idea)|wrong|unnecessary|not"
        rf" needed"
        rf"|no good),? (?:so )?(?:please )?(?:get rid of|remove|undo|take off|lose|drop|take|cancel)"
        rf" (?:it|that)"
        rf"(?: off| out| away| again)*{_END}",
        r"remove the \1",
    ),
    # --- music
    (
        rf"\A[ ,]*(?:(?:add|have|put|play|i want|i'd like|use|we need|i need) )?(?:some |the"
        rf" )?(?:background )?music"
        rf" (?:only |just )?(?:under|during|over|in|for) ((?:the )?(?:(?:first|second|last) (?:half"
        rf"|third|quarter)"
        rf"|<:range>))(?: only)?, (?:something|preferably|ideally|maybe|please something) ({_MOOD})"
        rf"((?: at <:percent>)?){_END}",
        r"add \2 music during \1\3",
    ),
    (
        rf"\A[ ,]*(?:the )?({_MOOD})(?: music)? (?:is|feels|sounds|seems) (?:all |totally |completely "
        rf"|just )?"
        r"(?:wrong|not right|off|too [a-z]+|a bad fit|boring)(?: (?:for|here"
        r"|with) ?[a-z ]{0,16})?,? (?:so )?"
        rf"(?:i want|i need|i'd like|i'd prefer|use|try|take|make it|give me|put) ({_MOOD})(?: music)?"
        rf"(?: instead)?{_END}",
        r"replace the \1 music with \2 music",
    ),
    (
        rf"\A[ ,]*((?:some |an? )?{_MOOD} music|(?:the )?<:file>) (?:should|must|shall|is to|has to)"
        rf" (?:start"
        rf"|begin|come in|set in|kick in)(?: playing)? +(at <:time>){_END}",
        r"add \1 \2",
    ),
    (
        r",? (?:only|but|just|and|but only) (?:very )?(?:quiet|quietly|soft|softly|low|faint|faintly),?"
        r" (?:like |say |maybe |about |around |at )*(<:percent>)",
        r" at \1",
    ),
    # --- what goes, and what stays
    (
        rf"\A[ ,]*(?:everything|all) (<:range>) (?:out|gone|away|goes)(?:,| and|, and) (?:everything "
        rf"|all )?"
        rf"(<:range>) (?:out|gone|away|goes)(?: too| as well)?{_END}",
        r"cut \1 and \2",
    ),
    (
        rf"\b({THE}|<:text>) only (?:needs|has|needed) to (?:be|stay) (?:there|visible|shown|on screen"
        rf"|seen|up"
        r"|on)?(?= ?(?:for|during|from|in|<:range>))",
        r"show \1 only",
    ),
    # --- what it is to read
    (
        r"\A[ ,]*(?:no,? )?(?:it|that)(?:'s| is) (?:actually |really )?spel(?:led|t) (<:text>) ?,? (?:so"
        r" |and )?"
        rf"(?:please )?(?:fix|correct|change) ({THE}){_END}",
        r"change \2 to \1",
    ),
    # --- when
    (
        r"\b(add|put|show|insert) (?:a|the) (?:second|third) (title|caption)"
        r" (?=<:text>[^\ue010]*(?:<:range>|at <:time>))",
        r"\1 another \2 ",
    ),
    (
        rf"\A[ ,]*(?:have|let|make) ({THE}|<:text>) (?:come in|come|start|appear|begin|show up)"
        rf" (<:time>) (sooner"
        r"|earlier|later),? (?:and|but|with) (?:(?:still )?(?:stay|last|run|be there|be up) (?:for"
        r" )?(?:just )?as"
        r" long as (?:before|now|it does(?: now)?)|keep (?:its|the) (?:same )?(?:length|duration)|the same"
        rf" (?:length|duration)){_END}",
        r"move \1 \2 \3",
    ),
)  # fmt: skip
_TURNS = Rules(_RULES)
_RUN = (
    r"(?:cut|add|mute|remove|delete|rotate|reverse|split|stabili[sz]e|denoise|crop|keep only|speed up"
    r"|slow down)"
)
_NEXT = pattern(
    rf"(\A[ ,]*{_RUN}\b[^,\ue010-\ue01f]*[\ue010-\ue01f][\ue020-\ue029]+\ue000) (?={_RUN}\b(?! (?:in|out"
    rf"|off)\b))"
)


def spoken(text: str) -> str:
    """A marked sentence in which these turns are said as the frames know them."""
    if "," not in text:
        text = _in_one_run(text)
    return _TURNS.apply(text, plainly)


def _in_one_run(text: str) -> str:
    """ "Cut 0-5 s cut 55-60 s mute the rest", with commas."""
    done = ""
    while found := _NEXT.match(text):
        done, text = f"{done}{found[1]}, ", text[found.end() :]
    return done + text
