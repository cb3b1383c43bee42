"""Values that are nearly right: the value that was probably meant."""

from __future__ import annotations

import re

_CASELESS_UNIT = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(ms|s|m|p|x|fps|db)", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2})(?:h|hr|hours?)")
_SECONDS = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:sec|secs|seconds?)")
_END = re.compile(r"[0-9][0-9.:ms]*|start|end")


def as_value(written: str) -> str:
    """The value that was meant, or nothing."""
    if re.fullmatch(r"\.[0-9]+(ms|s|m|%|x)", written):
        return f"0{written}"
    if re.fullmatch(r"[0-9]+m[0-9]+", written):
        return f"{written}s"
    if hours := _HOURS.fullmatch(written):
        return f"{int(hours[1])}:00:00"
    if seconds := _SECONDS.fullmatch(written):
        return f"{seconds[1]}s"
    if unit := _CASELESS_UNIT.fullmatch(written):
        return unit[1] + unit[2].lower().replace("db", "dB")
    return ""


def as_range(written: str) -> str:
    """The range that was meant by two times of which one is written wrong, or nothing."""
    left, dash, right = written.partition("-")
    if not (dash and left and right):
        return ""
    ends = [as_value(end) or end for end in (left, right)]
    ends = [f"0{end}" if end.startswith(".") else end for end in ends]
    both = "-".join(ends)
    return both if both != written and all(_END.fullmatch(end) for end in ends) else ""
