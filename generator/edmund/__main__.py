"""`python -m edmund` is the `edmund` command."""

from edmund.cli import main

if __name__ == "__main__":
    main()
