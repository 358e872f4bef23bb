"""Buttons in a terminal: each has a number, and typing the number presses it."""

from dataclasses import dataclass

from bot.models import Button, Card, Place

__all__ = ["Numbered", "Numbers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A button and its number."""

    number: int
    button: Button
    place: Place
    """Where its card stands."""


class Numbers:
    """Gives out numbers: the same for the same button, and none ever for two of them."""

    def __init__(self) -> None:
        self._given: list[Numbered] = []
        self._known: dict[tuple[Place, str, str], int] = {}

    def give(self, card: Card, place: Place) -> tuple[Numbered, ...]:
        """The card's buttons, numbered."""
        return tuple(self._numbered(button, place) for button in card.buttons)

    def find(self, number: int) -> Numbered | None:
        """The button that has the number."""
        return self._given[number - 1] if 0 < number <= len(self._given) else None

    def _numbered(self, button: Button, place: Place) -> Numbered:
        key = (place, button.action, button.subject)
        number = self._known.setdefault(key, len(self._given) + 1)
        numbered = Numbered(number=number, button=button, place=place)
        if number > len(self._given):
            self._given.append(numbered)
        return numbered
