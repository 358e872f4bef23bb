"""Chance that can be repeated: the same words give the same throws on every machine."""

import random
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Dice"]

Choice = TypeVar("Choice")


class Dice:
    """Throws seeded by words, such as a song's seed and what is decided by them.

    Only `random.random` is used: of Python's generator, that is the one promised never to change.
    """

    def __init__(self, *words: object) -> None:
        self._random = random.Random("/".join(map(str, words)))  # noqa: S311  # music, not secrets

    def value(self) -> float:
        """Throw a number from 0 up to, not including, 1."""
        return self._random.random()

    def chance(self, probability: float) -> bool:
        """Say yes as often as `probability` (0 to 1) tells."""
        return self._random.random() < probability

    def between(self, low: int, high: int) -> int:
        """Throw a whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, options: Sequence[Choice]) -> Choice:
        """Take one of `options`, each as likely as the others."""
        return options[int(self._random.random() * len(options))]

    def shuffled(self, options: Sequence[Choice]) -> list[Choice]:
        """Return all `options` in a new order."""
        return sorted(options, key=lambda _: self._random.random())
