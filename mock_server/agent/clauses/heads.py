"""What a clause is about: its verb, its layer, its clip."""

from collections.abc import Sequence

from mock_server.agent.lexicon.tokens import Token

# What begins an order of its own after a comma or "and".
ORDERS = (
    "add", "remove", "cut", "keep", "set", "move", "replace", "rename", "undo", "reverse", "mute", "unmute",
    "freeze", "split", "generate", "fade", "fades", "rotate", "crop", "zoom", "blur", "faster", "slower",
    "ba", "denoise", "stabilize", "normalize", "flip", "heard", "show", "only", "lessen", "bleep",
    "arrange",
)  # fmt: skip
# Of these, what only goes on with the order before it: "add music, fade it in, set it to 30 %".
_GOES_ON = ("set", "fade", "fades", "faster", "slower", "only", "lessen", "ba", "move")
# What a clause is about, so that one without any of these goes on with the one before it.
_VERBS = (
    *ORDERS, "join", "duck", "louder", "quieter", "shape", "begin", "finish", "look", "volume",
    "speed", "off", "ba",
)  # fmt: skip
LAYER_KINDS = (
    "title", "caption", "lower-third", "music", "voiceover", "effect", "overlay", "words",
)  # fmt: skip


def head_of(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """What a following clause without a verb may inherit: the verb, and the layer it is about."""
    verb = next((one for one in tokens if not one.tags.isdisjoint(_VERBS)), None)
    if verb is None:
        return ()
    noun = next((one for one in tokens if is_layer(one)), None)
    return (verb,) if noun is None else (verb, noun)


def is_order(tokens: Sequence[Token]) -> bool:
    """Whether it has a verb that begins an order of its own."""
    verb = head_of(tokens)[:1]
    of_video = any(token.is_a("video") or token.is_a("denoise") for token in tokens)
    kinds = [kind for kind in ORDERS if of_video or kind not in _GOES_ON]
    return any(one.is_a(kind) and not one.is_a("for") for one in verb for kind in kinds)


def is_layer(token: Token) -> bool:
    return not token.tags.isdisjoint(LAYER_KINDS)


def names_a_clip(tokens: Sequence[Token]) -> bool:
    """Whether it begins with a clip by its number: "the second clip at 50 %"."""
    first = next((one for one in tokens if not (one.carries_nothing or one.is_a("and"))), tokens[0])
    return first.is_a("nth") and not names_a_layer(tokens)


def names_a_layer(tokens: Sequence[Token]) -> bool:
    """Whether a title, music, … is spoken of."""
    return any(map(is_layer, tokens))
