"""SQLite behind the ports `Jobs` and `Rules`: one file, one writer, one statement a step."""
