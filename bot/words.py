"""Every sentence people read comes from here, by key and in the reader's language."""

import os
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

__all__ = ["Words", "kebab", "own_locale", "own_words", "words_for"]

FALLBACK = "en"


class Words:
    """The sentences of one language. A key that it lacks is an error, never a silent gap."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._fixed: dict[str, str] = {}
        # no isolation marks around values: terminals and chats show them as boxes
        self._bundle = FluentBundle([locale], use_isolating=False)
        text = (files("bot") / "locales" / f"{locale}.ftl").read_text("utf-8")
        self._bundle.add_resource(FluentResource(text))

    def say(self, key: str, **values: str | int) -> str:
        """The sentence with its values put in. Raises KeyError for an unknown key."""
        if not values and key in self._fixed:
            return self._fixed[key]
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        sentence, problems = self._bundle.format_pattern(pattern, values)
        if problems:
            raise KeyError(f"{key}: {problems[0]}")
        if not values:  # cards say most of their sentences again and again
            self._fixed[key] = str(sentence)
        return str(sentence)

    @property
    def keys(self) -> frozenset[str]:
        """All keys there are."""
        return frozenset(self._bundle._messages)  # noqa: SLF001  # the library has no public list


def own_locale() -> str:
    """The language tag of this process's environment: who started it, and whoever operates it."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    found = next((value for name in names if (value := os.environ.get(name))), FALLBACK)
    return found.partition(".")[0].partition("@")[0].replace("_", "-")


def own_words() -> "Words":
    """The sentences for whoever operates this Busker."""
    return words_for(own_locale())


def words_for(locale: str) -> Words:
    """The sentences for a language tag such as "pt-BR": its own, its language's, or English."""
    wanted = (locale, locale.partition("-")[0])
    return _words(next((name for name in wanted if name in _languages()), FALLBACK))


@cache
def _languages() -> frozenset[str]:
    files_there = (files("bot") / "locales").iterdir()
    return frozenset(each.name.removesuffix(".ftl") for each in files_there)


@cache
def _words(name: str) -> Words:
    return Words(name)


def kebab(name: str) -> str:
    """The part of a key that stands for a class: OverQuota is "over-quota"."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]
