"""The composer's own book: what was asked of it, what it took, and what it billed. It outlives everybody."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.torture.plans import number_in

__all__ = ["Book", "Fact", "Word"]

Word = Literal["asked", "accepted", "billed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line."""

    word: Word
    key: str
    """The request's Idempotency-Key."""
    number: int
    """Of the song."""


@dataclass(frozen=True, slots=True)
class Book:
    """Lines are only ever added."""

    path: Path

    def note(self, word: Word, key: str, prompt: str) -> None:
        line = json.dumps({"word": word, "key": key, "number": number_in(prompt)})
        with self.path.open("a") as file:
            file.write(line + "\n")

    def facts(self) -> list[Fact]:
        if not self.path.exists():
            return []
        return [Fact(**json.loads(line)) for line in self.path.read_text().splitlines()]

    def keys(self, word: Word) -> Counter[str]:
        """How often each key has such a line."""
        return Counter(fact.key for fact in self.facts() if fact.word == word)
