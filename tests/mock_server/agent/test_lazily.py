"""A regular expression that is compiled when it is used does what another does."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from mock_server.agent.values.lazily import Regex

TEXT = "Cut 5 to 8, then CUT 12."
CALLS = {
    "search": (TEXT, 3), "match": (TEXT, 12, 16), "fullmatch": ("cut 5",), "findall": (TEXT,),
    "split": (TEXT, 1), "sub": (r"<\1>", TEXT, 1),
}  # fmt: skip


def told(found: object) -> object:
    return (found.span(), found.groups()) if isinstance(found, re.Match) else found


@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("source", ["cut (\\d+)", "(\\d)", "x(y)"])
def test_it_finds_the_same(method: str, source: str) -> None:
    ours, theirs = Regex(source, re.I), re.compile(source, re.I)
    assert told(getattr(ours, method)(*CALLS[method])) == told(
        getattr(theirs, method)(*CALLS[method])
    )
    assert [*map(told, ours.finditer(TEXT))] == [*map(told, theirs.finditer(TEXT))]


def test_the_start_does_not_compile_what_no_message_has_asked_for() -> None:
    count = (
        "import gc, re._compiler as compiler\n"
        "done, plain = [], compiler.compile\n"
        "compiler.compile = lambda *given: done.append(given) or plain(*given)\n"
        "import mock_server.agent.execution.attempts\n"
        "from mock_server.agent.values.lazily import Regex\n"
        "print(sum(isinstance(one, Regex) for one in gc.get_objects()), len(done))\n"
    )
    run = subprocess.run([sys.executable, "-c", count], capture_output=True, text=True, check=True)
    made, done = map(int, run.stdout.split())
    assert made > 1000
    assert done < made / 4
