"""One file a command: each reads files, makes one call, and answers; imported only when the command runs."""
