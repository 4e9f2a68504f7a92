"""`copydesk serve`: check, fix and gate over HTTP, for programs of the same machine. The only room that knows ASGI."""
