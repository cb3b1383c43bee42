"""`python -m nemo_spec`."""

import sys

from nemo_spec.cli.main import main

if __name__ == "__main__":  # a process that multiprocessing has spawned imports this once more
    sys.exit(main())
