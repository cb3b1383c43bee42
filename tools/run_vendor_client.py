"""Run the vendor's own command line tool against the mock, command by command.

    python tools/run_vendor_client.py

Needs node, npm and the npm registry. The tool is installed into a temporary folder and has a home of its
own, so that it neither reads nor writes the settings of whoever runs this.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import mock_server  # noqa: E402 – from this tree, installed or not

PACKAGE = "nemovideo-tools@0.1.8"
CLIP = ROOT / "specs" / "media" / "interview.mp4"
CREDITS = 10_000
LONGEST = 300  # seconds a command may take
LEFT_OUT = ("NEMOVIDEO_API_KEY", "CURSOR_SESSION_ID", "CURSOR_TRACE_ID")


@dataclass
class Tool:
    """The installed tool in a place of its own; `opened` is what it had the browser open."""

    place: Path

    @property
    def opened(self) -> str:
        log = self.place / "opened"
        return log.read_text("utf-8") if log.exists() else ""

    def install(self) -> None:
        """Raises CalledProcessError."""
        flags = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(["npm", "install", *flags, "--prefix", self.place, PACKAGE], check=True)
        stub = self.place / "stubs" / "xdg-open"
        stub.parent.mkdir()
        stub.write_text(f'#!/bin/sh\necho "$1" >> "{self.place / "opened"}"\n', "utf-8")
        stub.chmod(0o755)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command. Raises TimeoutExpired."""
        command = [self.place / "node_modules" / ".bin" / "nemovideo", *arguments]
        return subprocess.run(
            command, env=self._environment(), cwd=self.place, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=LONGEST,
        )  # fmt: skip

    def _environment(self) -> dict[str, str]:
        home = self.place / "home"
        home.mkdir(exist_ok=True)
        kept = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}
        return kept | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "NO_UPDATE_NOTIFIER": "1",
            "NO_PROXY": "127.0.0.1",
            "PATH": f"{self.place / 'stubs'}{os.pathsep}{kept.get('PATH', '')}",
        }


@dataclass
class Check:
    """What one command said, and what must be in it; `done` is what else must be so."""

    name: str
    result: subprocess.CompletedProcess[str]
    wanted: str
    done: bool = True

    @property
    def passed(self) -> bool:
        said = self.result.stdout + self.result.stderr
        return (
            self.result.returncode == 0 and re.search(self.wanted, said) is not None and self.done
        )


def checks(tool: Tool, url: str, token: str) -> Iterator[Check]:
    """The twelve commands, in the order in which somebody would use them."""
    base = tool.run("config", "set", "base_url", url)
    key = tool.run("config", "set", "api_key", token)
    yield Check("config set", key, "api_key = nmv_usr_", base.returncode == 0)
    yield Check("credits", tool.run("credits"), rf"Available: .*{CREDITS}")
    made = tool.run("create", "-p", "5-second coffee product showcase")
    project = (re.search(r"Project created: (\S+)", made.stdout + made.stderr) or ["", ""])[1]
    yield Check("create -p", made, f"Done! Project: {project}", bool(project))
    whole = tool.place / "whole.mp4"
    prompt = ("create", "-p", "a harbour at night", "-d", "2", "-r", "9:16", "--export", "-o")
    yield Check("create --export", tool.run(*prompt, str(whole)), "Exported: ", is_video(whole))
    yield Check("upload", tool.run("upload", str(CLIP), "--project", project), "Uploaded")
    wish = 'Add the title "Morning Brew" from 0s to 2s.'
    yield Check(
        "chat -p", tool.run("chat", project, "-p", wish), "Done!", has_title(url, token, project)
    )
    yield Check("credits history", tool.run("credits", "history"), "Rows shown: [1-9]")
    yield Check("project list", tool.run("project", "list"), project)
    yield Check("project get", tool.run("project", "get", project), "has content")
    out = tool.place / "out.mp4"
    yield Check("export", tool.run("export", project, "-o", str(out)), "Done! ", is_video(out))
    again = tool.place / "again.mp4"
    got = tool.run("project", "download", project, "-o", str(again))
    yield Check("project download", got, "Saved", is_video(again) and is_same(out, again))
    yield Check("open", tool.run("open", project), project, project in tool.opened)


def has_title(url: str, token: str, project: str) -> bool:
    """Whether the edit is in the draft: what the tool says proves nothing."""
    headers = {"Authorization": f"Bearer {token}"}
    state = httpx.get(f"{url}/api/v1/state/frontend/{project}", headers=headers)
    return "Morning Brew" in state.text


def is_video(path: Path) -> bool:
    return path.is_file() and path.read_bytes()[4:8] == b"ftyp"


def is_same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


def main() -> int:
    """Print one line for each command. Returns 1 when one failed, 2 without npm."""
    if shutil.which("npm") is None:
        print("npm is not there, not tested", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place, mock_server.start(silent=0.0) as mock:
        tool = Tool(Path(place))
        tool.install()
        minted = httpx.post(f"{mock.url}/_mock/tokens", json={"credits": CREDITS}).json()
        found = list(map(told, checks(tool, mock.url, minted["token"])))
        print(f"{sum(found)} of {len(found)} commands of {PACKAGE} work")
        return 0 if all(found) and not mock.bugs else 1


def told(check: Check) -> bool:
    print(f"{'ok    ' if check.passed else 'FAILED'} {check.name}", flush=True)
    if not check.passed:
        print(check.result.stdout, check.result.stderr, sep="\n")
    return check.passed


if __name__ == "__main__":
    sys.exit(main())
