"""Whether a clause may mean what it reads with the verb of the one before it, or by itself."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.clauses.heads import LAYER_KINDS, head_of, is_layer
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex

_SAYING_HOW = (
    "bigger", "smaller", "louder", "quieter", "fade", "fades", "mute", "reverse", "faster", "slower",
    "look",
)  # fmt: skip
_UNTIL = Regex(r"until|till|up to|直到", re.IGNORECASE)
ADDING = ("add", "show", "set", "bleep", "heard", "zoom", "blur", "duck")


def goes_on(
    found: Sequence[op.Operation], tokens: Sequence[Token], verb: Token, *, noun: bool
) -> bool:
    """Whether a clause that inherits its verb may mean this."""
    if _adds_music(found) and not (noun or _names(tokens)):
        return False
    known = any(one.words.lower() == "the" for one in tokens) and not _names(tokens)
    if (known or not noun) and any(isinstance(one, op.HeardCaptions) for one in found):
        # "add a subtitle 'A', in bold": of that one; "add a fade out, the caption blue"
        return False
    if _removes_a_text(found, tokens) and (verb.is_a("cut") or verb.is_a("remove")):
        return False  # "remove 0-2 s, title 'A' 0-3 s"
    if not head_of(tokens) and all(t.carries_nothing or t.is_a("time") for t in tokens):
        return verb.is_a("last") or not _moves(found)
    if verb.is_a("fades") and any(map(sets_length, found)):
        return False
    if verb.is_a("fade") and any(one.is_a("in") or one.is_a("out") for one in tokens[:2]):
        return False  # "fade in the title and out the music"
    layers = [one for one in found if isinstance(one, op.AddLayer)]
    if any(one.role == "overlay" and "src" not in one.values for one in layers):
        return False  # which picture?
    added = bool(layers) or any(map(_or_adds, found))
    if any(one.role == "effect" and one.range == op.WHOLE for one in layers):
        return False  # "blur 40% across from 3 to 5 s, then 60% across": when?
    if added and any(t.is_a("range") and _UNTIL.match(t.words) for t in tokens):
        return False  # "'A' until 5 s, then until 9 s 'B'"
    held = verb.is_a("fade") and any(token.is_a("whole") for token in tokens)
    if held or (added and not any(map(verb.is_a, ADDING))):
        return False  # "fade in, logo.png top right": the logo does not fade
    colored = any(token.is_a("lookword") or token.is_a("colorword") for token in tokens)
    if verb.is_a("look") and colored:
        return False  # "…, the second half in color"
    return not (_moves(found) and verb.is_a("add"))


def says_its_own(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a clause says how something is to be, and the verb before it says so of something else."""
    if not any(map(verb.is_a, _SAYING_HOW)):
        return False
    sized = verb.is_a("bigger") or verb.is_a("smaller")
    leaning = ("number", "percent", "stop", "and", "atleast", *(() if sized else ("time", "range")))
    return any(
        not (token.carries_nothing or is_layer(token) or any(map(token.is_a, leaning)))
        for token in tokens
    )


def _removes_a_text(found: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether a text with a time of its own, of which nothing says that it is there, would be removed."""
    told = any(one.is_a("text") for one in tokens) and any(one.is_a("range") for one in tokens)
    known = any(one.words.lower() in ("the", "my", "that", "this") for one in tokens)
    return told and not known and any(isinstance(one, op.Remove) for one in found)


def _or_adds(one: op.Operation) -> bool:
    return isinstance(one, op.Change) and one.otherwise is not None


def sets_length(one: op.Operation) -> bool:
    return isinstance(one, op.Change) and one.length is not None


def is_text(found: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether a text is added of which nothing says what it is."""
    plain = not head_of(tokens) and not any(map(is_layer, tokens))
    return plain and any(isinstance(one, op.AddLayer) and one.role == "title" for one in found)


def only_when(found: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether a clause of a list is nothing but a time, which may belong to what is listed."""
    told = ("it", "both", "text", *LAYER_KINDS)
    named = any(token.is_a(kind) for token in tokens for kind in told)
    bare = all(token.carries_nothing or token.is_a("time") for token in tokens)
    return (_moves(found) or bare) and not (named or head_of(tokens))


def keeps_a_part(found: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether a clause without a verb may say where the one before it holds: "2x, 10-20 s only"."""
    said = [token for token in tokens[1:] if not token.is_a("only")]
    if tokens[0].is_a("keep") and any(one.is_a("only") for one in tokens[1:]):
        return False  # a verb of its own: "make it vertical, keep only 0-20 s"
    return any(isinstance(one, op.Keep) for one in found) and not head_of(said)


def _moves(found: Sequence[op.Operation]) -> bool:
    changes = [one for one in found if isinstance(one, op.Change)]
    return any(one.range or one.at is not None or one.length for one in changes)


def _adds_music(operations: Sequence[op.Operation]) -> bool:
    return any(isinstance(one, op.AddLayer) and one.role == "music" for one in operations)


def _names(tokens: Sequence[Token]) -> bool:
    """Whether a clause names what it adds; "quiet" alone may be said of what was added before."""
    return any(token.is_a(kind) for token in tokens for kind in ("text", "file", "genre"))
