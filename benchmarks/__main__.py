"""`python -m benchmarks [--only NAME,…] [--list]`"""

import argparse
import multiprocessing
import sys

from benchmarks import table
from benchmarks.one import chosen, listing, measure


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--only", default="", help="figures or groups, separated by commas")
    parser.add_argument("--list", action="store_true", help="what there is")
    options = parser.parse_args()
    if options.list:
        print(listing())
        return
    print(table.machine(), flush=True)
    spawned = multiprocessing.get_context("spawn")
    broken = 0
    for figure in chosen(options.only):
        # In a process of its own: what a child has held at most begins with what its parent held.
        child = spawned.Process(target=measure, args=(figure.name,))
        child.start()
        child.join()
        broken += child.exitcode != 0
    if broken:
        sys.exit(f"{broken} broken")


if __name__ == "__main__":
    main()


if __name__ == "__main__":
    main()
