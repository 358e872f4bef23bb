"""Drafts under any order of presses: one song at most of each, and nobody else's hand in it."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.assembly import Busker
from bot.models import Form, Person, Started, Told
from storage.database import open_database
from storage.store import Store
from tests.bot.conftest import Stage as TheStage
from tests.fakes.quiet import Activity
from tests.makers import ANA, BEN, a_command, a_press

Step = tuple[str, Person, int]
"""Go, Edit (and its form sent), or Cancel; by whom; on which of their last drafts."""

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["draft-go", "draft-edit", "draft-cancel", "new"]),
        st.sampled_from([ANA, ANA, BEN]),
        st.integers(0, 2),
    ),
    max_size=14,
)


class Desk:
    """What should be: whose each draft is, what it says, and the song that it became."""

    def __init__(self, busker: Busker) -> None:
        self.busker = busker
        self.owners: list[tuple[str, Person]] = []
        self.words: dict[str, str] = {}
        self.songs: dict[str, str] = {}
        self.steps = 0

    async def take(self, step: Step) -> None:
        action, person, back = step
        self.steps += 1
        if action == "new" or not self.owners:
            await self.look(person, {"review": "on"})
            return
        draft, owner = self.owners[-1 - back % len(self.owners)]
        answer = await self.busker.router.press(a_press(action, draft, person))
        is_open = person == owner and draft in self.words
        if isinstance(answer, Started):
            assert person == owner
            assert self.songs.setdefault(draft, answer.job_id) == answer.job_id
            self.words.pop(draft, None)
        elif isinstance(answer, Form):
            assert is_open
            assert answer.fields[0].value == self.words[draft]
            await self.look(person, dict(answer.kept))
        elif is_open:
            assert action == "draft-cancel"
            assert not answer.is_refusal
            del self.words[draft]
        else:
            assert answer.is_refusal

    async def look(self, person: Person, options: dict[str, str]) -> None:
        prompt = f"rain number {self.steps}"
        command = a_command("song", person, **options, prompt=prompt)
        answer = await self.busker.router.answer(command)
        assert isinstance(answer, Told)
        draft = answer.card.buttons[0].subject
        assert draft == options.get("draft", draft)
        if "draft" not in options:
            self.owners.append((draft, person))
        self.words[draft] = prompt


@settings(max_examples=40, deadline=None)
@given(STEPS)
async def test_whatever_is_pressed_a_draft_becomes_one_song_of_its_person(
    steps: list[Step],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_database(Path(folder) / "busker.db") as database:
            store = Store(database)
            desk = Desk(TheStage(Path(folder), store, Activity()).busker())
            for step in steps:
                await desk.take(step)
            made = {job.id: job for job in await store.unfinished()}
            assert set(made) == set(desk.songs.values())
            owners = dict(desk.owners)
            assert all(made[song].person == owners[draft] for draft, song in desk.songs.items())
