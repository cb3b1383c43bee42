"""An English message behind one that has taken the last step back: "cut the first 5 instead" is no more
than "cut the first 5"."""

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS

_UNDONE = Regex(
    r"\W*(?:(?:no|oh|ok|okay|please|wait|sorry|actually|oops|hm+)\b[ ,.!…]*)*"
    r"(?:(?:undo|revert|cancel)(?: (?:that|it|this|the last (?:step|one|change|edit|thing|cut)))?"
    r"|take (?:that|it) back)(?:[ ,]*(?:please|again|thanks))*[ .!]*",
    FLAGS,
)
_INSTEAD = Regex(
    r"(?P<told>(?:(?:please|now|and|then|ok|okay)[ ,]+)*(?:cut|trim|remove|delete|drop|lose|mute|keep|crop"
    r"|rotate|reverse|blur|freeze)\b[^?;]*?),? instead(?:,? please)?(?P<end>[ .!]*)",
    FLAGS,
)


def instead_of_undone(message: str, before: str) -> str:
    """The message without "instead" where that is said of what the one before has undone; else itself."""
    found = _INSTEAD.fullmatch(message.strip()) if _UNDONE.fullmatch(before) else None
    if found is None or "instead" in found["told"].lower():
        return message
    return f"{found['told']}{found['end']}"
