"""`python -m ascom_coach` is the installed command."""

import sys

from ascom_coach.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
