"""The catalogue: what can be asked and pressed. Menus, help and the README's table come from here."""

from collections.abc import Mapping

from bot.commands.admin import ADMIN, ADMIN_BUTTONS
from bot.commands.again import press_again
from bot.commands.cancel import CANCEL, press_cancel
from bot.commands.catalogue import Option, OptionKind, Pressing, Spec, described
from bot.commands.delete import press_delete, press_delete_yes
from bot.commands.drafts import press_directly, press_drop, press_edit_draft, press_go
from bot.commands.extend import EXTEND, press_extend
from bot.commands.extend_message import EXTEND_MESSAGE, EXTEND_THIS
from bot.commands.favourite import press_favourite
from bot.commands.help import help_on
from bot.commands.jingle import JINGLE
from bot.commands.jingle_sound import SOUNDS
from bot.commands.library import LIBRARY, press_library, press_pick
from bot.commands.lyrics import press_lyrics
from bot.commands.music import MUSIC
from bot.commands.privacy import press_export, press_forget, press_forget_yes
from bot.commands.quota import QUOTA
from bot.commands.remix import REMIX, press_edit, press_remix
from bot.commands.show import press_show
from bot.commands.song import SONG
from bot.commands.song_message import SONG_MESSAGE
from bot.commands.why import press_why

__all__ = ["BUTTONS", "COMMANDS", "FORMS", "MENUS", "Option", "OptionKind", "Spec", "described"]

ASKED: tuple[Spec, ...] = (SONG, MUSIC, JINGLE, EXTEND, LIBRARY, QUOTA, CANCEL, *SOUNDS, *ADMIN)
MENUS: tuple[Spec, ...] = (EXTEND_MESSAGE, SONG_MESSAGE)
"""What the menu of a message offers where a platform has one, under the title that its name is the key of."""

COMMANDS: tuple[Spec, ...] = (*ASKED, help_on(ASKED, MENUS))

FORMS: tuple[Spec, ...] = (REMIX, EXTEND_THIS, *MENUS)
"""What only forms and the menus of messages ask for; nobody types it."""

BUTTONS: Mapping[str, Pressing] = {
    "again": press_again,
    "export": press_export,
    "forget-me": press_forget,
    "forget-me-yes": press_forget_yes,
    "cancel": press_cancel,
    "delete": press_delete,
    "delete-yes": press_delete_yes,
    "draft-cancel": press_drop,
    "draft-directly": press_directly,
    "draft-edit": press_edit_draft,
    "draft-go": press_go,
    "edit": press_edit,
    "extend": press_extend,
    "favourite": press_favourite,
    "library": press_library,
    "lyrics": press_lyrics,
    "pick": press_pick,
    "remix": press_remix,
    "show": press_show,
    "why": press_why,
    **ADMIN_BUTTONS,
}
"""What each button's action does."""
