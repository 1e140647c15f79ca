"""`python -m app` is the `gatewalk` command."""

import sys

from .cli import main

sys.exit(main())
