"""`python -m nemo_spec`."""

import sys

from nemo_spec.cli import main

sys.exit(main())
