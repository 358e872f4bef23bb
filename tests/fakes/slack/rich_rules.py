"""What Slack refuses of rich text: parts that it doesn't know, or that say nothing.

https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from tests.fakes.slack.refusals import Json, Misshapen
from tests.fakes.slack.shapes import check_known, check_length, items, required

LINES = {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}
PARTS = {
    "text": ("text",),
    "link": ("url",),
    "user": ("user_id",),
    "usergroup": ("usergroup_id",),
    "channel": ("channel_id",),
    "broadcast": ("range",),
    "emoji": ("name",),
    "color": ("value",),
    "date": ("timestamp", "format"),
}
"""What each has to have."""
MORE = {
    "link": {"text", "unsafe"},
    "date": {"fallback", "url", "timezone"},
    "emoji": {"unicode", "skin_tone"},
}


def check_rich_text(block: Json, path: str) -> None:
    for number, line in enumerate(items(block, "elements", path, 100)):
        here = f"{path}/elements/{number}"
        if line.get("type") == "rich_text_list":
            if line.get("style") not in {"bullet", "ordered"}:
                raise Misshapen(f"{here}/style", "must be one of bullet, ordered")
            check_rich_text(line, here)
        elif line.get("type") in LINES:
            for index, part in enumerate(items(line, "elements", here, 1000, least=0)):
                _check_part(part, f"{here}/elements/{index}")
        else:
            raise Misshapen(f"{here}/type", f"unsupported type: {line.get('type')}")


def _check_part(part: Json, path: str) -> None:
    kind = str(part.get("type"))
    if kind not in PARTS:
        raise Misshapen(f"{path}/type", f"unsupported type: {kind}")
    check_known(part, path, {*PARTS[kind], *MORE.get(kind, ()), "style"})
    for name in PARTS[kind]:
        required(part, name, path)
    check_length(part.get("text"), 40_000, f"{path}/text")
    check_length(part.get("url"), 3000, f"{path}/url")
    if kind == "date" and not isinstance(part["timestamp"], int):
        raise Misshapen(f"{path}/timestamp", "must be a number")
