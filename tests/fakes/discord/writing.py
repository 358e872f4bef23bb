"""Messages are written, changed and taken away, in one place for every route."""

from collections.abc import Mapping
from datetime import timedelta

from tests.fakes.discord import message as flags_of
from tests.fakes.discord import rules
from tests.fakes.discord.bodies import MOST_FILES, Body, Upload
from tests.fakes.discord.components import numbered
from tests.fakes.discord.files import Files
from tests.fakes.discord.interaction import Interaction
from tests.fakes.discord.mentions import pings_of
from tests.fakes.discord.message import Attachment, Message
from tests.fakes.discord.people import User
from tests.fakes.discord.permissions import READ_MESSAGE_HISTORY
from tests.fakes.discord.places import Channel
from tests.fakes.discord.references import OWN, references_of
from tests.fakes.discord.refusals import (
    Json,
    misshapen,
    no_history,
    too_large,
    too_many_attachments,
)
from tests.fakes.discord.world import World

NONCE_LASTS = timedelta(minutes=5)


class Writing:
    def __init__(self, world: World, files: Files) -> None:
        self._world = world
        self._files = files

    def create(
        self, channel: Channel, author: User, body: Body, *, interaction: Interaction | None = None
    ) -> Message:
        """A new message; of an interaction's answer, `interaction` says of which."""
        fields = body.fields
        flags = fields.get("flags") or 0
        known, allowed = rules.CREATED, rules.CREATED_FLAGS
        if interaction:
            known, allowed = rules.ANSWERED, rules.CREATED_FLAGS | flags_of.EPHEMERAL
        rules.check_known(fields, known)
        rules.check_flags(flags, allowed)
        rules.check_message(fields, v2=bool(flags & flags_of.COMPONENTS_V2))
        rules.check_says_something(fields, has_files=bool(body.files))
        body.judge()
        if (earlier := self._same_nonce(channel, author, fields)) is not None:
            return earlier
        message = Message(
            id=self._world.ids.new(),
            channel=channel,
            author=author,
            created_at=self._world.clock.now(),
            flags=flags,
            reply_to=self._replied(channel, fields.get("message_reference")),
            nonce=None if fields.get("nonce") is None else str(fields["nonce"]),
            interaction=interaction,
            shown_to=interaction.user if interaction and flags & flags_of.EPHEMERAL else None,
        )
        self._fill(message, body, _limit(channel, interaction))
        channel.messages.append(message)
        message.keep()
        self._world.happened("MESSAGE_CREATE", message)
        return message

    def edit(self, message: Message, body: Body, *, interaction: Interaction | None = None) -> None:
        """What isn't named stays; `attachments` is all that is to be kept."""
        fields = body.fields
        flags = fields.get("flags") or 0
        rules.check_known(fields, rules.EDITED | ({"poll"} if interaction else set()))
        rules.check_flags(flags, rules.EDITED_FLAGS)
        v2 = message.has_components_v2 or bool(flags & flags_of.COMPONENTS_V2)
        kept = {"content": message.content, "embeds": message.embeds} if v2 else {}
        rules.check_message(kept | fields, v2=v2)
        self._check_stays(message, body)
        body.judge()
        had = list(message.attachments)
        if "flags" in fields:
            message.flags = message.flags & ~flags_of.SUPPRESS_EMBEDS | flags
        message.flags &= ~flags_of.LOADING
        self._fill(message, body, _limit(message.channel, interaction))
        for attachment in had:
            if attachment not in message.attachments:
                self._files.drop(attachment)
        message.edited_at = self._world.clock.now()
        message.keep()
        self._world.happened("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        message.is_deleted = True
        for attachment in message.attachments:
            self._files.drop(attachment)
        self._world.feed.stir()
        self._world.happened("MESSAGE_DELETE", message)

    def _fill(self, message: Message, body: Body, limit: int) -> None:
        fields = body.fields
        attachments = self._attached(message, body, limit)
        _check_references(fields, attachments)
        message.attachments = attachments
        if "content" in fields:
            message.content = fields["content"] or ""
        if "embeds" in fields:
            message.embeds = [_whole(embed) for embed in fields["embeds"] or []]
        if "components" in fields:
            message.components = numbered(fields["components"] or [])
        message.pings = pings_of(message, fields.get("allowed_mentions"))

    def _attached(self, message: Message, body: Body, limit: int) -> list[Attachment]:
        """What stays, then what is new; without a list all stays, and every file is taken."""
        fields = body.fields
        listed = {str(one["id"]): one for one in fields.get("attachments") or []}
        has_list = "attachments" in fields
        kept = [one for one in message.attachments if not has_list or one.id in listed]
        known = {one.id for one in kept} | {str(number) for number in body.files}
        if unknown := listed.keys() - known:
            raise misshapen(
                "attachments", "ATTACHMENT_NOT_FOUND", f"No attachment or file {min(unknown)}"
            )
        if len(kept) + len(body.files) > MOST_FILES:
            raise too_many_attachments()
        if any(len(file.data) > limit for file in body.files.values()):
            raise too_large()
        new = [
            self._kept(file, listed.get(str(number), {}), message)
            for number, file in sorted(body.files.items())
        ]
        return kept + new

    def _kept(self, file: Upload, said: Mapping[str, str], message: Message) -> Attachment:
        return self._files.keep(
            said.get("filename") or file.name,
            file.data,
            message.channel.id,
            description=said.get("description"),
            is_ephemeral=message.is_ephemeral,
        )

    def _check_stays(self, message: Message, body: Body) -> None:
        """An edit that leaves nothing to see is refused, as an empty message is."""
        now: Json = {
            "content": message.content,
            "embeds": message.embeds,
            "components": message.components,
        }
        listed = body.fields.get("attachments", message.attachments)
        has_files = bool(body.files or listed)
        rules.check_says_something(now | body.fields, has_files=has_files)

    def _same_nonce(self, channel: Channel, author: User, fields: Json) -> Message | None:
        if not fields.get("enforce_nonce"):
            return None
        if fields.get("nonce") is None:
            raise misshapen("nonce", "BASE_TYPE_REQUIRED", "This field is required")
        since = self._world.clock.now() - NONCE_LASTS
        for message in channel.messages:
            is_same = message.author is author and message.nonce == str(fields["nonce"])
            if is_same and message.created_at >= since:
                return message
        return None

    def _replied(self, channel: Channel, reference: Json | None) -> Message | None:
        if not reference:
            return None
        if not channel.allowed & READ_MESSAGE_HISTORY:
            raise no_history()
        for message in channel.messages:
            is_there = not message.is_ephemeral and not message.is_deleted
            if is_there and message.id == str(reference["message_id"]):
                return message
        if reference.get("fail_if_not_exists", True):
            raise misshapen("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return None


def _whole(embed: Json) -> Json:
    """With what Discord adds."""
    fields = [{"inline": False} | field for field in embed.get("fields") or []]
    return {"type": "rich"} | embed | ({"fields": fields} if fields else {})


def _limit(channel: Channel, interaction: Interaction | None) -> int:
    """Bytes a file: by an interaction's token what its person may upload, else the guild's."""
    if interaction:
        return interaction.upload_limit
    return channel.guild.upload_limit if channel.guild else 10 << 20


def _check_references(fields: Json, attachments: list[Attachment]) -> None:
    """What is said to be shown has to be a file of this message."""
    names = {attachment.filename for attachment in attachments}
    said = references_of(fields.get("embeds") or [], fields.get("components") or [])
    for path, url in said:
        if url.startswith(OWN) and url.removeprefix(OWN) not in names:
            raise misshapen(
                f"{path}.url",
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                f"The referenced attachment was not found: {url}",
            )
