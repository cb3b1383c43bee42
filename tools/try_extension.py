"""Pack the VS Code extension and try what is in it with VS Code's own libraries.

    python tools/try_extension.py

Needs node, npm and the npm registry. The extension must pack; vscode-textmate must colour the gallery as
tests/editors/gallery.scopes says; the server must answer vscode-jsonrpc, and end in order.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "editors" / "vscode"
SNAPSHOT = ROOT / "tests" / "editors" / "gallery.scopes"
GRAMMAR = EXTENSION / "syntaxes" / "edit.tmLanguage.json"
PACKAGES = (
    "@vscode/vsce@3.6.2", "vscode-jsonrpc@8.2.0", "vscode-oniguruma@2.0.1", "vscode-textmate@9.2.0",
)  # fmt: skip
QUIET = ("--no-audit", "--no-fund", "--loglevel=error")
LONGEST = 300  # seconds a step may take


def main() -> int:
    """0 where nothing is wrong."""
    expected = SNAPSHOT.read_text("utf-8").rstrip("\n")
    names = [line[3:] for line in expected.splitlines() if line.startswith("== ")]
    with tempfile.TemporaryDirectory() as name:
        extension, judges = Path(name, "extension"), Path(name, "judges")
        shutil.copytree(EXTENSION, extension, ignore=shutil.ignore_patterns("node_modules"))
        judges.mkdir()
        called("npm", "install", *QUIET, place=extension)
        called("npm", "install", *QUIET, "--prefix", str(judges), *PACKAGES, place=judges)
        vsce = judges / "node_modules" / ".bin" / "vsce"
        pack = (str(vsce), "package", "--allow-missing-repository", "--skip-license")
        print(called(*pack, place=extension).strip().splitlines()[-1].strip())
        recipes = [str(ROOT / "specs" / f"{one}.edit") for one in names]
        server = str(Path(sys.executable).with_name("nemo-spec"))
        script = str(ROOT / "tools" / "try_extension.mjs")
        found = called("node", script, str(GRAMMAR), server, *recipes, place=judges)
    *colours, answer = found.rstrip("\n").splitlines()
    print(answer)
    wrong = [
        pair for pair in zip(expected.splitlines(), colours, strict=True) if pair[0] != pair[1]
    ]
    for theirs, ours in wrong:
        print(f"snapshot  {theirs}\ntextmate  {ours}")
    print(f"{len(colours)} lines coloured, {len(wrong)} unlike the snapshot")
    return 1 if wrong or answer != "server: E102, exit code 0" else 0


def called(*command: str, place: Path) -> str:
    """What a command prints. Raises CalledProcessError."""
    done = subprocess.run(
        command, cwd=place, check=True, timeout=LONGEST, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
