"""Whose turn it is: so many songs at once, first come, first served."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Ticket", "Turns"]


class Ticket:
    """One song's place in the queue. `on_move` is called whenever the place changed."""

    def __init__(self, on_move: Callable[[], None]) -> None:
        self.ahead: int | None = None
        """Songs before this one; None once it is its turn."""
        self.on_move = on_move


class Turns:
    """A queue in which everybody knows how many are ahead."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: list[Ticket] = []
        self._playing: set[Ticket] = set()

    @contextmanager
    def ticket(self, on_move: Callable[[], None], *, is_playing: bool) -> Iterator[Ticket]:
        """A place in the queue while the block lasts; one that plays already needn't wait."""
        ticket = Ticket(on_move)
        if is_playing:
            self._playing.add(ticket)
        else:
            self._waiting.append(ticket)
            self._move_up()
        try:
            yield ticket
        finally:
            self._playing.discard(ticket)
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            self._move_up()

    def _move_up(self) -> None:
        while self._waiting and len(self._playing) < self._most:
            first = self._waiting.pop(0)
            self._playing.add(first)
            _place(first, None)
        for ahead, ticket in enumerate(self._waiting):
            _place(ticket, ahead)


def _place(ticket: Ticket, ahead: int | None) -> None:
    if ticket.ahead != ahead:
        ticket.ahead = ahead
        ticket.on_move()
