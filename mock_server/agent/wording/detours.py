"""What goes without saying around an order, and orders that take a detour, said plainly."""

from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import RANGE
from mock_server.agent.values.rules import Rules, plainly

_RULES: tuple[tuple[str, str], ...] = (
    (
        r"\A[ ,]*(?:i'm |i am )?sorry to (?:bother|disturb|trouble) you(?: again)?,? (?:but )?(?=[a-z])",
        "",
    ),
    (
        r"\A[ ,]*if (?:it's|it is|that's) not too much (?:trouble|to ask)[, ]+(?=[a-z])",
        "",
    ),
    (
        r"\A[ ,]*(?:can|could|may) (?:i|we) (?:please )?(?:have|get) (?=(?:the |an? )?(?:title|caption|text"
        r"|lower[- ]third) <:text>)",
        "could you add ",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:don't|do not) (?:delete|remove|cut|touch|move) ({THE}),? (?:only|just"
        rf"|but|rather)"
        r" (?:just |only )?([a-z]+) it\b",
        r"\2 \1",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:don't|do not) (?:touch|change) ({THE}),? but (?=[a-z]+ the (?:video"
        rf"|picture|clip)\b)",
        "",
    ),
    (
        r"\b(cut|remove|delete|drop|trim)( out| off)? everything (?:from |between |in"
        r" )?(?=<:range>)(?!.*\b(?:except|but|apart)\b)",
        r"\1\2 ",
    ),
    (
        r"\b(?:subtitles|captions) (?:from|of|for) (?:what (?:i'm|i am|we're|he's|she's|is being)"
        r" (?:saying|said)"
        r"|(?:the|my) speech|what i say)\b",
        "automatic captions",
    ),
    (
        r"((?:\A|[ ,])(?:all(?: of)?(?: the)?|every|each|both|everything|it|whole|entire|video)\b"
        rf"[^,{RANGE}]{{0,60}}?),? (?:but|except|only|just|though)(?: please| just| only)*(?:"
        r" not(?: for| on| in| during)?| (?:keep|leave|spare)) ((?:the )?(?:first|second|third|fourth|fifth"
        r"|last)(?: one| title| caption)?|<:text>|(?:the )?<:range>)(?: alone| out(?: of it)?| untouched|"
        r" unchanged| as (?:it|they) (?:is|are))?(?=[ .!]*\Z)",
        r"\1 except \2",
    ),
    # "That's cool, thanks" is praise, and no cool look.
    (
        r"\A[ ,]*(?:(?:oh|wow|ok|okay|yeah|yes|nice|great|that's|that is|that was|this is|it's|it is"
        r"|it looks|that looks|this looks|looks|so|very|really|pretty|quite|super|how)[ ,]+)*cool"
        r"(?:[ ,]+(?:thanks?|thank you|thx|cheers|man|dude|bro|mate|stuff|good|great|nice|so far|well done"
        r"|good job|great job|love it|i like it|already|now))*(?=[ .!]*\Z)",
        "great",
    ),
    (
        r"\A[ ,]*(?:(?:that's|that is|this is|it looks|looks|so|very|really|pretty) )*cool,? "
        r"(?=(?:now|and now|next|but now|and then|then|can you|could you|please|let's)\b)",
        "",
    ),
    (
        r"\breverse (?:that|the|my|this|your)(?: very)?(?: last| previous| latest| recent)? "
        r"(?:change|edit|step|action|operation)s?\b",
        "undo the last change",
    ),
    (
        r"\breverse (?:what|whatever) (?:you|we|i) (?:have )?(?:just )?(?:did|done|changed)\b",
        "undo that",
    ),
    (
        r"\b(make|turn) (it|the video|the music|the sound) loud(?= and\b|,|[ .!]*\Z)",
        r"\1 \2 louder",
    ),
    (
        r"(<:percent> volume|volume <:percent>|half volume|full volume|at <:percent>)(?:, (?:and |but )?"
        r"| and | but )the (first|second|third|last|other)(?: one| clip)? not at all(?=[ .!]*\Z)",
        r"\1 and mute the \2 clip",
    ),
    (r", no (?:sound|audio)(?=, |[ .!]*\Z)", ", mute the video"),
    (
        r"(<:file> (?:under|over|during|for) the (?:first|second|last) (?:half|third|quarter)) only\b",
        r"\1",
    ),
    (r"\bshorten (?:the video|it|this) by (?:removing|cutting(?: off)?|dropping) ", "cut "),
    (
        r"\b(louder|quieter|bigger|smaller|faster|slower) than (?:it is(?: right)?(?: now)?|now|before)\b",
        r"\1",
    ),
    (rf"\bhave ({THE}) (?=(?:fade|start|end|appear|stay|last|move)\b)", r"let \1 "),
)
_TURNS = Rules(_RULES)


def politely(text: str) -> str:
    """A marked sentence without these detours."""
    return _TURNS.apply(text, plainly)
