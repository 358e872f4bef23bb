"""Where an admin's command applies: on the server where it is said, or where the operator says."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.authority import OPERATE
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.options import checked_options, is_on
from bot.errors import BadOption
from bot.models import Button, Card, Command, Power, Told, Tone
from bot.quotas import Change, actor_named
from bot.words import Words, words_for

__all__ = ["EVERYWHERE", "NEEDED_USER", "USER", "WHERE", "Asked", "asked", "done", "spec"]

PLATFORMS = ("discord", "slack", "console")

SERVER = Option(name="server", needs=OPERATE)
PLATFORM = Option(name="platform", needs=OPERATE)
WHERE = (SERVER, PLATFORM)
EVERYWHERE = Option(name="everywhere", kind=OptionKind.SWITCH, needs=OPERATE)
Answering = Callable[[Command, Desk], Awaitable[Answer]]

USER = Option(name="user", kind=OptionKind.PERSON)
NEEDED_USER = replace(USER, is_main=True, is_required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command of an admin, read once."""

    given: Mapping[str, str]
    platform: str
    """Empty, as the server, for everywhere."""
    server: str
    actor: str
    now: datetime
    zone: tzinfo
    words: Words

    @property
    def change(self) -> Change:
        """What is about to be changed, by whom and where."""
        return Change(actor=self.actor, at=self.now, platform=self.platform, server=self.server)

    @property
    def is_everywhere(self) -> bool:
        """It applies to all servers of all platforms."""
        return not self.platform

    def needed(self, name: str) -> str:
        """What was said for this option. Raises BadOption."""
        if name not in self.given:
            raise BadOption(option=name, problem="missing", hint=self.words.say(f"hint-{name}"))
        return self.given[name]


async def asked(command: Command, spec: Spec, desk: Desk) -> Asked:
    """Read it. That only the operator says where, the router has seen to. Raises BadOption."""
    given = checked_options(command, spec)
    place = command.place
    platform, server = given.get("platform", place.platform), given.get("server", place.server)
    if platform not in PLATFORMS:
        known = ", ".join(PLATFORMS)
        raise BadOption(option="platform", problem="no-platform", given=platform, known=known)
    if platform != place.platform and "server" not in given:
        words = words_for(command.person.locale)
        raise BadOption(option="server", problem="missing", hint=words.say("hint-server"))
    if is_on(given, "everywhere"):
        platform = server = ""
    now = desk.clock.now()
    register = await desk.rules.register(platform, server, now)
    return Asked(
        given=given,
        platform=platform,
        server=server,
        actor=actor_named(command.person),
        now=now,
        zone=register.zone or desk.limits.zone,
        words=words_for(command.person.locale),
    )


def done(
    asked: Asked,
    *lines: str,
    title: str = "admin-done",
    tone: Tone = Tone.GOOD,
    buttons: tuple[Button, ...] = (),
) -> Answer:
    """What was changed and what holds now, in sentences."""
    card = Card(tone=tone, title=asked.words.say(title), lines=lines, buttons=buttons)
    return Told(card=card)


def spec(name: str, answer: Answering, *options: Option) -> Spec:
    """One of the admins' commands; the operator may say where."""
    return Spec(
        name=f"busker-admin {name}",
        options=(*options, *WHERE),
        answer=answer,
        needs=Power.ADMINISTER,
    )
