"""The forms of both menus, as Discord takes them, in every language."""

from dataclasses import replace

import pytest

from adapters.discord.drawing.forms import Modal
from bot.models import Form
from tests.bot.conftest import Stage, stage
from tests.bot.test_languages import LANGUAGES
from tests.fakes.discord.form_rules import check_form
from tests.makers import ANA

__all__ = ["stage"]

LONGEST_ID = 2**64 - 1
AUDIO = "https://cdn.example/attachments/1/2/rain.mp3?ex=1"


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
async def test_discord_takes_every_form(stage: Stage, language: str) -> None:
    person = replace(ANA, locale=language)
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        for name, said in (
            ("menu-extend", {"song": song}),
            ("menu-extend", {"audio_url": AUDIO}),
            ("menu-song", {"text": "rain 🎵" * 800, "audio_url": AUDIO}),
            ("menu-song", {"text": "la la\n" * 800}),
            ("menu-song", {}),
        ):
            form = await stage.ask(busker, name, person, **said)
            assert isinstance(form, Form)
            check_form(Modal(form, LONGEST_ID).to_dict())
            assert all(len(each.label) <= 45 and len(each.hint) <= 100 for each in form.fields)
