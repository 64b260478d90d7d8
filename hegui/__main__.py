"""`python -m hegui` is the command `hegui`."""

from hegui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
