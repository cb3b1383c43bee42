"""The NemoVideo API from the caller's side. The only place that imports httpx."""

import sys
from typing import Any

# httpx takes its own command line along where click and rich are installed: a third of what importing it
# takes, for nothing that is used here. It counts as not installed; an httpx that is loaded stays as it is.
_modules: dict[str, Any] = sys.modules
_modules.setdefault("httpx._main", None)
