"""Orders that somebody has to agree to first, and what unsettles the orders beside it.

"先问一下客户，剪掉前5秒", "the client hasn't decided, cut the intro"; "speed it up. Nah, leave the speed".
"""

import re

_AWAITS = re.compile(
    r"[^,]*(?:[等待先][^,]{0,6}(?:问|确认|同意|批准|决定|回复|商量|点头|审|看过|通过)"
    r"|(?:没|没有|未|不)(?:确认|同意|批准|决定|回复|定|想好|点头|商量|审|答应|松口)(?:好|下来|过)?(?=[,吧呢]))"
    r"[^,]*,"
    r"|[^,]*\b(?:(?:has|have|is|are|am|'m|did)(?: not|n't)(?: yet| really| quite)? (?:decided?|approved?"
    r"|confirmed?|agreed?|signed off|sure|certain|convinced|answered|made up|replied|happy with"
    r"|seen (?:it|this))|(?:let me|i'll|i will|i have to|i need to|we should|first) (?:ask|check with"
    r"|wait)|wait(?:ing)? (?:for|until|on) (?:my|the|our|his|her|them|him)"
    r"|still (?:thinking|deciding|waiting|unsure))\b[^,]*,",
    re.IGNORECASE,
)
_MAY_AWAIT = re.compile("[等待先没未不]|n't |not |wait|still|ask|check", re.IGNORECASE)


def awaits(text: str) -> bool:
    """Whether somebody has to agree first, in front of what is ordered behind a comma."""
    return bool(_MAY_AWAIT.search(text) and _AWAITS.match(text))


_UNSETTLES = re.compile(
    r"\bnah\b|\bnever ?mind\b|\bforget (?:it|that|about|the|this)\b|\bon second thoughts?\b"
    r"|\b(?:scrap|scratch|cancel|skip) (?:the|that|this|it)\b|\bafter all\b|\bchanged my mind\b"
    r"|\bactually\b.*\b(?:no|not|don't|leave|skip|keep|skipping)\b"
    r"|\b(?:leave|keep) (?:the |my )?[a-z -]+ (?:out|off|away)\b"
    r"|算了|不用了|作废|还是[别不]|先不|反悔|后悔",
    re.IGNORECASE,
)
_QUOTED = re.compile("“[^”]*”")


def unsettles(words: str) -> bool:
    """Whether words that were not understood may take back what is understood beside them."""
    said = _QUOTED.sub("", words)
    return bool(_UNSETTLES.search(said)) or awaits(f"{said},")
