"""The figures there are, and one of them measured in a process of its own."""

import importlib
import pkgutil
import sys
import time
import traceback

import benchmarks
from benchmarks import table
from benchmarks.figure import Figure, run


def groups() -> dict[str, list[Figure]]:
    """The figures of every module of this package that has some."""
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    modules = {
        name: importlib.import_module(f"benchmarks.{name}")
        for name in names
        if not name.startswith("_")
    }
    return {name: module.FIGURES for name, module in modules.items() if hasattr(module, "FIGURES")}


def all_figures() -> list[Figure]:
    return [figure for figures in groups().values() for figure in figures]


def chosen(only: str) -> list[Figure]:
    """All figures but the long ones, or those that are named by themselves or by their group."""
    names = {name.strip() for name in only.split(",") if name.strip()}
    by_group = groups()
    known = {*by_group, *(figure.name for figures in by_group.values() for figure in figures)}
    if unknown := names - known:
        sys.exit(f"no figure called {', '.join(sorted(unknown))}; there are:\n{listing()}")
    return [
        figure
        for group, figures in by_group.items()
        for figure in figures
        if (names & {group, figure.name} if names else not figure.long)
    ]


def measure(name: str) -> None:
    """One figure, shown and kept. Ends the process with 1 when it cannot be measured."""
    figures = all_figures()
    figure = next(one for one in figures if one.name == name)
    begun = time.monotonic()
    try:
        outcome = run(figure)
    except Exception:
        traceback.print_exc()
        sys.exit(1)
    print(f"{table.line(outcome)}, {time.monotonic() - begun:.0f} s", flush=True)
    table.save([outcome], figures)


def listing() -> str:
    return "\n".join(
        f"  {figure.name:<24} ({group}{', only when named' if figure.long else ''}) {figure.what}"
        for group, figures in groups().items()
        for figure in figures
    )
