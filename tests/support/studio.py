"""A recipe and four clips, for `batch`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from mock_server.server import MockHandle
from support.commands import Call, Outcome

RECIPE = """\
let name = "Nobody"
title 0-1s "{name}"
cut 0-0.5s
"""
NAMES = ("a", "b", "c", "d")


class Studio:
    """A recipe and four clips, at a service that charges 5 credits for an edit."""

    def __init__(self, call: Call, service: MockHandle, project: Path, clip: bytes) -> None:
        self.call, self.service, self.path = call, service, project
        service.change(price_per_edit=5, price_per_session=0)
        self.write("w.edit", RECIPE)
        for name in NAMES:
            (project / f"{name}.mp4").write_bytes(clip + name.encode())

    def write(self, name: str, text: str) -> None:
        (self.path / name).write_text(text, "utf-8")

    def batch(self, *arguments: str) -> Outcome:
        return self.call("batch", "w.edit", *arguments)

    @property
    def sent(self) -> Counter[tuple[str, str]]:
        """What was sent to the agent, by session."""
        log = self.service.requests(call="run_sse")
        return Counter((str(one["session"]), str(one["instruction"])) for one in log)

    def is_done_once(self) -> bool:
        """Whether each of the four clips was placed, titled and cut once."""
        return len(self.sent) == 12 and set(self.sent.values()) == {1}

    def is_untouched(self) -> bool:
        calls = {str(one["call"]) for one in self.service.requests()}
        return not calls & {"run_sse", "upload", "create_session"}


def results(outcome: Outcome) -> dict[str, str]:
    """Result by clip, as the table says."""
    rows = outcome.out.split("\n\n")[1].splitlines()
    return {row[11:41].strip(): row[:9].strip() for row in rows}
