"""`/busker-admin channels`: where songs may be asked for."""

from bot.commands.admin.where import Asked, asked, done, spec
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.models import Command, Tone
from bot.phrases import channel_named

__all__ = ["CHANNELS"]

CHANNEL = Option(name="channel", kind=OptionKind.CHANNEL, is_main=True)


async def allow(command: Command, desk: Desk) -> Answer:
    """From the first channel that is allowed, the others are closed."""
    return await _set(command, ALLOW, desk, is_allowed=True)


async def deny(command: Command, desk: Desk) -> Answer:
    """Songs can't be asked for in it."""
    return await _set(command, DENY, desk, is_allowed=False)


async def clear(command: Command, desk: Desk) -> Answer:
    """Neither allowed nor denied."""
    return await _set(command, CLEAR, desk, is_allowed=None)


async def list_channels(command: Command, desk: Desk) -> Answer:
    """Each that was allowed or denied, and what that means for the others."""
    it = await asked(command, LIST, desk)
    channels = await desk.grounds.channels(it.platform, it.server)
    lines = [
        it.words.say(
            "channel-allowed" if is_allowed else "channel-denied",
            channel=channel_named(it.platform, channel),
        )
        for channel, is_allowed in channels.items()
    ]
    others = await _others(it, desk)
    return done(it, *lines, others, title="channels-title", tone=Tone.QUIET)


async def _set(command: Command, spec: Spec, desk: Desk, *, is_allowed: bool | None) -> Answer:
    it = await asked(command, spec, desk)
    channel = it.given.get("channel", command.place.channel)
    await desk.grounds.set_channel(it.change, channel, is_allowed=is_allowed)
    key = {True: "channel-allowed", False: "channel-denied", None: "channel-cleared"}[is_allowed]
    line = it.words.say(key, channel=channel_named(it.platform, channel))
    return done(it, line, await _others(it, desk))


async def _others(it: Asked, desk: Desk) -> str:
    channels = await desk.grounds.channels(it.platform, it.server)
    return it.words.say("channels-only-those" if True in channels.values() else "channels-others")


ALLOW = spec("channels allow", allow, CHANNEL)
DENY = spec("channels deny", deny, CHANNEL)
CLEAR = spec("channels clear", clear, CHANNEL)
LIST = spec("channels list", list_channels)

CHANNELS: tuple[Spec, ...] = (ALLOW, DENY, CLEAR, LIST)
