"""How many times as much something is to be in English: "three times as loud", "half its size"."""

from re import Match

from mock_server.agent.values.numbers import NUMBER, number

AS_IT_IS = (
    r"(?: (?:as|than) (?:it is|it was|now|before|that))?"
    r"(?: (?:now|at the moment|right now))?(?! again)"
)
TIMES_AS = rf"twice|double|triple|(?:{NUMBER}) ?(?:times|x)"
SHARE_OF_ITS = (
    r"(?:(?P<k>an?|one|two|three|four) )?(?P<nth>half|thirds?|quarters?|fifths?) (?:of )?"
    r"(?:its|his|her|their|the (?:current|present|original))(?: (?:current|present|original|former))?"
)
_WORDS = {"twice": 2.0, "double": 2.0, "triple": 3.0}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_NTHS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}


def times_as(found: Match[str]) -> float:
    """ "Three times"."""
    told = found["n"].lower().strip()
    for end in ("times", "x"):
        told = told.removesuffix(end).strip()
    return _WORDS[told] if told in _WORDS else float(number(told))


def share_of_its(found: Match[str]) -> float:
    """ "Two thirds of its …"."""
    count = _COUNTS[(found["k"] or "a").lower()]
    return round(count / _NTHS[found["nth"].lower().rstrip("s")], 6)
