"""Lets ``python -m recruit`` be the command."""

from recruit.cli import main

main()
