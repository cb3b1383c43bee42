"""`python -m benchmarks [--only NAME,…] [--list]`"""

import argparse
import importlib
import pkgutil
import sys
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


def chosen(only: str) -> list[Figure]:
    """All figures, or those that are named by themselves or by their group."""
    names = {name.strip() for name in only.split(",") if name.strip()}
    by_group = groups()
    known = {*by_group, *(figure.name for figures in by_group.values() for figure in figures)}
    if unknown := names - known:
        sys.exit(f"no figure called {', '.join(sorted(unknown))}; there are:\n{_listing()}")
    return [
        figure
        for group, figures in by_group.items()
        for figure in figures
        if not names or names & {group, figure.name}
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--only", default="", help="figures or groups, separated by commas")
    parser.add_argument("--list", action="store_true", help="what there is")
    options = parser.parse_args()
    if options.list:
        print(_listing())
        return
    order = [figure.name for figure in chosen("")]
    print(table.machine())
    broken = 0
    for figure in chosen(options.only):
        try:
            outcome = run(figure)
        except Exception:
            traceback.print_exc()
            broken += 1
            continue
        print(table.line(outcome), flush=True)
        table.save([outcome], order)
    if broken:
        sys.exit(f"{broken} broken")


def _listing() -> str:
    return "\n".join(
        f"  {figure.name:<24} ({group}) {figure.what}"
        for group, figures in groups().items()
        for figure in figures
    )


if __name__ == "__main__":
    main()
