"""The catalogue: what can be asked and pressed. Menus, help and the README's table come from here."""

from collections.abc import Mapping

from bot.commands.cancel import CANCEL, press_cancel
from bot.commands.catalogue import Option, OptionKind, Pressing, Spec, described
from bot.commands.extend import EXTEND
from bot.commands.music import MUSIC
from bot.commands.quota import QUOTA
from bot.commands.song import SONG

__all__ = ["BUTTONS", "COMMANDS", "Option", "OptionKind", "Spec", "described"]

COMMANDS: tuple[Spec, ...] = (SONG, MUSIC, EXTEND, QUOTA, CANCEL)

BUTTONS: Mapping[str, Pressing] = {"cancel": press_cancel}
"""What each button's action does."""
