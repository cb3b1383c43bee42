"""What the vendor's tool sends for `create`: a prompt with the length and the shape that were asked for."""

from __future__ import annotations

import re

CREATED = re.compile(
    r"(?P<prompt>.+?)[.。]? Duration: (?P<seconds>\d{1,3}) seconds?"
    r"(?:\. Aspect ratio: (?P<ratio>\d{1,2}:\d{1,2}))?",
    re.DOTALL,
)


def as_instruction(text: str) -> str:
    """The instruction that such a prompt amounts to; any other text as it is."""
    found = CREATED.fullmatch(text.strip())
    if found is None:
        return text
    prompt = " ".join(found["prompt"].replace('"', "'").split())
    made = f'Generate a clip of {found["seconds"]} seconds: "{prompt}".'
    shape = f"\nChange the aspect ratio to {found['ratio']}." if found["ratio"] else ""
    return made + shape
