"""The buttons of songs. What they carry lasts as long as the song's row, so they work for ever."""

from collections.abc import Iterator

from bot.jobs import Job, Stage, Take
from bot.models import Button
from bot.words import Words

__all__ = ["buttons_for", "heard", "result_buttons"]

LATER_ROW = 1


def buttons_for(job: Job, words: Words) -> Iterator[Button]:
    """What can be done with the song at its stage, as its card offers it."""
    if job.stage in {Stage.RESERVED, Stage.QUEUED, Stage.WORKING}:
        yield Button(action="cancel", subject=job.id, label=words.say("button-cancel"))
    elif job.stage in {Stage.DONE, Stage.PARTIAL}:
        yield from result_buttons(job, words)
    elif job.stage in {Stage.FAILED, Stage.INTERRUPTED, Stage.OVERDUE}:
        # the same words would only be declined again
        first = "why" if job.failure == "declined" else "again"
        for action in (first, "edit"):
            yield Button(action=action, subject=job.id, label=words.say(f"button-{action}"))


def result_buttons(job: Job, words: Words) -> Iterator[Button]:
    """To go on with a song that can be heard, and below that, what is done with it as it is."""
    takes = heard(job)
    for take in takes:
        yield _of_take("extend", job, take, words)
    yield Button(action="again", subject=job.id, label=words.say("button-again"))
    yield Button(action="remix", subject=job.id, label=words.say("button-remix"))
    for take in takes:
        yield _of_take("favourite", job, take, words, row=LATER_ROW)
    for action in ("lyrics", "delete") if job.ask.has_words else ("delete",):
        yield Button(
            action=action,
            subject=job.id,
            label=words.say(f"button-{action}"),
            is_danger=action == "delete",
            row=LATER_ROW,
        )


def heard(job: Job) -> tuple[Take, ...]:
    """The takes whose files are here; what is missing isn't offered."""
    return tuple(take for take in job.takes if take.file is not None)


def _of_take(action: str, job: Job, take: Take, words: Words, row: int = 0) -> Button:
    return Button(
        action=action,
        subject=f"{job.id}:{take.letter}",
        label=words.say(f"button-{action}", letter=take.letter),
        row=row,
    )
