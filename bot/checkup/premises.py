"""Checks of this machine: folders, disk, database, versions. Nothing that is there is changed."""

import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from bot.checkup.findings import Finding, note, ok, wrong
from bot.opening import condition_of
from bot.operating.room import Room, nearest
from bot.operating.upkeep import Condition
from bot.settings import Settings
from bot.words import Words

__all__ = ["premises"]

GIB = 2**30
LEAST_SQLITE = (3, 37, 0)
"""STRICT tables."""


def premises(settings: Settings, songs: Path, words: Words) -> Iterator[Finding]:
    """What is found, thing by thing. `songs` is where finished songs are handed over."""
    yield _versions(words)
    yield _zone(settings.busker_timezone, words)
    yield _folder(settings.busker_data_dir, words.say("doctor-data"), words)
    yield _folder(songs, words.say("doctor-songs"), words)
    yield _disk(settings, words)
    yield _database(settings.database_file, words)


def _versions(words: Words) -> Finding:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        least = ".".join(map(str, LEAST_SQLITE))
        return wrong(
            words.say("doctor-sqlite-old", version=version, least=least),
            words.say("doctor-sqlite-mend"),
        )
    return ok(words.say("doctor-versions", python=platform.python_version(), sqlite=version))


def _zone(zone: tzinfo, words: Words) -> Finding:
    return ok(words.say("doctor-zone", zone=str(zone)))


def _folder(folder: Path, name: str, words: Words) -> Finding:
    """Whether a file can be written there, by writing one; a missing folder is made by Busker later."""
    facts = {"name": name, "folder": str(folder)}
    there = nearest(folder)
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"a few bytes")
    except OSError as error:
        sentence = words.say("doctor-folder-closed", **facts, why=error.strerror or str(error))
        return wrong(sentence, words.say("doctor-folder-mend", folder=str(there)))
    key = "doctor-folder" if folder.is_dir() else "doctor-folder-new"
    return ok(words.say(key, **facts))


def _disk(settings: Settings, words: Words) -> Finding:
    room = Room(folder=settings.busker_data_dir)
    free = room.free_bytes
    facts: dict[str, str | int] = {"free": f"{free / GIB:.1f}", "most": settings.busker_archive_gib}
    if room.is_full:
        return wrong(words.say("doctor-disk-full", **facts), words.say("doctor-disk-mend"))
    if free < settings.busker_archive_gib * GIB:
        return note(words.say("doctor-disk-small", **facts))
    return ok(words.say("doctor-disk", **facts))


def _database(path: Path, words: Words) -> Finding:
    found = condition_of(path)
    name = str(path)
    match found.state:
        case "missing":
            return ok(words.say("doctor-database-new", database=name))
        case "older":
            return note(words.say("doctor-database-older", database=name, version=found.version))
        case "too-new":
            sentence = words.say("doctor-database-later", database=name, version=found.version)
            return wrong(sentence, words.say("doctor-database-upgrade"))
        case "corrupt":
            sentence = words.say("doctor-database-corrupt", database=name, why=found.detail)
            return wrong(sentence, words.say("doctor-database-restore"))
        case "unreadable":
            sentence = words.say("doctor-database-closed", database=name, why=found.detail)
            return wrong(sentence, words.say("doctor-database-permit"))
        case "fine":
            return _fine_database(name, found, words)


def _fine_database(name: str, found: Condition, words: Words) -> Finding:
    return ok(
        words.say(
            "doctor-database",
            database=name,
            version=found.version,
            journal=found.journal,
            songs=found.songs,
        )
    )
