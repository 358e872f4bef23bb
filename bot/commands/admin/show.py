"""`/busker-admin quota show`: all that was set, or what one person has."""

from collections.abc import Iterator

from bot.commands.admin.until import until_told
from bot.commands.admin.where import USER, Asked, asked, done, spec
from bot.commands.catalogue import Answer, Desk
from bot.commands.quota import quota_of
from bot.models import Command, Told, Tone
from bot.phrases import holder_named, person_named, songs_a_window
from bot.quotas import Block, Grant, Holder, Register, Rule, SetRule

__all__ = ["SHOW"]

MOST_LINES = 40


async def show(command: Command, desk: Desk) -> Answer:
    """What the operator's settings say besides is told first."""
    it = await asked(command, SHOW, desk)
    if "user" in it.given:
        card = await quota_of(it.given["user"], it.platform, it.server, desk, it.words)
        return Told(card=card)
    register = await desk.rules.register(it.platform, it.server, it.now)
    lines = [*_defaults(register, desk, it), *_lines(register, it)]
    if len(lines) > MOST_LINES:
        more = it.words.say("admin-more", more=len(lines) - MOST_LINES)
        lines = [*lines[:MOST_LINES], more]
    return done(it, *lines, title="show-title", tone=Tone.QUIET)


def _defaults(register: Register, desk: Desk, it: Asked) -> Iterator[str]:
    """Those that no rule of the server stands before."""
    held = {each.holder for each in register.rules}
    each, together = desk.limits.default, desk.limits.policy.server
    if Holder.EVERYONE not in held:
        yield _default("rule-default-each", each, it)
    if Holder.SERVER not in held:
        yield _default("rule-default-together", together, it)


def _default(key: str, rule: Rule | None, it: Asked) -> str:
    if rule is None:
        return it.words.say(f"{key}-none")
    return it.words.say(key, songs=songs_a_window(rule, it.words))


def _lines(register: Register, it: Asked) -> Iterator[str]:
    yield from (_rule(each, it) for each in register.rules)
    yield from (_grant(person, grant, it) for person, grant in register.grants)
    yield from (_block(block, it) for block in register.blocks)
    if register.is_paused:
        yield it.words.say("show-paused")
    yield it.words.say("show-zone", zone=str(it.zone))


def _rule(each: SetRule, it: Asked) -> str:
    songs = songs_a_window(each.rule, it.words)
    return it.words.say(
        f"rule-shown-{each.holder}",
        who=holder_named(each.holder, it.platform, each.subject),
        songs=songs,
    )


def _grant(person: str, grant: Grant, it: Asked) -> str:
    who, until = person_named(it.platform, person), until_told(grant.until, it)
    return it.words.say("show-grant", who=who, songs=grant.songs, until=until)


def _block(block: Block, it: Asked) -> str:
    who, until = person_named(it.platform, block.person), until_told(block.until, it)
    return it.words.say("show-block", who=who, until=until)


SHOW = spec("quota show", show, USER)
