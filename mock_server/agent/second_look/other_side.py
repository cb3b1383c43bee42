"""Where a thing in a corner goes that is told one side only: "换到左边" may be the other corner."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_SIDES = {"left", "right", "top", "bottom"}
_PLAIN = words(
    r"\b(?:middle|centre|center|centred|centered|edge|side|top|bottom|upper|lower|up|down|above"
    r"|below|corner)\b",
    "中间|居中|正中|边缘|上|下|顶|底|角",
)

_BOTH_SIDES = words(r"\bleft\b.*\bright\b|\bright\b.*\bleft\b", "左.*右|右.*左")
_RATHER = words(
    r"(?:\bnot|n't)\b[^,;.]*\b(?:left|right)\b,? (?:side,? )?but\b",
    r"\bfrom the (?:left|right) to the\b",
)


def _leaves_its_row(plain: str, edit: Edit) -> bool:
    """ "logo.png放右下角" and "换到左边", and it is half-way up."""
    if _BOTH_SIDES.search(plain) and not _RATHER.search(plain):
        return False
    return not _PLAIN.search(plain) and any(
        str(now.get("pos")) in _SIDES
        and "-" in str(was.get("pos", ""))
        and str(now["pos"]) not in str(was["pos"]).split("-")
        for was, now in edit.altered
    )


_NOT_THAT_SIDE = words(
    r"(?:\bnot|n['’]t)\b[^,;.]*\b(?:left|right|top|bottom)\b(?: side)?,? but (?:rather )?(?:on|at"
    r"|to|in) the"
    r" (?:left|right|top|bottom)\b(?![- ](?:left|right|cent))"
)


def _loses_its_corner(plain: str, edit: Edit) -> bool:
    """ "The logo shouldn't be on the left but on the right", and it is half-way up."""
    return bool(_NOT_THAT_SIDE.search(plain)) and any(
        str(now.get("pos")) in _SIDES and "-" in str(was.get("pos", ""))
        for was, now in edit.altered
    )


CHECKS = (_leaves_its_row, _loses_its_corner)
