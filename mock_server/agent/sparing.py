"""What a sentence spares: "make all titles red but leave 'C' alone"."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.contradictions import overlap, settles
from mock_server.agent.tokens import Token

_SPARED = re.compile(
    r"[ ,;(]*(?:\b(?:and|but|while|just|please|only)\b )*\b(?:keep|leave|keeping|leaving) "
    r"(?P<kept>[^,;]{1,80}?) \b(?:alone|as (?:it|they) (?:is|are|was|were)|as is|untouched|unchanged"
    r"|the same|intact)\b"
    r"|[ ,;(]*(?:\b(?:and|but|while|please)\b )*(?:do not|don't|without) touch(?:ing)? "
    r"(?P<untouched>[^,;]{1,80})"
    r"|[ ,]*(?:但是?|不过|而)?(?:请|把|让|保留|保持)*(?P<rest>[^,]{1,40}?)(?:请|要|都|也)*"
    r"(?:(?:保持|维持)(?:不变|不动|原样)|不变|不动|原样|别动|不要动|除外)",
    re.IGNORECASE,
)
# What is not done to anything else spares nothing.
_ELSE = re.compile(
    r"\b(?:else|rest|others?|remaining|length|duration|order)\b"
    r"|其他|其余|其它|剩下|别的|所有|时长|一切|后面|之后|后续|内容|时间",
    re.IGNORECASE,
)


def spared(text: str) -> tuple[str, str]:
    """A marked sentence without what it spares, and that; the latter is empty when nothing is."""
    for match in _SPARED.finditer(text):
        kept = next(one for one in match.groups() if one is not None)
        if not _ELSE.search(kept):
            return text[: match.start()] + text[match.end() :], kept
    return text, ""


def touches(operations: Sequence[op.Operation], kept: Sequence[Token]) -> bool:
    """Whether what is to be spared would be changed with the rest."""
    spans = [token.readings["range"] for token in kept if token.is_a("range")]
    if spans:
        settled = settles(operations)
        return any(overlap(one.span, span) for one in settled for span in spans)
    return any(_is_of_many(one, kept) for one in operations)


def _is_of_many(one: op.Operation, kept: Sequence[Token]) -> bool:
    """Whether an operation is about several things, of which one is kept."""
    if isinstance(one, op.Level):
        return one.everything or any(token.is_a("sound") for token in kept)
    colored = isinstance(one, op.Change) and "color" in one.values
    if colored and any(token.is_a("colorword") for token in kept):
        return True
    if not isinstance(one, op.Change | op.Remove) or not (one.target.many or one.target.both):
        return False
    named = any(token.is_a(kind) for token in kept for kind in ("text", "file", "which", "it"))
    return named or any(token.is_a(role) for token in kept for role in one.target.roles)
