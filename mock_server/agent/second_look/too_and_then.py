"""English: "the caption too, and yellow" is two wishes; what comes "then" begins where the clause before
has ended; a text that is "not" to move stays where it is."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_THING = r"(?:title|caption|subtitle|lower third|logo|music|song|clip|video)s?"
_TOO = r"(?:too|also|as well)"
_AND_MORE = words(
    rf"\A(?:and )?(?:the )?{_THING} {_TOO},? (?:and |but )?(?!please|then\b)[a-z]"
    rf"|\A(?:and )?(?:for )?the (?:first|last|next|other) [\w.]+(?: s\w*)? {_TOO},? "
    r"(?:and |but |in |with |at )?(?!please|then\b)[a-z]"
    rf"|\A(?:and )?(?:from )?[0-9:]+ (?:to|until) [0-9:]+ {_TOO},? (?:and |but )?(?!please)[a-z]"
    "|\\A[ ,，]*(?:[前后]|最后|开头)[0-9.一二三四五六七八九十两]+秒钟?(?:也是|也一样|同样|也要"
    "|一样)[,，](?!中间|其[他它余]|别的|剩下|再把|然后把)",
)
_UNTIL_THEN = words(
    r"\A[^,;.]*\b(?:until|up to|for the first|for) (?:second )?[0-9:]+(?: ?(?:seconds?|secs?|s))?"
    r",? (?:and )?(?:then|after that|afterwards)\b"
)
_NOT_MOVED = words(
    r"\b(?:don't|do not|without) mov(?:e|ing) (?:the |any )?(?P<texts>texts?)\b"
    rf"|, (?:but )?the (?P<one>{_THING}) not\b"
)
_UNDONE_BUT = words(
    r"\b(?:undo|revert)(?: (?:it|that|this|everything))?[,.;]? (?:but|except|and keep|keep|leave)\b",
    r"\b(?:undo|revert)(?: (?:it|that|this|everything))?[,.;] (?:the )?[\w ]{2,20}"
    r" (?:stays?|can stay|remains?)\b",
)
_TEXTS = ("title", "caption", "lower-third")


def _leaves_out_one_of_two(plain: str, edit: Edit) -> bool:
    """ "The logo too, over 1 s", and the logo is there for a second."""
    return bool(_AND_MORE.search(plain))


def _begins_before_then(plain: str, edit: Edit) -> bool:
    """ "Mute until 10, then double speed", and all of it is twice as fast."""
    if not _UNTIL_THEN.search(plain):
        return False
    was, now = edit.before[0], edit.after[0]
    return any(
        all(key in one for one in now) and not any(key in one for one in was)
        for key in ("speed", "color", "vol", "reverse", "rotate")
    )


def _moves_a_text(plain: str, edit: Edit) -> bool:
    """ "Cut 2 to 4, don't move the texts", and they come sooner."""
    said = _NOT_MOVED.search(plain)
    if said is None:
        return False
    kept = _TEXTS if said["texts"] else (said["one"].lower().rstrip("s").replace(" ", "-"),)
    return any(
        was.get("role") in kept and (was.get("s"), was.get("d")) != (now.get("s"), now.get("d"))
        for was, now in edit.layers
    )


def takes_back_what_stays(plain: str, edit: Edit) -> bool:
    """ "Undo, but keep the logo", and that is as it was before, too."""
    return bool(_UNDONE_BUT.search(plain))


CHECKS = (_leaves_out_one_of_two, _begins_before_then, _moves_a_text)
