"""What a person sees: a job, an allowance or a refusal as a card of finished sentences. Pure."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from bot.buttons import buttons_for
from bot.jobs import Job, Kind, Stage, Take, lineage
from bot.models import Card, Place, Player, Tone
from bot.phrases import is_marked, person_named, playing_time, shortened
from bot.quotas import Allowance, Window
from bot.words import Words

__all__ = [
    "cancelled_card",
    "card_for",
    "early_card",
    "heading",
    "quota_line",
    "take_line",
]

LONGEST_HEADING = 80
"""Characters of a prompt that stand for a song without a title."""

LONGEST_IN_SECONDS = 90
"""A usual time from there on is told in minutes."""


def card_for(
    job: Job,
    words: Words,
    *,
    player: Player,
    ahead: int | None = None,
    is_held: bool = False,
    is_told: bool = False,
    is_quiet: bool = False,
    is_leaving: bool = False,
    usual_seconds: float | None = None,
    is_slow: bool = False,
    allowance: Allowance | None = None,
    cover: Path | None = None,
    result: Place | None = None,
) -> Card:
    """The status card as the job stands.

    `ahead`: songs before this one in the queue; `is_held`: the service takes none at the moment;
    `is_told`: the operator has been told why; `is_quiet`: there was no news for a while;
    `is_leaving`: Busker is about to stop, and goes on later;
    `usual_seconds`: how long songs like it take, if that is known; `is_slow`: it takes longer;
    `allowance`: what is left, for the footer; `cover`: its file; `result`: where it was handed over.
    """
    held = ("stage-held-told" if is_told else "stage-held") if is_held else None
    return Card(
        key=job.id,
        locale=words.locale,
        is_last=job.stage.is_final,
        tone=_tone(job.stage),
        title=words.say("heading-declined") if _is_hushed(job) else heading(job, words),
        lines=(
            *_lines(job, words, player, ahead=ahead, held=held, is_quiet=is_quiet),
            *_pace_lines(job, words, usual_seconds, is_held=is_held, is_slow=is_slow),
            *_leaving_lines(job, words, is_leaving=is_leaving),
        ),
        percent=job.percent if job.stage is Stage.WORKING else None,
        cover=cover,
        buttons=tuple(buttons_for(job, words)),
        footer=quota_line(allowance, words) if allowance else None,
        result=result,
    )


def early_card(job: Job, words: Words, *, player: Player, cover: Path | None = None) -> Card:
    """The card of a take that is posted while the other one is still being made."""
    lines = [
        words.say(_player_key(job, player)),
        *(take_line(job, take, words) for take in job.takes),
        words.say("take-follows", letter=job.follows or ""),
    ]
    if job.failure:
        lines.append(words.say(f"failure-{job.failure}"))
    return Card(
        key=job.id,
        locale=words.locale,
        tone=Tone.WORKING,
        title=heading(job, words),
        lines=tuple(lines),
        cover=cover,
    )


def quota_line(allowance: Allowance, words: Words) -> str:
    """What is left, in a few words: "3 of 5 songs left today"."""
    rule = allowance.rule
    window = words.say(f"window-{rule.window if rule else Window.DAY}")
    if rule is None:
        return words.say("left-any", used=allowance.used, window=window)
    if not allowance.left:
        return words.say("left-none", window=window)
    return words.say("left-some", left=allowance.left, most=rule.most, window=window)


def cancelled_card(job: Job, words: Words) -> Card:
    """The answer to `/cancel`."""
    key = "cancel-counts" if job.counts else "cancel-done"
    line = words.say(key, title=heading(job, words))
    return Card(tone=Tone.QUIET, title=words.say("cancel-done-title"), lines=(line,))


def heading(job: Job, words: Words) -> str:
    """What a song is called: by its title, or by what was asked for while that is kept."""
    if job.title:
        return job.title
    prompt = shortened(" ".join((job.ask.prompt or "").split()), LONGEST_HEADING)
    match job.ask.kind:
        case Kind.SONG | Kind.MUSIC if not prompt and not job.ask.references:
            return words.say("heading-unknown")
        case Kind.EXTEND if not job.ask.source_title:
            return words.say("heading-unknown")
        case Kind.SONG:
            return (
                words.say("heading-song", prompt=prompt) if prompt else words.say("heading-audio")
            )
        case Kind.MUSIC:
            key = "heading-jingle" if job.ask.jingle_seconds else "heading-music"
            return words.say(key, prompt=prompt)
        case Kind.EXTEND:
            return words.say("heading-extend", title=job.ask.source_title or "")
    assert_never(job.ask.kind)


def _lines(
    job: Job, words: Words, player: Player, *, ahead: int | None, held: str | None, is_quiet: bool
) -> Iterator[str]:
    if _names_its_person(job):
        yield words.say("asked-by", who=person_named(job.person.platform, job.person.id))
    yield words.say(_player_key(job, player))
    if job.ask.jingle_seconds and job.failure != "uncut":
        yield words.say("jingle-length", seconds=job.ask.jingle_seconds)
    yield from _stage_lines(job, words, player, ahead=ahead, held=held)
    if is_quiet and job.stage is Stage.WORKING:
        yield words.say("stage-quiet")
    for take in job.takes:
        if job.stage not in {Stage.DONE, Stage.PARTIAL}:
            yield words.say("take-ready", letter=take.letter)
        elif take.file is not None:
            yield take_line(job, take, words)
    if job.follows and job.stage is Stage.WORKING:
        yield words.say("take-follows", letter=job.follows)
    yield from _extension_lines(job, words)
    if job.failure and job.stage in {Stage.DONE, Stage.PARTIAL}:
        yield words.say(f"failure-{job.failure}")


def _pace_lines(
    job: Job, words: Words, usual_seconds: float | None, *, is_held: bool, is_slow: bool
) -> Iterator[str]:
    """While the service takes no songs, nobody knows how long it will be."""
    if usual_seconds is None or is_held or job.stage not in {Stage.QUEUED, Stage.WORKING}:
        return
    if is_slow:
        yield words.say("stage-slow")
    elif usual_seconds < LONGEST_IN_SECONDS:
        yield words.say("usual-seconds", seconds=max(5, 5 * round(usual_seconds / 5)))
    else:
        yield words.say("usual-minutes", minutes=round(usual_seconds / 60))


def _leaving_lines(job: Job, words: Words, *, is_leaving: bool) -> Iterator[str]:
    if is_leaving and job.stage in {Stage.RESERVED, Stage.QUEUED, Stage.WORKING}:
        yield words.say("stage-restarting")


def _extension_lines(job: Job, words: Words) -> Iterator[str]:
    """Whether a service sends the whole song or what it has added can only be told by its length."""
    if job.stage not in {Stage.DONE, Stage.PARTIAL} or job.ask.extend_at_ms is None:
        return
    lengths = [take.duration_seconds for take in job.takes if take.duration_seconds]
    if lengths:
        is_whole = max(lengths) * 1000 > job.ask.extend_at_ms
        yield words.say("extend-whole" if is_whole else "extend-part")
    if family := lineage(job.ask):
        yield words.say("extend-family", family=family)


def _stage_lines(
    job: Job, words: Words, player: Player, *, ahead: int | None, held: str | None
) -> Iterator[str]:
    match job.stage:
        case Stage.RESERVED:
            yield words.say("stage-reserved")
        case Stage.QUEUED:
            yield words.say(held) if held else words.say("stage-queued", ahead=ahead or 0)
        case Stage.WORKING:
            yield words.say(f"stage-{_working_stage(job)}")
        case Stage.POSTING | Stage.DONE | Stage.PARTIAL:
            yield words.say(f"stage-{job.stage}")
        case Stage.CANCELLED:
            yield words.say("stage-cancelled-counts" if job.counts else "stage-cancelled")
        case Stage.FAILED | Stage.INTERRUPTED | Stage.OVERDUE:
            yield words.say("declined-here" if _is_hushed(job) else _failure_key(job, player))
            yield words.say("doesnt-count")
        case _:
            assert_never(job.stage)


def _working_stage(job: Job) -> str:
    if job.accepted_at is None:
        return "sent"
    return "composing" if job.title or job.cover_url or job.percent else "accepted"


def take_line(job: Job, take: Take, words: Words) -> str:
    """What is known of a take that can be heard."""
    if take.duration_seconds is None:
        return words.say("take-ready", letter=take.letter)
    length = playing_time(round(_posted_seconds(job, take.duration_seconds)))
    if take.bpm is None:
        return words.say("take-facts", letter=take.letter, length=length)
    bpm = round(take.bpm)
    return words.say("take-facts-bpm", letter=take.letter, length=length, bpm=bpm)


def _posted_seconds(job: Job, whole: float) -> float:
    is_cut = job.ask.jingle_seconds is not None and job.failure != "uncut"
    return min(whole, job.ask.jingle_seconds or whole) if is_cut else whole


def _player_key(job: Job, player: Player) -> str:
    """The house band has no singer: it plays the words' melody."""
    is_unsung = player == "houseband" and job.ask.has_words
    return "player-not-sung" if is_unsung else f"player-{player}"


def _failure_key(job: Job, player: Player) -> str:
    """Nothing is wrong with the audio where nobody can listen to any."""
    is_unheard = player == "houseband" and job.failure == "file-refused"
    return "failure-file-refused-houseband" if is_unheard else f"failure-{job.failure}"


def _names_its_person(job: Job) -> bool:
    """Others read it, and nothing else says whose it is: a result calls its person by itself."""
    is_read_by_others = is_marked(job.person.platform) and not job.ask.is_private
    return is_read_by_others and job.stage not in {Stage.DONE, Stage.PARTIAL}


def _is_hushed(job: Job) -> bool:
    """What the service declined isn't repeated where others read it."""
    return job.failure == "declined" and not job.ask.is_private


def _tone(stage: Stage) -> Tone:
    match stage:
        case Stage.RESERVED | Stage.QUEUED:
            return Tone.WAITING
        case Stage.WORKING | Stage.POSTING:
            return Tone.WORKING
        case Stage.DONE | Stage.PARTIAL:
            return Tone.GOOD
        case Stage.CANCELLED:
            return Tone.QUIET
        case Stage.FAILED | Stage.INTERRUPTED | Stage.OVERDUE:
            return Tone.BAD
    assert_never(stage)
