"""What every platform can show of a card: all cards that tests of the core see are held to it."""

from collections import Counter

from bot.models import Card, Started, Told

MOST_ROWS = 5
MOST_IN_A_ROW = 5
MOST_ID = 90
MOST_LABEL = 75
"""Characters that Slack takes; Discord takes 80."""


def check_card(card: Card) -> None:
    """Two buttons of one id would make the whole message be refused."""
    ids = Counter((button.action, button.subject) for button in card.buttons)
    assert [each for each, times in ids.items() if times > 1] == []
    rows = Counter(button.row for button in card.buttons)
    assert len(rows) <= MOST_ROWS
    assert all(times <= MOST_IN_A_ROW for times in rows.values())
    for button in card.buttons:
        assert len(button.action + button.subject) <= MOST_ID
        assert all(len(label) <= MOST_LABEL for label in (button.label, button.line_label))
        assert button.label
        assert button.line is None or 0 <= button.line < len(card.lines)


def check_answer(answer: object) -> None:
    """The card that an answer has, if it has one."""
    match answer:
        case Told(card=card) | Started(aside=Told(card=card)):
            check_card(card)
