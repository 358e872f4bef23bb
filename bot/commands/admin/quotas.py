"""`/busker-admin quota`: who may ask for how many."""

from bot.cards import quota_line
from bot.commands.admin.until import UNTIL, until_said, until_told
from bot.commands.admin.where import NEEDED_USER, USER, Asked, asked, done, spec
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.options import is_on
from bot.commands.quota import person_there
from bot.errors import BadOption
from bot.models import Command
from bot.phrases import holder_named, person_named, songs_a_window
from bot.quota_card import rule_line
from bot.quotas import Allowance, Holder, Rule, rule_from

__all__ = ["QUOTAS"]

ROLE = Option(name="role", kind=OptionKind.ROLE)
TOGETHER = Option(name="together", kind=OptionKind.SWITCH)
MOST_SONGS = 10_000


async def set_rule(command: Command, desk: Desk) -> Answer:
    """For a person, a role, everybody each, or everybody together."""
    it = await asked(command, SET, desk)
    rule = _rule(it.needed("rule"))
    holder, subject = _holder(it)
    await desk.rules.set_rule(it.change, holder, rule, subject=subject)
    songs = songs_a_window(rule, it.words)
    return done(
        it,
        it.words.say(
            f"rule-set-{holder}", who=holder_named(holder, it.platform, subject), songs=songs
        ),
    )


async def clear_rule(command: Command, desk: Desk) -> Answer:
    """What was set for the same; of a person also what was granted."""
    it = await asked(command, CLEAR, desk)
    holder, subject = _holder(it)
    await desk.rules.set_rule(it.change, holder, None, subject=subject)
    if holder is Holder.PERSON:
        await desk.rules.clear_grants(it.change, subject)
    who = holder_named(holder, it.platform, subject)
    return done(
        it, it.words.say(f"rule-cleared-{holder}", who=who), await _holds(holder, subject, it, desk)
    )


async def grant(command: Command, desk: Desk) -> Answer:
    """Songs on top of a person's rule, in each of its windows, for a while or for good."""
    it = await asked(command, GRANT, desk)
    user, until, songs = it.needed("user"), until_said(it), _songs(it.needed("songs"))
    await desk.rules.grant(it.change, user, songs, until=until)
    line = it.words.say(
        "admin-granted",
        who=person_named(it.platform, user),
        songs=songs,
        until=until_told(until, it),
    )
    return done(it, line, quota_line(await _allowance(user, it, desk), it.words))


async def reset(command: Command, desk: Desk) -> Answer:
    """Forget, for a person's rule, what they have asked for in this window."""
    it = await asked(command, RESET, desk)
    user = it.needed("user")
    await desk.rules.reset(it.change, user)
    line = it.words.say("admin-reset", who=person_named(it.platform, user))
    return done(it, line, quota_line(await _allowance(user, it, desk), it.words))


async def _holds(holder: Holder, subject: str, it: Asked, desk: Desk) -> str:
    """Which rule holds where one was taken away."""
    if holder is Holder.PERSON:
        return rule_line(await _allowance(subject, it, desk), it.words)
    if holder is Holder.ROLE:
        return it.words.say("rule-cleared-else")
    rule = desk.limits.policy.server if holder is Holder.SERVER else desk.limits.default
    return rule_line(Allowance(rule=rule, used=0, resets_at=None), it.words)


async def _allowance(user: str, it: Asked, desk: Desk) -> Allowance:
    person = await person_there(user, it.platform, it.server, desk)
    return await desk.limits.allowance(person, it.server)


def _holder(it: Asked) -> tuple[Holder, str]:
    said = [name for name in ("user", "role", "together") if name in it.given]
    if len(said) > 1:
        raise BadOption(option=said[0], problem="one-of", others=", ".join(said[1:]))
    if "user" in it.given:
        return Holder.PERSON, it.given["user"]
    if "role" in it.given:
        return Holder.ROLE, it.given["role"]
    return (Holder.SERVER if is_on(it.given, "together") else Holder.EVERYONE), ""


def _rule(text: str) -> Rule:
    try:
        return rule_from(text)
    except ValueError:
        raise BadOption(option="rule", problem="not-rule", given=text) from None


def _songs(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_SONGS):
        raise BadOption(option="songs", problem="out-of-range", least=1, most=MOST_SONGS)
    return int(text)


SET = spec(
    "quota set",
    set_rule,
    Option(name="rule", most_characters=20, is_main=True, is_required=True),
    USER,
    ROLE,
    TOGETHER,
)
CLEAR = spec("quota clear", clear_rule, USER, ROLE, TOGETHER)
GRANT = spec(
    "quota grant",
    grant,
    NEEDED_USER,
    Option(name="songs", most_characters=10, is_required=True),
    UNTIL,
)
RESET = spec("quota reset", reset, NEEDED_USER)

QUOTAS: tuple[Spec, ...] = (SET, CLEAR, GRANT, RESET)
