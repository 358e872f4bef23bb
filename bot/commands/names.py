"""What commands and their options are called in the languages of people, where a platform shows that."""

from collections.abc import Sequence

from bot.words import Words

__all__ = ["named"]


def named(path: Sequence[str], words: Words) -> str:
    """The last word of a path such as "busker-admin", "quota", "set", or "song", "prompt".

    One word may be called differently below different commands; what has no name of its own keeps ours.
    """
    *above, word = path
    keys = ["-".join(["name", *above[:end], word]) for end in range(len(above), -1, -1)]
    return next((words.say(key) for key in keys if key in words.keys), word)
