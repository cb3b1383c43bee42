"""Two checkouts in turns: what a change of the code costs or gains the commands, as users run them.

Both run with this interpreter and its libraries, on the same files; PYTHONPATH decides whose code runs.
Nothing of their insides is named here, so that a checkout from before a renaming can be compared.
"""

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import language, verify
from benchmarks.process import ROOT, in_turns, run
from benchmarks.startup import TEN_LINES

IMPORTS = """
import importlib, pkgutil, nemo_spec
for module in pkgutil.walk_packages(nemo_spec.__path__, "nemo_spec."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""
WHOSE = "import nemo_spec; print(nemo_spec.__file__)"


@dataclass(frozen=True)
class Command:
    """What is run in both checkouts, in a folder with their files: arguments of the interpreter."""

    name: str
    what: str
    rounds: int
    arguments: tuple[str, ...]


def _command(name: str, what: str, rounds: int, arguments: str) -> Command:
    return Command(name, what, rounds, ("-m", "nemo_spec", *arguments.split()))


INTRO = "specs/intro.edit specs/media/interview.mp4"
COMMANDS = [
    Command("import", "every module of nemo_spec", 9, ("-c", IMPORTS)),
    _command("version", "`--version`", 15, "--version"),
    _command("check", "`check` on 10 lines", 15, "check ten.edit"),
    _command("check-long", "`check` on 2,000 statements", 7, "check long.edit"),
    _command("check-cuts", "`check` on 600 statements, half of them cuts", 7, "check cuts.edit"),
    _command("plan", "`plan` of specs/intro.edit", 9, f"plan {INTRO}"),
    _command("verify", "`verify` of 500 captions", 9, "verify captions.edit --draft draft.json"),
    _command("apply", "`apply --offline` of specs/intro.edit", 5, f"apply {INTRO} --offline"),
    _command("test", "`test` of specs/", 5, "test specs"),
]


def compare(other: Path, only: str = "") -> None:
    """Print, for each command, the time it takes here ÷ in the other checkout.

    Ends the program when the other folder is no checkout, or a name is unknown.
    """
    other = other.resolve()
    if not (other / "nemo_spec" / "__init__.py").is_file():
        sys.exit(f"{other}: no checkout of nemo-spec: there is no nemo_spec/ in it")
    for command in chosen(only):
        # Anew for each: what a command leaves behind is not met by the next.
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            sides = [_side(tree, Path(folder), command) for tree in (ROOT, other)]
            print(line(command, list(in_turns(sides[0], sides[1], command.rounds))), flush=True)


def chosen(only: str) -> list[Command]:
    """All commands, or those that are named."""
    names = {name.strip() for name in only.split(",") if name.strip()}
    if unknown := names - {command.name for command in COMMANDS}:
        sys.exit(f"no command called {', '.join(sorted(unknown))}; there are:\n{listing()}")
    return [command for command in COMMANDS if not names or command.name in names]


def line(command: Command, pairs: list[tuple[float, float]]) -> str:
    """The median of the ratios, their quartiles, and the median seconds of both."""
    low, middle, high = statistics.quantiles(
        (here / there for here, there in pairs), n=4, method="inclusive"
    )
    here, there = (statistics.median(side) for side in zip(*pairs, strict=True))
    return (
        f"{command.name:<12} {middle:.2f}×  quartiles {low:.2f}–{high:.2f}, {len(pairs)} rounds  "
        f"{here:.3f} s here, {there:.3f} s there  – {command.what}"
    )


def listing() -> str:
    return "\n".join(f"  {command.name:<12} {command.what}" for command in COMMANDS)


def _side(tree: Path, folder: Path, command: Command) -> Callable[[], float]:
    """One checkout on files of its own: seconds of the command. Raises ValueError when the code that
    runs would be that of another one."""
    files = folder / ("here" if tree == ROOT else "there")
    files.mkdir()
    make_files(files)
    path = {"PYTHONPATH": str(tree)}
    whose = run([sys.executable, "-c", WHOSE], path, files).output.strip()
    if not Path(whose).resolve().is_relative_to(tree):
        raise ValueError(f"{whose} runs in the place of {tree}")
    return lambda: run([sys.executable, *command.arguments], path, files).seconds


def make_files(folder: Path) -> None:
    """What the commands read; the recipes of this checkout, for both."""
    shutil.copytree(ROOT / "specs", folder / "specs")
    (folder / "ten.edit").write_text(TEN_LINES, encoding="utf-8")
    (folder / "long.edit").write_text(language.recipe(2000), encoding="utf-8")
    (folder / "cuts.edit").write_text(language.half_cuts(600), encoding="utf-8")
    (folder / "captions.edit").write_text(verify.recipe(500, "Line {}"), encoding="utf-8")
    there = [{"role": "caption", "s": 1000 * n, "d": 900, "text": f"Line {n}"} for n in range(500)]
    (folder / "draft.json").write_text(json.dumps(verify.draft(there)), encoding="utf-8")
