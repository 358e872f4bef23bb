"""Sentences say the names that stand in Discord's menu."""
# ruff: noqa: RUF001  # Japanese has brackets and colons of its own

import re

import pytest

from adapters.discord.drawing.naming import as_seen, card_as_seen
from bot.commands import COMMANDS, MENUS
from bot.commands.help import help_card
from bot.commands.options import AUDIO
from bot.errors import BadOption, NoDirectMessages, Refusal, TooManyRunning, UnknownCommand
from bot.models import Card, Tone
from bot.refusal_card import refusal_card
from bot.words import words_for
from tests.bot.test_languages import LANGUAGES
from tests.makers import NOON


@pytest.mark.parametrize(
    ("locale", "said", "seen"),
    [
        ("de", "Er liegt für dich bereit: /library", "Er liegt für dich bereit: /bibliothek"),
        ("ja", "保存してあります：/library カウント", "保存してあります：/ライブラリ カウント"),
        ("ja", "（/library）", "（/ライブラリ）"),
        ("fr", "/busker-admin quota set", "/busker-admin quota définir"),
        ("de", "/extend at: 1:30", "/verlängern ab: 1:30"),
        ("pt-BR", "favoritas: /library favourites.", "favoritas: /biblioteca favoritas."),
        ("es-419", "Pide una con /song.", "Pide una con /canción."),
        ("de", "/songs /song-x x/song ./song https://a.b/song/1", None),
        ("de", "„/song at: 1“ und “/song” bleiben", None),
        ("de", "at: 1 und lyrics", None),
        ("de", "nach docs/operate.md", None),
        ("en-GB", "kept for you: /library", None),
        ("tlh", "kept for you: /library", None),
    ],
)
def test_a_command_is_called_as_it_stands_in_the_menu(
    locale: str, said: str, seen: str | None
) -> None:
    assert as_seen(said, locale) == (seen or said)


def refused(refusal: Refusal, locale: str) -> str:
    card = card_as_seen(refusal_card(refusal, NOON, words_for(locale)), locale, is_refusal=True)
    return card.lines[0]


def test_a_refusal_calls_options_as_they_stand_in_the_menu() -> None:
    missing = BadOption(option="lyrics", problem="missing", hint="/extend lyrics: …")
    assert refused(missing, "de") == "songtext fehlt. /verlängern songtext: …"
    given = BadOption(option="private", problem="not-switch", given="at the user's")
    assert refused(given, "fr").startswith("privé")
    assert "at the user's" in refused(given, "fr")
    assert "ohne privat" in refused(NoDirectMessages(), "de")
    assert "até ela ficar" in refused(TooManyRunning(most=1), "pt-BR")
    unknown = UnknownCommand(name="sing", known=("song", "busker-admin"))
    assert "/sing" in refused(unknown, "es-ES")
    assert "/canción, /busker-admin" in refused(unknown, "es-ES")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_has_no_english_names_left(language: str) -> None:
    words = words_for(language)
    told = "\n".join(card_as_seen(help_card(COMMANDS, words, MENUS), language).lines)
    assert len(told) < 4000
    for name in ("music", "extend", "library", "cancel", "busker-help", "jingle-sound set"):
        assert not re.search(rf"/{name}(?!\w)", told)
    for name in {each.name for each in AUDIO}:
        assert name not in told


def test_titles_and_lyrics_of_people_stay_as_they_are() -> None:
    card = Card(tone=Tone.QUIET, title="My /song", lines=("at the user's rule", "private: no"))
    assert card_as_seen(card, "de") == card
