"""Several English orders in one message, each of which is said in plainer words by itself."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex

_ORDER = (
    r"(?:please )?(?:add|append|attach|blur|boost|bring|caption|change|clean|colou?r|crop|cut|darken"
    r"|delete|denoise"
    r"|double|drop|duck|end|extend|fade|fix|flip|freeze|get rid of|give|halve|have|hide|hold|insert"
    r"|introduce|keep"
    r"|lay|leave|let|lose|lower|make|mirror|move|mute|overlay|paint|place|play|put|raise|reduce|remove"
    r"|rename|replace|reverse|rotate|scale|set|shift|shorten|show|skip|slow|speed|split|stabili[sz]e|start"
    r"|swap|tack|take|throw|trim|turn|use|write|zoom)\b"
)
_BETWEEN = Regex(
    rf"(?P<link>[,;] (?:and |then |also )*|\.(?: (?:and |then |also )*)| (?:and |then "
    rf"|also )+)(?={_ORDER})",
    re.IGNORECASE,
)
_BEGINS = Regex(_ORDER, re.IGNORECASE)
# What may reach over the end of its clause: a condition, a choice, a denial, what holds of several.
_REACHES = Regex(
    r"\b(?:if|unless|when|whenever|while|either|or|instead|rather|not|never|no|without|except|both|each"
    r"|respectively|all (?:of|three|four|in|at|with|from)|same|wait|sorry|actually|maybe|but)\b|n't\b|\?",
    re.IGNORECASE,
)


def clause_by_clause(text: str, plain: Callable[[str], str]) -> str:
    """The orders of a text, each in the words that `plain` has for it; the same text where one of them may
    say something of another."""
    if not _BEGINS.match(text) or _REACHES.search(text):
        return text
    start, said = 0, ""
    for found in (*_BETWEEN.finditer(text), None):
        end = found.start() if found else len(text)
        said += plain(text[start:end]) + (found["link"] if found else "")
        start = found.end() if found else end
    return said if start else text
