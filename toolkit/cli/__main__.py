"""`python -m toolkit.cli` is `copydesk`."""

from toolkit.cli import main

main()
