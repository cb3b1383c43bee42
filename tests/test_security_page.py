"""Every promise of SECURITY.md names a test that is there."""

from __future__ import annotations

import re

from support.paths import ROOT


def test_promises_name_tests_that_are_there():
    rows = re.findall(r"^\| ([^|*]+) \| (.+) \|$", (ROOT / "SECURITY.md").read_text("utf-8"), re.M)
    named = {promise: re.findall(r"`([\w/.]+)`", tests) for promise, tests in rows[1:]}
    assert len(named) > 20
    everything = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for promise, tests in named.items():
        assert tests, promise
        for test in tests:
            there = (ROOT / test).is_file() if "/" in test else f"def {test}(" in everything
            assert there, f"{promise}: {test}"
