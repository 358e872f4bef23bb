"""`/busker-admin audit`: the latest changes, in sentences, a page at a time."""

import re
from dataclasses import replace
from typing import Any

from bot.authority import OPERATE
from bot.commands.admin.until import until_told
from bot.commands.admin.where import EVERYWHERE, Asked, asked, done, spec
from bot.commands.catalogue import Answer, Desk, Option, OptionKind
from bot.errors import NotFound
from bot.models import Button, Command, Press, Told, Tone
from bot.phrases import channel_named, moment, person_named, role_named, songs_a_window
from bot.quotas import Holder, Rule, Window
from bot.usage import Entry

__all__ = ["AUDIT", "press_audit"]

A_PAGE = 10

ROW = re.compile(r"[0-9]{1,18}")
"""The number of a row, as long as SQLite can count."""

PARTS = 3
"""Of what the button says: row, platform, server."""


async def tell_audit(command: Command, desk: Desk) -> Answer:
    """Newest first."""
    it = await asked(command, AUDIT, desk)
    before = it.given.get("before")
    if before is not None and not ROW.fullmatch(before):
        raise NotFound(what="button")
    entries = await desk.audits.changes(
        it.platform, it.server, before=int(before) if before else None, most=A_PAGE + 1
    )
    lines = [_line(entry, it) for entry in entries[:A_PAGE]] or [it.words.say("audit-none")]
    older = (_older(entries[A_PAGE - 1], it),) if len(entries) > A_PAGE else ()
    return done(it, *lines, title="audit-title", tone=Tone.QUIET, buttons=older)


async def press_audit(press: Press, desk: Desk) -> Answer:
    """The next page, in the place of this one. Its subject says of which server: row, platform, server."""
    if press.subject.count(" ") != PARTS - 1:
        raise NotFound(what="button")
    before, platform, server = press.subject.split(" ")
    if (platform, server) != (press.place.platform, press.place.server):
        desk.authority.check(press.person, press.place, OPERATE)
    where = {"platform": platform, "server": server} if platform else {"everywhere": "on"}
    command = Command(
        name=AUDIT.name,
        options={"before": before, **where},
        person=press.person,
        place=press.place,
        request_key=press.request_key,
    )
    answer = await tell_audit(command, desk)
    return replace(answer, replaces=True) if isinstance(answer, Told) else answer


def _older(last: Entry, it: Asked) -> Button:
    subject = f"{last.id} {it.platform} {it.server}"
    return Button(action="audit", subject=subject, label=it.words.say("button-older"))


def _line(entry: Entry, it: Asked) -> str:
    change = entry.change
    platform, _, actor = change.actor.rpartition(":")
    done_here = it.words.say(f"audit-{_key(entry)}", **_facts(entry, it))
    line = it.words.say(
        "audit-line",
        moment=moment(change.at, it.zone),
        who=person_named(platform or change.platform, actor),
        what=done_here,
    )
    if not it.is_everywhere:
        return line
    where = f"{change.platform} {change.server}".strip() or it.words.say("audit-everywhere")
    return it.words.say("audit-line-where", line=line, where=where)


def _key(entry: Entry) -> str:
    """Rules are told by whom they are for, grants and blocks by whether they end."""
    detail = entry.detail
    match entry.what:
        case "rule" | "clear-rule":
            return f"{entry.what}-{detail['holder']}"
        case "grant" | "block" if entry.until:
            return f"{entry.what}-until"
        case "channel":
            return "channel-allowed" if detail.get("is_allowed") else "channel-denied"
        case _:
            return entry.what


def _facts(entry: Entry, it: Asked) -> dict[str, str | int]:
    detail: dict[str, Any] = dict(entry.detail)
    facts: dict[str, str | int] = {"subject": _subject(entry)}
    if "most" in detail:
        rule = Rule(most=detail["most"], window=Window(detail["window"]))
        facts["songs"] = songs_a_window(rule, it.words)
    elif "songs" in detail:
        facts["songs"] = detail["songs"]
    if entry.until:
        facts["until"] = until_told(entry.until, it)
    return facts


def _subject(entry: Entry) -> str:
    platform = entry.change.platform
    match entry.what:
        case "rule" | "clear-rule" if entry.detail.get("holder") == Holder.ROLE:
            return role_named(platform, entry.subject)
        case "channel" | "clear-channel" | "sound" | "clear-sound":
            return channel_named(platform, entry.subject)
        case "word" | "clear-word" | "zone" | "cancel" | "delete":
            return entry.subject
        case _:
            return person_named(platform, entry.subject)


AUDIT = spec("audit", tell_audit, EVERYWHERE, Option(name="before", kind=OptionKind.HIDDEN))
