"""Whether the operator's channel can be written to. Nothing is written there."""

from adapters.slack.entry import Identity
from adapters.slack.questions import Questions, Refused
from bot.checkup.findings import Finding, ok, wrong
from bot.operating.alarms import place_from
from bot.settings import Settings
from bot.words import Words

__all__ = ["channel_finding"]

PUBLIC = "chat:write.public"
"""With it the bot may write into public channels that it isn't in."""


async def channel_finding(
    ask: Questions, bot: Identity, settings: Settings, words: Words
) -> Finding | None:
    """What is found; None when the channel isn't here. Raises NoAnswer, Unlike."""
    place = place_from(settings.busker_operator_channel)
    if place is None or place.platform != "slack":
        return None
    try:
        answer = await ask.one("conversations.info", channel=place.channel)
    except Refused:
        said = words.say("doctor-slack-channel-hidden", channel=place.channel)
        return wrong(said, words.say("doctor-slack-channel-find"))
    channel = answer["channel"]
    if channel.get("is_im"):
        return ok(words.say("doctor-slack-channel-direct"))
    name = str(channel.get("name", place.channel))
    if channel.get("is_archived"):
        said = words.say("doctor-slack-channel-archived", channel=name)
        return wrong(said, words.say("doctor-slack-channel-pick"))
    is_open = PUBLIC in bot.scopes and not channel.get("is_private")
    if not (channel.get("is_member") or is_open):
        said = words.say("doctor-slack-channel-closed", channel=name)
        return wrong(said, words.say("doctor-slack-channel-invite", bot=bot.name))
    return ok(words.say("doctor-slack-channel", channel=name))
