"""Starts the program from a checkout: `python main.py`."""

import sys

from bcdesktop.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
