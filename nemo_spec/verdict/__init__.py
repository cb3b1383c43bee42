"""Timeline × Timeline → Findings: did the edit happen, and did nothing else.

What a draft must look like is the edit's own effect on the draft before it; nothing is stated twice.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _CallableRoom(ModuleType):
    """The public function `nemo_spec.verify` has the name of this room: to call the room is to call it."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return import_module("nemo_spec.api.verify").verify(*arguments, **options)


sys.modules[__name__].__class__ = _CallableRoom
