"""`/music`: an instrumental."""

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.options import checked_options
from bot.errors import BadOption
from bot.jobs import Ask, Kind
from bot.models import Command

__all__ = ["MUSIC"]


async def ask_for_music(command: Command, desk: Desk) -> Answer:
    """Needs a prompt."""
    given = checked_options(command, MUSIC)
    if "prompt" not in given:
        raise BadOption(option="prompt", problem="missing", hint="/music lo-fi rain")
    ask = Ask(kind=Kind.MUSIC, version="v6", prompt=given["prompt"], style=given.get("style"))
    return await admit(command, ask, desk)


MUSIC = Spec(
    name="music",
    options=(Option(name="prompt", most_characters=1024, is_main=True), Option(name="style")),
    answer=ask_for_music,
)
