"""`python -m benchmarks [--only NAME,…] [--list]`, or `--against DIR` for another checkout in turns."""

import argparse
import multiprocessing
import sys
import time
from pathlib import Path

from benchmarks import against, table
from benchmarks.one import chosen, listing, measure


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--only", default="", help="figures or groups, separated by commas")
    parser.add_argument("--list", action="store_true", help="what there is")
    parser.add_argument(
        "--against", type=Path, metavar="DIR", help="commands of this checkout and of that in turns"
    )
    options = parser.parse_args()
    if options.list:
        print(against.listing() if options.against else listing())
    elif options.against:
        against.compare(options.against, options.only)
    else:
        measure_all(options.only)


def measure_all(only: str) -> None:
    """Every figure that is named, once. Ends the program when one cannot be measured."""
    print(table.machine(), flush=True)
    spawned = multiprocessing.get_context("spawn")
    begun, broken = time.monotonic(), 0
    for figure in chosen(only):
        # In a process of its own: what one figure leaves in memory is not in the way of the next.
        child = spawned.Process(target=measure, args=(figure.name,))
        child.start()
        child.join()
        broken += child.exitcode != 0
    print(f"{time.monotonic() - begun:.0f} s in all")
    if broken:
        sys.exit(f"{broken} broken")


if __name__ == "__main__":
    main()
