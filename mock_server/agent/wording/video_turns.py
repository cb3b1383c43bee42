"""Plain ways to ask for an edit of the video itself, said as the frames know them."""

from mock_server.agent.values.rules import Rules, plainly

_LEAVES = (
    r"(?:cut|remove|delete|trim|chop|shorten|take|drop|lose|get rid of|clean|clear)(?: out| up)?"
)
_RULES: tuple[tuple[str, str], ...] = (
    (r"\A[ ,]*(?:first of all|to begin with|(?:first|second|third|last)(?:ly)?)[,:] (?=[a-z])", ""),
    (r", (?:and )?(?:with )?(?:no|without(?: any)?) (?:sound|audio)(?=[ .!]*\Z)", ", mute the video"),
    (
        r"\A[ ,]*(?:i|we) (?:don't|do not) (?:want|need|like) the (?:original |own )*(?:sound|audio)"
        r"(?: at all| any ?more)?(?:, (?:so )?(?:please )?mute (?:it|the video|the clip))?(?=[ .!]*\Z)",
        "mute the video",
    ),
    (r"(\btransition[^,]* at <:time>) where the cut is", r"\1"),
    # --- what goes, and what stays
    (r"\bboth (<:range>) and (?=<:range>)", r"\1 and "),
    (
        r"\A[ ,]*(?:cut|trim|shorten|reduce)(?: it| the (?:video|clip))?(?: down)? to"
        r" (?=(?:only |just )?<:range>[ .!]*\Z)",
        "keep only ",
    ),
    (r"\b(?:limit|reduce|restrict) (?:it|the (?:video|clip)) to (<:time>)", r"trim the video to \1"),
    (r"\A[ ,]*(?:i|we) just (?:want|need) (?=(?:the (?:part|bit|section) )?<:range>)", "only "),
    (r"\A[ ,]*just (?=<:range>(?: please)?[ .!]*\Z)", "only "),
    (
        r"\A[ ,]*(<:range>) (?:is|are) (?:enough|plenty|all (?:i|we) (?:need|want))(?=[ .!]*\Z)",
        r"keep only \1",
    ),
    (
        r"\A[ ,]*(?:the (?:part|bit|section) )?(<:range>) (?:isn't|aren't|is not|are not|is no longer"
        r"|are no longer) (?:needed|necessary|required|any good|usable)(?: any ?more)?(?=[ .!]*\Z)",
        r"remove \1",
    ),
    (
        r"\A[ ,]*(?:i|we) (?:don't|do not) (?:need|want) (?:anything|everything|what comes|what's|what is"
        r"|whatever is|the (?:part|bit|stuff)) (<:range>)(?=[ .!]*\Z)",
        r"remove \1",
    ),
    (
        rf"\b({_LEAVES}) (?:the |all |all the |any )?(?:silence|gaps|awkward gaps)(?=[ .!,]*\Z|,| and\b"
        r"| longer| over)",
        r"\1 the silences",
    ),
    # --- how fast, and which shape
    (r"\b(make|play|run) (it|the video|<:range>) half as fast", r"\1 \2 at half speed"),
    (r"\b(?:have|need|want|like) (?:it|this|the video) in (?=<:ratio>)", "make it "),
    (r"\A[ ,]*(?:it's|it is|the video is) too (?:slow|fast),? (<:factor>)(?: please)?(?=[ .!]*\Z)",
     r"set the speed to \1"),
    # --- how it looks and sounds
    (
        r"\b(?:remove|take off|drop|delete|lose|get rid of|take away|switch off|turn off) the colou?r"
        r" (?=filter|look|grade|grading|effect|tint)",
        "remove the ",
    ),
    (r"\b(?:make|let) the colou?rs (?:pop|stand out)", "make the colours vivid"),
    (r"\A[ ,]*(?:a bit |a little )?more colou?rs?(?: please)?(?=[ .!]*\Z)", "make it more colourful"),
    (
        r"\A[ ,]*(?:please )?(?:undo|remove|reverse|lose) the (?:black (?:and|&) white|b&w|sepia)"
        r"(?: look| effect| filter)?(?=[ .!]*\Z)"
        r"|\A[ ,]*(?:make it|turn it|put it|have it|go) (?:back )?(?:to |in |into )?colou?r(?: again| back)"
        r"(?=[ .!]*\Z)",
        "remove the filter",
    ),
    (
        r"\b(?:my|his|her|the|our|their) voices? (?=(?:is |are |should be )?(?:a bit |a little |much |way "
        r"|too )*(?:loud|quiet|soft|faint|low))",
        "the speech ",
    ),
    (
        r"\b(?:make|keep) the (volume|audio|sound|levels?|loudness) (?:more )?(?:even|consistent|uniform"
        r"|equal)",
        r"normalize the \1",
    ),
    (r"\bless (?=(?:background )?(?:noise|hiss|hum)\b)", "reduce the "),
    (
        r"\b(?:make (?:it|the (?:video|footage|picture)) )?less (?:shaky|wobbly|jittery|bumpy)",
        "stabilize it",
    ),
    (r"\bsteady (?:up )?the (?:camera|handheld)", "steady the footage"),
    # --- fades
    (r"\b(?:add|put|have|use) (?:a )?fades? (?:at|on) (?:both|the two) ends", "fade in and out"),
    (
        r"\bfade the (?:start|beginning|opening) in,? and (?:fade )?the (?:end|ending) out",
        "fade in and out",
    ),
    (r"\bfade the (?:end|ending) (?:out )?to black", "fade out at the end"),
    (r"\b(?:add|put) a (<:time> )?fade (?:at|to|on) the (?:very )?end(?=[ .!]*\Z|,| and\b)",
     r"add a \1fade out at the end"),
    (r"\b(?:add|put) a (<:time> )?fade (?:at|to|on) the (?:very )?(?:start|beginning)(?=[ .!]*\Z|,| and\b)",
     r"add a \1fade in at the start"),
    # --- clips
    (
        r"\b((?:put|add|insert|place) <:file>) (?:in front(?: of (?:it|the (?:video|clip)))?|before"
        r" (?:it|the (?:video|first clip|clip)|everything))(?=[ .!]*\Z)",
        r"\1 at the beginning",
    ),
    (r"\bthe transition should (?:take|last|be) (?=<:time>)", "set the transition to "),
    # --- held
    (r"\A[ ,]*(?:pause|stop)(?: the (?:picture|image|frame))? (?=<:range>)", "freeze "),
)  # fmt: skip
_TURNS = Rules(_RULES)
# Before times are ranges.
_MEASURED = Rules(
    (
        (
            r"\b(?:trim|shorten|cut) (?:down )?the (?:very )?(start|beginning|front|end)"
            r"(?: of (?:it|the video|the clip))? by (<:time>)",
            r"cut \2 off the \1",
        ),
    )
)


def measured(text: str) -> str:
    """A sentence whose times are marked, in which these turns say how much of an end is meant."""
    return _MEASURED.apply(text, plainly)


def video_turns(text: str) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    return _TURNS.apply(text, plainly)
