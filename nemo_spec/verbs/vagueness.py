"""Instructions that no agent can carry out and nobody can check."""

from __future__ import annotations

import re

_VAGUE = (
    (
        r"(make|get) (it|this|the (video|clip|edit)) (look )?(better|nicer|good|great|cool|pop|nice)"
        r"|improve (it|this|the (video|clip|quality))|polish (it|this)|enhance (it|this|the video)"
        r"|让(它|视频)?(更)?(好看|好|漂亮|酷|炫)(一点|些)?|变得更好|优化(一下)?(视频)?|美化(一下)?(视频)?",
        'name the edits: `trim pauses`, `color "warm" 40%`, `title 0-3s "…"`',
    ),
    (
        r"fix (it|this|everything|the (video|clip|problem))|修(复|好|一下)(它|视频)?|改好",
        "say what is wrong: `denoise`, `stabilize`, `cut 3-5s`",
    ),
    (
        r"(more|look) professional|make (it|this) (look )?professional|like a pro"
        r"|(更)?专业(一点|些)?|高级(感)?(一点|些)?",
        'name the parts: `lower-third 2-6s "Name" "Role"`, `normalize`, `music "corporate" volume 20%`',
    ),
    (
        r"do (your|the) (magic|thing|best)|surprise me|be creative|whatever you (like|think)"
        r"|随便|自由发挥|你看着办",
        "say what must be on the timeline, and when",
    ),
)


def concrete_alternative(message: str) -> str:
    """What to write instead of a vague instruction; empty when it is concrete enough.

    An instruction with a number or a quoted text is taken for concrete.
    """
    if re.search(r"[0-9\"\u201c\u300c]", message):
        return ""
    for pattern, cure in _VAGUE:
        if re.search(pattern, message, re.IGNORECASE):
            return cure
    return ""
