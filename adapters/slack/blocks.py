"""Cards as blocks, within Slack's limits whatever stands in them.

Source for every limit: https://docs.slack.dev/reference/block-kit/blocks
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from adapters.slack.addresses import action_id_for
from adapters.slack.plain import Json, cleaned, cut, escaped, named, named_in, spans
from bot.models import Button, Card, Tone

__all__ = ["MOST_BLOCKS", "blocks_for", "button_for", "fallback_for", "plain_text", "rich_blocks"]

MOST_BLOCKS = 50
MOST_TITLE = 150
MOST_TEXT = 3000
"""Characters of one block of rich text, for which Slack names no limit: as many as of a section."""
MOST_BESIDE = 1000
"""Of a section that has something beside it; 3,000 would be taken."""
MOST_IN_ALL = 9000
MOST_FALLBACK = 2000
MOST_FOOTER = 300
MOST_LABEL = 75
MOST_IN_ROW = 5
MOST_ALT_TEXT = 500
BAR_CELLS = 12

SIGNS = {
    Tone.WAITING: "⏳",
    Tone.WORKING: "🎶",
    Tone.GOOD: "✅",
    Tone.BAD: "⚠️",
    Tone.QUIET: "▫️",
}


def blocks_for(card: Card, *, cover: str | None = None, names: bool = False) -> list[Json]:
    """The card. `cover`: the id of its picture with Slack; `names`: see `plain.spans`."""
    head = _head(card, names=names)
    own = {button.line: button for button in card.buttons if _has_place(button, card)}
    rows = [*_rows([each for each in card.buttons if each not in own.values()])]
    body = [*_body(card, own, cover, names=names)]
    if len(body) + len(rows) + 2 > MOST_BLOCKS:
        rows, body = [*_rows(card.buttons)], [*_body(card, {}, cover, names=names)]
    foot = [_context(card.footer)] if card.footer and cleaned(card.footer).strip() else []
    return [head, *body, *foot, *rows][:MOST_BLOCKS]


def fallback_for(card: Card, *, names: bool = False) -> str:
    """What notifications and screen readers say: all that stands in the card, escaped.

    `names`: see `plain.spans`.
    """
    said = [cleaned(line) for line in (_heading(card), *card.lines)]
    text = escaped(cut("\n".join(line for line in said if line.strip()), MOST_FALLBACK))
    return named(text) if names else text


def rich_blocks(text: str, *, names: bool = False, first: Json | None = None) -> list[Json]:
    """Text of any length as rich text. `first`: a part that goes before it."""
    if len(cleaned(text)) > MOST_IN_ALL:
        text = cut(cleaned(text), MOST_IN_ALL)
    parts = [*([first] if first else []), *_pieces(text, names=names)]
    blocks: list[list[Json]] = [[]]
    room = MOST_TEXT
    for part in parts:
        size = len(part.get("text") or part.get("url") or "…" * 20)
        if blocks[-1] and size > room:
            blocks.append([])
            room = MOST_TEXT
        blocks[-1].append(part)
        room -= size
    return [_rich(block) for block in blocks if any(_is_seen(part) for part in block)]


def plain_text(text: str, most: int) -> Json:
    """A text object that is literal; never an empty one."""
    line = " ".join(cleaned(text).split())
    return {"type": "plain_text", "text": cut(line, most) or "…", "emoji": False}


def button_for(button: Button, label: str) -> Json:
    """One button; where it stands is somebody else's affair."""
    shown = {
        "type": "button",
        "text": plain_text(label, MOST_LABEL),
        "action_id": action_id_for(button),
    }
    return shown | ({"style": "danger"} if button.is_danger else {})


def _heading(card: Card) -> str:
    return f"{SIGNS[card.tone]} {card.title}"


def _head(card: Card, *, names: bool) -> Json:
    """A header; where it names somebody, bold text, since headers can't."""
    head = plain_text(_heading(card), MOST_TITLE)
    if not (names and named_in(head["text"])):
        return {"type": "header", "text": head}
    parts = [part | {"style": {"bold": True}} for part in spans(head["text"], names=True)]
    return _rich(parts)


def _has_place(button: Button, card: Card) -> bool:
    """Whether it stands beside a line: one that is there, and that plain text can show."""
    if button.line is None or not 0 <= button.line < len(card.lines):
        return False
    line = cleaned(card.lines[button.line])
    return bool(line.strip()) and not named_in(line)


def _body(
    card: Card, own: dict[int | None, Button], cover: str | None, *, names: bool
) -> Iterator[Json]:
    numbered = [*enumerate(card.lines)]
    if cover:
        beside = [*_before_others(numbered, own)]
        numbered = numbered[len(beside) :]
        yield _with_picture("\n".join(beside), _picture(cover, card))
    for number, run in groupby(numbered, key=lambda each: each[0] if each[0] in own else None):
        text = "\n".join(line for _, line in run)
        if number is None:
            yield from rich_blocks(text, names=names)
        else:
            button = own[number]
            yield _section(text, button_for(button, button.line_label or button.label))
    if card.percent is not None:
        yield _rich([{"type": "text", "text": _bar(card.percent)}])


def _before_others(
    numbered: Sequence[tuple[int, str]], own: dict[int | None, Button]
) -> Iterator[str]:
    """The first lines that plain text can show, which the cover stands beside."""
    for number, line in numbered:
        is_literal = all(part["type"] == "text" for part in spans(line, names=True))
        if number in own or not is_literal:
            return
        yield line


def _with_picture(text: str, picture: Json) -> Json:
    return _section(text, picture) if cleaned(text).strip() else picture


def _section(text: str, accessory: Json) -> Json:
    """Text that says something, and what stands beside it."""
    shown = cut(cleaned(text).strip(), MOST_BESIDE)
    literal = {"type": "plain_text", "text": shown, "emoji": False}
    return {"type": "section", "text": literal, "accessory": accessory}


def _picture(cover: str, card: Card) -> Json:
    return {
        "type": "image",
        "slack_file": {"id": cover},
        "alt_text": cut(cleaned(card.title).strip(), MOST_ALT_TEXT) or "…",
    }


def _context(text: str) -> Json:
    return {"type": "context", "elements": [plain_text(text, MOST_FOOTER)]}


def _rows(buttons: Sequence[Button]) -> Iterator[Json]:
    """Two buttons that do the same are one to Slack."""
    for _, row in groupby(sorted(buttons, key=lambda each: each.row), key=lambda each: each.row):
        shown = [*{action_id_for(each): each for each in row}.values()]
        for begin in range(0, len(shown), MOST_IN_ROW):
            some = shown[begin : begin + MOST_IN_ROW]
            elements = [button_for(each, each.label) for each in some]
            yield {"type": "actions", "elements": elements}


def _pieces(text: str, *, names: bool) -> Iterator[Json]:
    for part in spans(text, names=names):
        if part["type"] != "text":
            yield part
            continue
        for begin in range(0, len(part["text"]), MOST_TEXT):
            yield part | {"text": part["text"][begin : begin + MOST_TEXT]}


def _is_seen(part: Json) -> bool:
    return part["type"] != "text" or bool(part["text"].strip())


def _rich(parts: Sequence[Json]) -> Json:
    section = {"type": "rich_text_section", "elements": [*parts]}
    return {"type": "rich_text", "elements": [section]}


def _bar(percent: int) -> str:
    full = round(percent / 100 * BAR_CELLS)
    return f"{'▰' * full}{'▱' * (BAR_CELLS - full)} {percent} %"
