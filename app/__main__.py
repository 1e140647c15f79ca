"""`python -m app` is the `gatewalk` command."""

import sys

from app.cli import main

sys.exit(main())
