"""The catalogue: what can be asked and pressed. Menus, help and the README's table come from here."""

from collections.abc import Mapping

from bot.commands.admin import ADMIN, ADMIN_BUTTONS
from bot.commands.cancel import CANCEL, press_cancel
from bot.commands.catalogue import Option, OptionKind, Pressing, Spec, described
from bot.commands.drafts import press_drop, press_edit_draft, press_go
from bot.commands.extend import EXTEND
from bot.commands.help import help_on
from bot.commands.jingle import JINGLE
from bot.commands.jingle_sound import SOUNDS
from bot.commands.music import MUSIC
from bot.commands.quota import QUOTA
from bot.commands.song import SONG

__all__ = ["BUTTONS", "COMMANDS", "Option", "OptionKind", "Spec", "described"]

ASKED: tuple[Spec, ...] = (SONG, MUSIC, JINGLE, EXTEND, QUOTA, CANCEL, *SOUNDS, *ADMIN)
COMMANDS: tuple[Spec, ...] = (*ASKED, help_on(ASKED))

BUTTONS: Mapping[str, Pressing] = {
    "cancel": press_cancel,
    "draft-go": press_go,
    "draft-edit": press_edit_draft,
    "draft-cancel": press_drop,
    **ADMIN_BUTTONS,
}
"""What each button's action does."""
