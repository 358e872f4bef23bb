"""Whose turn it is: so many songs at once, and the turns go round the people.

A place that comes free goes to the next person in the round who may have it, for the oldest of their
waiting songs; then they go to the round's end. So between two songs of one person everybody else who
waits has a turn, however many songs that person asked for.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Self

__all__ = ["Ticket", "Turns"]


class Ticket:
    """One song's place in the queue. `on_move` is called whenever the place changed."""

    def __init__(self, on_move: Callable[[], None]) -> None:
        self.ahead: int | None = None
        """Songs that have their turn before this one; None once it is its turn."""
        self.on_move = on_move


class Turns:
    """A queue in which everybody knows how many are ahead.

    `most` songs play at once, and `most_each` of one person (None: no limit but `most`).
    """

    def __init__(self, most: int, *, most_each: int | None = None) -> None:
        self._most = most
        self._round = _Round(most if most_each is None else most_each)
        self._playing: dict[Ticket, Hashable] = {}

    @contextmanager
    def ticket(
        self, person: Hashable, on_move: Callable[[], None], *, is_playing: bool
    ) -> Iterator[Ticket]:
        """A place in the queue while the block lasts; one that plays already needn't wait."""
        ticket = Ticket(on_move)
        if is_playing:
            self._playing[ticket] = person
            self._round.playing[person] += 1
        else:
            self._round.join(person, ticket)
        self._move_up()
        try:
            yield ticket
        finally:
            if self._playing.pop(ticket, None) is None:
                self._round.leave(person, ticket)
            else:
                self._round.end(person)
            self._move_up()

    def _move_up(self) -> None:
        while len(self._playing) < self._most and (turn := self._round.next()):
            person, ticket = turn
            self._playing[ticket] = person
            _place(ticket, None)
        for ahead, ticket in enumerate(self._to_come()):
            _place(ticket, ahead)

    def _to_come(self) -> Iterator[Ticket]:
        """Everybody who waits, in the order of their turns if songs end in the order they began."""
        coming = self._round.copy()
        playing = deque(self._playing.values())
        while coming.waiting:
            coming.end(playing.popleft())
            while len(playing) < self._most and (turn := coming.next()):
                person, ticket = turn
                playing.append(person)
                yield ticket


class _Round:
    """The people who wait, the next one first, each with their songs; and who plays how many."""

    def __init__(self, most_each: int) -> None:
        self.waiting: OrderedDict[Hashable, deque[Ticket]] = OrderedDict()
        self.playing: Counter[Hashable] = Counter()
        self._most_each = most_each

    def copy(self) -> Self:
        """A round of its own, to look ahead in."""
        other = type(self)(self._most_each)
        other.waiting.update((who, songs.copy()) for who, songs in self.waiting.items())
        other.playing.update(self.playing)
        return other

    def join(self, person: Hashable, ticket: Ticket) -> None:
        """Wait: behind one's own songs, or as a newcomer behind everybody."""
        self.waiting.setdefault(person, deque()).append(ticket)

    def leave(self, person: Hashable, ticket: Ticket) -> None:
        """Wait no longer."""
        self.waiting[person].remove(ticket)
        if not self.waiting[person]:
            del self.waiting[person]

    def end(self, person: Hashable) -> None:
        """One of the person's songs no longer plays."""
        self.playing[person] -= 1
        if not self.playing[person]:
            del self.playing[person]

    def next(self) -> tuple[Hashable, Ticket] | None:
        """Take the next turn, if anybody who waits may play one more.

        Who may not keeps their place in the round; there are no more of them than songs that play.
        """
        may = (who for who in self.waiting if self.playing[who] < self._most_each)
        person = next(may, None)
        if person is None:
            return None
        ticket = self.waiting[person].popleft()
        self.playing[person] += 1
        self.waiting.move_to_end(person)
        if not self.waiting[person]:
            del self.waiting[person]
        return person, ticket


def _place(ticket: Ticket, ahead: int | None) -> None:
    if ticket.ahead != ahead:
        ticket.ahead = ahead
        ticket.on_move()
