"""Failures of the mock itself."""

from __future__ import annotations

import logging

log = logging.getLogger("mock_server")


class Bugs(list[str]):
    """Failures of the mock itself, one line each; a test should find none."""

    def report(self, where: str, error: BaseException) -> str:
        """Add a failure, log its traceback and return its line."""
        text = f"{where}: {type(error).__name__}: {error}"
        self.append(text[:1000])
        log.error("the mock failed: %s", text, exc_info=error)
        return text
