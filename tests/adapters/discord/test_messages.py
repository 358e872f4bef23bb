"""What the menu of a message hands over."""

from typing import Any

import pytest

from adapters.discord.addresses import custom_id_for
from adapters.discord.asking.menu import titled
from adapters.discord.asking.messages import facts_of
from bot.commands import MENUS
from bot.models import Button
from bot.words import words_for

ANA = {"id": "7", "username": "ana", "global_name": "Ana", "member": {"nick": "Anita"}}
BEN = {"id": "8", "username": "ben", "global_name": None}


def a_message(**facts: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    return {"id": "1", "content": "", "attachments": [], "components": [], **facts}


def an_attachment(filename: str, content_type: str | None = None) -> dict[str, Any]:
    return {"filename": filename, "url": f"https://cdn/{filename}", "content_type": content_type}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a song for <@7> and <@!8>", "a song for Anita and ben"),
        ("<@9> who left", "who left"),
        ("at <t:1700000000:R> <id:customize> <a:wave:12> <:smile:13> bye", "at bye"),
        ("type </busker-admin quota set:99>", "type /busker-admin quota set"),
        ("<https://example.com> <3 <#nonsense> @everyone", "<https://example.com> <3 @everyone"),
        ("two\n  lines", "two\n lines"),
        ("<@&5> in <#6>", "in"),
    ],
)
def test_a_text_names_people_and_shows_no_ids(content: str, text: str) -> None:
    facts = facts_of(a_message(content=content, mentions=[ANA, BEN]), None)
    assert facts == {"message": "1", "text": text}


def test_the_first_audio_that_the_service_takes_is_offered() -> None:
    files = [
        an_attachment("a.png", "image/png"),
        an_attachment("b.ogg", "audio/ogg"),
        an_attachment("c", "audio/mpeg; charset=binary"),
        an_attachment("d.MP3"),
    ]
    assert facts_of(a_message(attachments=files), None)["audio-url"] == "https://cdn/c"
    assert facts_of(a_message(attachments=files[3:]), None)["audio-url"] == "https://cdn/d.MP3"
    assert "audio-url" not in facts_of(a_message(attachments=files[:2]), None)


def test_a_song_is_known_by_its_buttons() -> None:
    buttons = [
        {"type": 2, "style": 5, "url": "https://example.com"},
        {"type": 2, "custom_id": "somebody-elses:extend:x"},
        {
            "type": 2,
            "custom_id": custom_id_for(Button(action="extend", subject="abc:B", label="x")),
        },
    ]
    row = {"type": 1, "components": buttons}
    assert facts_of(a_message(components=[row]), None)["song"] == "abc"
    assert "song" not in facts_of(
        a_message(components=[{"type": 1, "components": buttons[:2]}]), None
    )


def test_what_was_forwarded_counts_as_said() -> None:
    said = {"content": "rain", "attachments": [an_attachment("a.wav")]}
    facts = facts_of(a_message(message_snapshots=[{"message": said}]), None)
    assert facts == {"message": "1", "text": "rain", "audio-url": "https://cdn/a.wav"}


def test_what_stands_in_the_menu_is_known_by_its_english_title() -> None:
    for spec in MENUS:
        assert titled(words_for("en").say(spec.name)) is spec
    assert titled("Report this message") is None
