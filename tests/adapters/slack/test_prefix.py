"""What commands are called in a workspace where their names have something before them."""

import pytest

from adapters.slack.prefix import Prefix
from bot.models import Card, Tone


@pytest.mark.parametrize("command", ["/acme-song", "/ACME-busker-help", "/acme-busker"])
def test_a_prefix_is_learnt_from_any_command_that_has_it(command: str) -> None:
    prefix = Prefix()
    assert prefix.named("It is in /library.") == "It is in /library."
    prefix.learn(command)
    prefix.learn("/weather")
    assert prefix.named("It is in /library.") == "It is in /acme-library."
    prefix.learn("/song")
    assert prefix.named("It is in /library.") == "It is in /library."


def test_only_our_commands_are_named_anew_and_nothing_that_people_wrote() -> None:
    prefix = Prefix()
    prefix.learn("/acme-song")
    lines = ("/busker-admin quota set", "“/song”", "https://a.example/song /invite and/or/song")
    card = prefix.on(Card(tone=Tone.QUIET, title="Rain", lines=lines))
    assert card.lines == ("/acme-busker-admin quota set", *lines[1:])
