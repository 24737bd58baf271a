"""The command line of the tracker: `python -m induction show FILE` prints a record and checks it."""

import sys

from induction.command_line.arguments import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
