"""What lies behind a text: "write 'The end' on black" is not written in black."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex

_ON = Regex(
    r"\bon (?:an? )?(?:plain |solid |pure )?"
    r"(?P<color>black|white|red|blue|green|yellow|grey|gray|orange|pink|purple)\b",
    re.IGNORECASE,
)


def _is_of_that_color(plain: str, edit: Edit) -> bool:
    told = {one["color"].lower() for one in _ON.finditer(plain)}
    return bool(told) and any(
        str(now.get("color")) in told and was.get("color") != now.get("color")
        for was, now in edit.layers
        if now
    )


CHECKS = (_is_of_that_color,)
