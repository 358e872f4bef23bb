"""SQLite behind the protocols of `bot.stores`: one file, one writer, one statement a step."""
