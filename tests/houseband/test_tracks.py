"""What players do with notes that nobody put in order."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houseband.brief import brief_for
from houseband.compose import score_for
from houseband.order import Order
from houseband.score import Note, Part, Score
from houseband.sound.blocks import spans
from houseband.sound.leads import LEADS
from houseband.sound.tracks import Player
from houseband.sound.wave import SAMPLE_RATE, Audio

SCORE: Score = score_for(brief_for(Order(operation="song", prompt="pop, 10 s", seed=1)), 1)

NOTES = st.builds(
    Note,
    start=st.integers(0, 1200),
    length=st.integers(0, 600),
    pitch=st.integers(60, 72),
    velocity=st.integers(1, 127),
    syllable=st.sampled_from(("", "la", "sky")),
)


def _track(part: Part, samples: int = SAMPLE_RATE) -> Audio:
    player = Player(part, SCORE)
    blocks = [(span, player.block(span)) for span in spans(samples)]
    silent = np.zeros((2, samples), np.float32)
    return np.concatenate(
        [silent[:, span] if block is None else block for span, block in blocks], axis=1
    )


@settings(max_examples=60, deadline=None)
@given(
    notes=st.lists(NOTES, max_size=6),
    player=st.sampled_from([*sorted(LEADS), "piano"]),
)
def test_any_notes_in_any_order_can_be_played(notes: list[Note], player: str) -> None:
    part = Part(role="lead", instrument=player, notes=tuple(notes))
    track = _track(part)
    assert track.shape == (2, SAMPLE_RATE)
    assert np.isfinite(track).all()


@pytest.mark.parametrize("player", sorted(LEADS))
def test_the_order_in_which_notes_are_given_is_not_heard(player: str) -> None:
    notes = tuple(Note(240 * step, 200, 60 + step, 90) for step in range(4))
    part = Part(role="lead", instrument=player, notes=notes)
    backwards = replace(part, notes=notes[::-1])
    one, two = (_track(each) for each in (part, backwards))
    assert np.array_equal(one, two)
    assert np.abs(one).max() > 0.01


def test_an_excerpt_is_what_is_heard_there() -> None:
    for part in SCORE.parts:
        whole = _track(part, 3 * SAMPLE_RATE)
        excerpt = Player(part, SCORE).excerpt(0, SAMPLE_RATE)
        assert np.allclose(excerpt, whole[:, :SAMPLE_RATE], atol=1e-5), part.instrument
