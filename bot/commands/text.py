"""A command written as plain text: `/song words about it lyrics: its words`."""

import re

from bot.commands.catalogue import Spec

__all__ = ["options_from"]


def options_from(text: str, spec: Spec) -> dict[str, str]:
    """What was said with the command. Text before the first `name:` belongs to its main option."""
    names = "|".join(re.escape(option.name) for option in spec.options)
    if not names:
        return {"": text} if text.strip() else {}
    main, *rest = re.split(rf"(?:^|(?<=\s))({names}):(?=\s|\S)", text, flags=re.IGNORECASE)
    options = {spec.main.name: main.strip()} if spec.main and main.strip() else {}
    for name, value in zip(rest[::2], rest[1::2], strict=True):
        options[name.lower()] = value.strip()
    return options
