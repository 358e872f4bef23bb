"""What was promised, checked from outside: the rows, the composer's book, and what people see."""

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from tests.torture.book import Book, Word
from tests.torture.mortal_busker import Busker
from tests.torture.plans import number_in, plan_for, title_for
from tests.torture.sounds import music
from tests.torture.townsfolk import Message, Townsfolk

__all__ = ["found_by", "found_in_quotas", "found_on_shelf", "outcomes"]

Row = dict[str, Any]

ENDS = {"done", "partial", "failed", "interrupted", "overdue", "cancelled"}
WORKING = re.compile(
    "Taking your place|Next in line|Waiting, |Asking for the song|Accepted|Composing|Fetching|Still working"
    "|Slower than|Usually |follows"
)
"""How cards say that something will come."""


def found_by(town: Townsfolk, book: Book, busker: Busker) -> Iterator[str]:
    """All that isn't as promised, a sentence each. For when everything has come to rest."""
    rows = busker.rows("SELECT * FROM jobs")
    by_request = {row["request_key"]: row for row in rows}
    for asked in town.asked:
        if asked.is_acknowledged and asked.request_key not in by_request:
            yield f"song {asked.number} was acknowledged and is lost"
        if asked.is_cancelled and by_request[asked.request_key]["stage"] != "cancelled":
            yield f"song {asked.number} was cancelled, and is {by_request[asked.request_key]['stage']}"
    messages = _by_number(town)
    for row in rows:
        seen = messages[number_in(row["prompt"])]
        yield from _told(row, (*_in_row(row, book), *_in_messages(town, row, seen)))
    yield from _in_book(book)


def found_on_shelf(book: Book, busker: Busker) -> Iterator[str]:
    """The same in a terminal, where a song is handed over as files."""
    shelf = Counter[int]()
    for path in (busker.folder / "songs").glob("*.mp3"):
        shelf[int(path.name.split()[1])] += 1
    for row in busker.rows("SELECT * FROM jobs"):
        number = number_in(row["prompt"])
        versions = _versions(row)
        yield from _told(row, _in_row(row, book))
        if shelf[number] != len(versions):
            yield f"song {number} ({row['stage']}) is there as {shelf[number]} files"
        for version in versions:
            path = busker.folder / "songs" / f"{title_for(number)} - {' AB'[version]}.mp3"
            if not (path.exists() and path.read_bytes().endswith(music(number, version))):
                yield f"{path.name} isn't there, or is another song"
    yield from _in_book(book)


async def found_in_quotas(town: Townsfolk, busker: Busker) -> list[str]:
    """Whose quota isn't what their songs come to."""
    found = []
    rows = busker.rows("SELECT person, counts FROM jobs")
    counted = Counter(row["person"] for row in rows if row["counts"])
    told = await asyncio.gather(*map(town.used, town.people))
    for person, said in zip(town.people, told, strict=True):
        songs = re.search(r"(\d+) songs? asked for", said)
        if songs is None or int(songs[1]) != counted[person.id]:
            found.append(f"{person.id} has {counted[person.id]} songs and reads: {said}")
    return found


def outcomes(rows: Iterable[Row]) -> str:
    """How many ended how."""
    ends = Counter(row["stage"] for row in rows)
    return ", ".join(f"{count} {stage}" for stage, count in ends.most_common())


def _told(row: Row, faults: Iterable[str]) -> Iterator[str]:
    for fault in faults:
        yield f"song {number_in(row['prompt'])} ({row['stage']}, {row['failure']}): {fault}"


def _versions(row: Row) -> list[int]:
    """The takes that have to be handed over."""
    if row["stage"] not in {"done", "partial"}:
        return []
    return [1] if plan_for(row["prompt"]).fate == "one-take" else [1, 2]


def _in_row(row: Row, book: Book) -> Iterator[str]:
    """Money."""
    facts = {fact.word for fact in book.facts() if fact.key.startswith(f"{row['id']}:")}
    is_named = bool(row["provider_job"] or row["provider_message"])
    is_accepted = row["accepted_at"] is not None and row["accepted_at"] <= (row["finished_at"] or 0)
    is_counted = row["stage"] in {"done", "partial"} or (
        row["stage"] == "cancelled" and is_accepted  # not one that was accepted only afterwards
    )
    if row["stage"] not in ENDS:
        yield "it has no end"
    if row["closed_at"] is None:
        yield "nobody has seen its end"
    if bool(row["counts"]) is not is_counted:
        yield f"counts is {row['counts']}"
    if "billed" in facts and row["charged"] == "no":
        yield "the composer billed it, and it says that it wasn't charged"
    if row["charged"] == "yes" and "billed" not in facts:
        yield "it says that it was charged, and the composer billed nothing"
    if row["charged"] == "maybe" and (row["attempt"] == 0 or row["counts"]):
        yield "it may have been charged, though its fate is known"
    if row["charged"] == "maybe" and is_named:
        yield "it may have been charged, though the service can be asked about it"
    if row["counts"] and "accepted" not in facts:
        yield "it counts, and the composer never took it"
    yield from _in_end(row, facts, is_named=is_named)


def _in_end(row: Row, facts: set[Word], *, is_named: bool) -> Iterator[str]:
    """Whether it ended as it had to."""
    plan = plan_for(row["prompt"])
    stage, failure = row["stage"], row["failure"]
    wanted = {"one-take": ("partial", None), "fails": ("failed", "take-failed")}
    if plan.fate == "declined":
        wanted["declined"] = ("failed", "declined")
    if stage == "cancelled":
        return
    if stage == "interrupted":
        if is_named or row["charged"] != "maybe":
            yield "it was given up, though its fate is known"
    elif plan.fate in {"cut-before", "cut-after"} or (plan.fate == "cut-midway" and not is_named):
        if (stage, failure) != ("failed", "connection-lost"):
            yield "nobody knows whether it was accepted, and it ended otherwise"
    elif (stage, failure) != wanted.get(plan.fate, ("done", None)):
        yield f"it should have become {wanted.get(plan.fate, 'done')}; the book says {sorted(facts)}"


def _in_book(book: Book) -> Iterator[str]:
    for key, times in book.keys("asked").items():
        if times > 1:
            yield f"{key} was sent {times} times"
    accepted = Counter(fact.number for fact in book.facts() if fact.word == "accepted")
    for number, times in accepted.items():
        if times > 1:
            yield f"song {number} was generated {times} times"


def _by_number(town: Townsfolk) -> dict[int, list[Message]]:
    """What people see of each song, whatever it once said."""
    found = defaultdict[int, list[Message]](list)
    for message in town.messages():
        said = "\n".join([*(revision.text for revision in message.revisions), *message.filenames])
        for number in {int(each) for each in re.findall(r"[Rr]ain (\d+)", said)}:
            found[number].append(message)
    return found


def _in_messages(town: Townsfolk, row: Row, messages: list[Message]) -> Iterator[str]:
    """Cards and results."""
    results = [message for message in messages if message.files_of("mp3")]
    cards = [message for message in messages if not message.files_of("mp3")]
    if len(cards) > 1:
        yield f"it has {len(cards)} cards: {[card.text for card in cards]}"
    if not cards and row["card"] is not None:
        yield "it has no card"
    if row["stage"] in {"done", "partial"}:
        most = 2 if row["early_version"] and town.follows_alone else 1
        yield from _in_results(row, results, most)
    elif results:
        yield f"it was posted: {[message.filenames for message in results]}"
    for card in cards:
        yield from _in_card(town, row, card, results)


def _in_card(town: Townsfolk, row: Row, card: Message, results: list[Message]) -> Iterator[str]:
    if WORKING.search(card.text) or "Cancel" in card.buttons:
        yield f"its card says that it goes on: {card.text!r}"
    if row["stage"] in {"done", "partial"}:
        if results and not town.is_end(card, results[0]):
            yield f"its card leads to no result: {card.text!r} {card.buttons}"
    elif row["stage"] == "cancelled":
        if "ancelled" not in card.text:
            yield f"its card doesn't say that it was cancelled: {card.text!r}"
    elif "doesn't count" not in card.text:
        yield f"its card doesn't say that it doesn't count: {card.text!r}"


def _in_results(row: Row, results: list[Message], most: int) -> Iterator[str]:
    number = number_in(row["prompt"])
    wanted = [music(number, version) for version in _versions(row)]
    if not 1 <= len(results) <= most:
        yield f"it was posted {len(results)} times: {[message.filenames for message in results]}"
    posted = [take for message in results for take in message.files_of("mp3")]
    ends = sorted(wanted.index(end) for take in posted for end in wanted if take.endswith(end))
    if len(posted) != len(wanted) or ends != [*range(len(wanted))]:
        yield f"its result has other files: {[message.filenames for message in results]}"
    for message in results:
        if title_for(number) not in "\n".join([message.text, *message.filenames]):
            yield f"its result is called otherwise: {message.text!r}"
        if WORKING.search(message.text):
            yield f"its result says that more comes: {message.text!r}"
