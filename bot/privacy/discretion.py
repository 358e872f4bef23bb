"""What others say about a song, without the words that people wrote for it."""

import re

from bot.jobs import Job

__all__ = ["discreet"]

WORD = re.compile(r"\w{4,}")
"""Shorter ones say nothing, and are in every sentence."""


def discreet(text: str, job: Job) -> str:
    """The text for the log: a service may quote a prompt, a lyric or an address, whole or in part."""
    ask = job.ask
    own = ask.source_url if ask.source_job is None else None  # else it is the service's own address
    written = (ask.prompt, ask.lyrics, ask.style, job.title, ask.source_title, *ask.references, own)
    words = {word.casefold() for each in written if each for word in WORD.findall(each)}
    return WORD.sub(lambda found: "…" if found[0].casefold() in words else found[0], text)
