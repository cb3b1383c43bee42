"""Plain ways to ask for an edit of the video itself, said as the frames know them."""

from mock_server.agent.values.rules import Rules, plainly

_LOOK = (
    r"(?:sepia|vintage|vivid|warm|cool|black and white)(?: look| filter| effect)?|fade(?:[- ](?:in|out))?"
    r"|rotation"
)
_PACE = (
    r"(?:slow[- ]?mo(?:tion)?|fast[- ]forward|time[- ]?lapse|(?:double|triple|half) speed|speed[- ]?up"
    r"|speed change)"
)
_RULES: tuple[tuple[str, str], ...] = (
    (r"\A[ ,]*(?:first of all|to begin with|(?:first|second|third|last)(?:ly)?)[,:] (?=[a-z])", ""),
    (r", (?:and )?(?:with )?(?:no|without(?: any)?) (?:sound|audio)(?=[ .!]*\Z)", ", mute the video"),
    (
        r"\A[ ,]*(?:i|we) (?:don't|do not) (?:want|need|like) the (?:original |own )*(?:sound|audio)"
        r"(?: at all| any ?more)?(?:, (?:so )?(?:please )?mute (?:it|the video|the clip))?(?=[ .!]*\Z)",
        "mute the video",
    ),
    # --- what goes, and what stays
    (r"\bboth (<:range>) and (?=<:range>)", r"\1 and "),
    (r"\A[ ,]*just (?=<:range>(?: please)?[ .!]*\Z)", "only "),
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
    # --- how fast, and which shape
    # --- how it looks and sounds
    (
        r"\b(?:remove|take off|drop|delete|lose|get rid of|take away|switch off|turn off) the colou?r"
        r" (?=filter|look|grade|grading|effect|tint)",
        "remove the ",
    ),
    (r"\b(?:make|let) the colou?rs (?:pop|stand out)", "make the colours vivid"),
    (
        r"\b(?:make|keep) the (volume|audio|sound|levels?|loudness) (?:more )?(?:even|consistent|uniform"
        r"|equal)",
        r"normalize the \1",
    ),
    (
        r"\b(?:make (?:it|the (?:video|footage|picture)) )?less (?:shaky|wobbly|jittery|bumpy)",
        "stabilize it",
    ),
    # --- what is switched off
    (
        rf"\b(?:turn|switch|shut) off the ({_LOOK})(?=[ .!]*\Z)|\b(?:turn|switch|shut) the ({_LOOK}) off"
        r"(?=[ .!]*\Z)",
        r"remove the \1\2",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:(?:(?:turn|switch|shut|take) off|drop|remove|lose|cancel|disable"
        rf"|get rid of"
        rf"|undo) the {_PACE}|(?:turn|switch|shut|take) the {_PACE} off)(?=[ .!]*\Z)",
        "back to normal speed",
    ),
    # --- fades
    (r"\b(?:add|put|have|use) (?:a )?fades? (?:at|on) (?:both|the two) ends", "fade in and out"),
    # --- clips
    (
        r"\b((?:put|add|insert|place) <:file>) (?:in front(?: of (?:it|the (?:video|clip)))?|before"
        r" (?:it|the (?:video|first clip|clip)|everything))(?=[ .!]*\Z)",
        r"\1 at the beginning",
    ),
    (
        r"\b(?:stitch|splice|join|glue) (?:together )?(<:range>,? (?:and|with|to|&) <:range>)(?: together)?"
        r"(?=[ .!]*\Z|, nothing else)",
        r"keep only \1",
    ),
    (
        r"\b(mute|silence|lower|duck|quieten|turn down|bring down|turn(?= the original down)) the original"
        r"(?=[ .!]*\Z|,| (?:down|to|by|under|a bit|and)\b)",
        r"\1 the original sound",
    ),
    (
        r"\A((?:(?!\b(?:move|push|drag|slide|shift|nudge)\b).)*"
        r"(?:top|bottom|upper|lower)[- ](?:left|right)(?: corner)?)"
        r" all the way(?: through)?(?=[ .!]*\Z|,)",
        r"\1 throughout",
    ),
    (
        r"\A[ ,]*(?:(?:actually|sorry|hmm|ok|please)[ ,]+)*no (?:more )?(fades?(?:[- ](?:in|out))?"
        r"(?: (?:at|on|from) the (?:start|beginning|end))?)"
        r"(?:,? (?:after all|any ?more|please))*(?=[ .!]*\Z)",
        r"remove the \1",
    ),
    (
        r",? ?(?:but |and )?(?:start|begin|play)(?:ing)?(?: it| the (?:song|music|track))? (?:from |at )?"
        r"(?:(?:its|the (?:song|track)'s) (<:time>) (?:point|mark)|"
        r"(<:time>) into (?:it|the (?:song|track)))",
        r" from \1\2 into the song",
    ),
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
