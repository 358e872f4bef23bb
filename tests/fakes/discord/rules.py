"""What Discord refuses of a message, as far as its own specification doesn't say it."""

from tests.fakes.discord import message as flags_of
from tests.fakes.discord.component_rules import check_components
from tests.fakes.discord.mentions import check_allowed
from tests.fakes.discord.refusals import Json, empty_message, misshapen, required, too_long

CREATED = {
    "allowed_mentions", "attachments", "components", "content", "embeds", "enforce_nonce", "flags",
    "message_reference", "nonce", "poll", "sticker_ids", "tts",
}  # fmt: skip
EDITED = {
    "allowed_mentions", "attachments", "components", "content", "embeds", "flags",
    "tts",  # discord.py sends it along
}  # fmt: skip
ANSWERED = CREATED - {"enforce_nonce", "message_reference", "nonce", "sticker_ids"}

CREATED_FLAGS = flags_of.SUPPRESS_EMBEDS | flags_of.SUPPRESS_NOTIFICATIONS | flags_of.COMPONENTS_V2
EDITED_FLAGS = flags_of.SUPPRESS_EMBEDS | flags_of.COMPONENTS_V2

EMBED = {
    "author", "color", "description", "fields", "footer", "image", "provider", "thumbnail",
    "timestamp", "title", "type", "url", "video", "flags",
}  # fmt: skip
MOST_CONTENT = 2000
MOST_EMBEDS = 10
MOST_EMBED_TEXT = 6000
MOST_FIELDS = 25
EMBED_TEXTS = {"title": 256, "description": 4096}


def check_known(fields: Json, known: set[str], path: str = "") -> None:
    """Discord passes over what it doesn't know; here it is a misprint."""
    for name in fields.keys() - known:
        raise misshapen(f"{path}.{name}".strip("."), "UNKNOWN_FIELD", "This field isn't known.")


def check_flags(flags: int, allowed: int) -> None:
    if flags & ~allowed:
        raise misshapen("flags", "MESSAGE_FLAGS_INVALID", f"{flags & ~allowed} can't be set here.")


def check_message(fields: Json, *, v2: bool) -> None:
    """The parts that are in `fields`; `v2` is how the message will be."""
    content, embeds = fields.get("content") or "", fields.get("embeds") or []
    if v2 and (content or embeds):
        raise misshapen(
            "content" if content else "embeds",
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            "The field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
        )
    check_length(content, MOST_CONTENT, "content")
    check_embeds(embeds)
    check_components(fields.get("components") or [], v2=v2)
    check_allowed(fields.get("allowed_mentions"))


def check_says_something(fields: Json, *, has_files: bool) -> None:
    said = any(fields.get(name) for name in ("content", "embeds", "components", "poll"))
    if not said and not has_files:
        raise empty_message()


def check_embeds(embeds: list[Json]) -> None:
    if len(embeds) > MOST_EMBEDS:
        raise too_long(MOST_EMBEDS, "embeds")
    for number, embed in enumerate(embeds):
        _check_embed(embed, f"embeds.{number}")
    if sum(len(text) for embed in embeds for text in _texts(embed)) > MOST_EMBED_TEXT:
        raise misshapen("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds 6000")


def _check_embed(embed: Json, path: str) -> None:
    check_known(embed, EMBED, path)
    for name, most in EMBED_TEXTS.items():
        check_length(embed.get(name) or "", most, f"{path}.{name}")
    check_length((embed.get("footer") or {}).get("text", ""), 2048, f"{path}.footer.text")
    check_length((embed.get("author") or {}).get("name", ""), 256, f"{path}.author.name")
    fields = embed.get("fields") or []
    if len(fields) > MOST_FIELDS:
        raise too_long(MOST_FIELDS, f"{path}.fields")
    for number, one in enumerate(fields):
        for name, most in (("name", 256), ("value", 1024)):
            if not one.get(name):
                raise required(f"{path}.fields.{number}.{name}")
            check_length(one[name], most, f"{path}.fields.{number}.{name}")


def _texts(embed: Json) -> list[str]:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for one in embed.get("fields") or []:
        texts += [one["name"], one["value"]]
    return [text for text in texts if text]


def check_length(text: str, most: int, path: str) -> None:
    if len(text) > most:
        raise too_long(most, path)
