"""Commands of extras that are not installed."""

from __future__ import annotations

import pytest
from support.commands import run_command

from nemo_spec.cli import extras


@pytest.mark.parametrize("command", ["lsp", "mcp"])
def test_a_missing_extra_is_named(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    outcome = run_command([command], capsys)
    assert outcome.code == 2
    assert f"pip install 'nemo-spec[{command}]'" in outcome.err
