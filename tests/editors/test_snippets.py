"""What docs/editors.md tells a person to paste."""

from __future__ import annotations

import json
import re
import tomllib

from support.paths import ROOT

from nemo_spec.version import __version__

PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")


def test_the_helix_snippet_is_toml_and_starts_the_server():
    block = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    read = tomllib.loads(block[1])
    server = read["language-server"]["nemo-spec"]
    assert [server["command"], *server["args"]] == ["nemo-spec", "lsp"]
    assert read["language"][0]["language-servers"] == ["nemo-spec"]


def test_the_extension_is_called_as_it_is_packed():
    package = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text("utf-8"))
    assert package["version"] == __version__
    assert f"{package['name']}-{package['version']}.vsix" in PAGE
    assert all(name in PAGE for name in package["contributes"]["configuration"]["properties"])
