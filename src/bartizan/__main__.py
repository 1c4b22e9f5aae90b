"""The command line as `python -m bartizan`."""

from bartizan.cli import main

if __name__ == "__main__":
    main()
