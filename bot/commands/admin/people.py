"""`/busker-admin block` and `unblock`."""

from bot.commands.admin.until import UNTIL, until_said, until_told
from bot.commands.admin.where import NEEDED_USER, asked, done, spec
from bot.commands.catalogue import Answer, Desk
from bot.models import Command
from bot.phrases import person_named

__all__ = ["BLOCK", "UNBLOCK"]


async def block(command: Command, desk: Desk) -> Answer:
    """The person may ask for nothing on the server; their songs that are on their way go on."""
    it = await asked(command, BLOCK, desk)
    user, until = it.needed("user"), until_said(it)
    await desk.rules.block(it.change, user, until=until)
    who = person_named(it.platform, user)
    return done(it, it.words.say("admin-blocked", who=who, until=until_told(until, it)))


async def unblock(command: Command, desk: Desk) -> Answer:
    """They may ask again."""
    it = await asked(command, UNBLOCK, desk)
    user = it.needed("user")
    register = await desk.rules.register(it.platform, it.server, it.now)
    is_blocked = user in {each.person for each in register.blocks}
    if is_blocked:
        await desk.rules.unblock(it.change, user)
    key = "admin-unblocked" if is_blocked else "admin-not-blocked"
    return done(it, it.words.say(key, who=person_named(it.platform, user)))


BLOCK = spec("block", block, NEEDED_USER, UNTIL)
UNBLOCK = spec("unblock", unblock, NEEDED_USER)
