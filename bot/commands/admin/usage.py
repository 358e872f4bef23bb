"""`/busker-admin usage`: how much was asked for, by whom, and what it may have cost."""

from collections.abc import Iterator, Sequence

from bot.commands.admin.where import EVERYWHERE, Asked, asked, spec
from bot.commands.catalogue import Answer, Desk, Option, OptionKind
from bot.commands.options import is_on
from bot.models import Attachment, Card, Command, Told, Tone
from bot.phrases import person_named
from bot.quotas import Window
from bot.sheets import sheet
from bot.usage import Tally, TopPerson, UsageRow

__all__ = ["USAGE"]

MOST_PEOPLE = 10
MOST_ROWS = 50_000
COLUMNS = (
    "song",
    "asked",
    "platform",
    "server",
    "channel",
    "person",
    "kind",
    "end",
    "counts",
    "billed",
)


async def tell_usage(command: Command, desk: Desk) -> Answer:
    """Today and this month, in the server's zone; costs to the operator alone."""
    it = await asked(command, USAGE, desk)
    month = Window.MONTH.start(it.now, it.zone)
    tallies = {
        window: await desk.tallies.tally(it.platform, it.server, window.start(it.now, it.zone))
        for window in (Window.DAY, Window.MONTH)
    }
    people = await desk.tallies.top_people(it.platform, it.server, month, most=MOST_PEOPLE)
    lines = [*_tallied(tallies, it), *_people(people, it)]
    if desk.authority.is_operator(command.person, command.place):
        lines += _costs(tallies, desk.price_per_song, it)
    title = it.words.say("usage-title-all" if it.is_everywhere else "usage-title")
    files: tuple[Attachment, ...] = ()
    if is_on(it.given, "csv"):
        rows = await desk.tallies.songs_since(it.platform, it.server, month, most=MOST_ROWS)
        files = (_file(rows, it),)
    return Told(card=Card(tone=Tone.QUIET, title=title, lines=tuple(lines)), files=files)


def _tallied(tallies: dict[Window, Tally], it: Asked) -> Iterator[str]:
    for window, tally in tallies.items():
        yield it.words.say(
            f"usage-{window}",
            asked=tally.asked,
            counted=tally.counted,
            made=tally.made,
            people=tally.people,
        )


def _people(people: Sequence[TopPerson], it: Asked) -> Iterator[str]:
    for place, each in enumerate(people, start=1):
        named = person_named(each.platform, each.person)
        who = it.words.say("usage-forgotten") if each.is_forgotten else named
        yield it.words.say("usage-person", place=place, who=who, songs=each.counted)


def _costs(tallies: dict[Window, Tally], price: float | None, it: Asked) -> Iterator[str]:
    today, month = tallies[Window.DAY].billed, tallies[Window.MONTH].billed
    yield it.words.say("usage-billed", today=today, month=month)
    if price is not None:
        yield it.words.say(
            "usage-costs",
            today=f"{today * price:.2f}",
            month=f"{month * price:.2f}",
            price=f"{price:g}",
        )


def _file(rows: Sequence[UsageRow], it: Asked) -> Attachment:
    cells = [
        (
            row.id,
            row.created_at.astimezone(it.zone).isoformat(timespec="seconds"),
            row.platform,
            row.server,
            row.channel,
            row.person,
            row.kind,
            row.stage,
            str(row.counts),
            row.charged,
        )
        for row in rows
    ]
    name = f"busker-usage-{it.now.astimezone(it.zone):%Y-%m}.csv"
    return Attachment(filename=name, content=sheet(COLUMNS, cells))


USAGE = spec("usage", tell_usage, Option(name="csv", kind=OptionKind.SWITCH), EVERYWHERE)
