"""The catalogue: what can be asked. Menus, help and the README's table come from here."""

from bot.commands.cancel import CANCEL
from bot.commands.catalogue import Option, Spec, described
from bot.commands.extend import EXTEND
from bot.commands.music import MUSIC
from bot.commands.quota import QUOTA
from bot.commands.song import SONG

__all__ = ["COMMANDS", "Option", "Spec", "described"]

COMMANDS: tuple[Spec, ...] = (SONG, MUSIC, EXTEND, QUOTA, CANCEL)
