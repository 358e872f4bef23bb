"""From what was asked to the call that asks Soundverse for it."""

from typing import assert_never

from bot.jobs import Ask, Kind
from soundverse.calls import Call, ExtendSong, GenerateMusic, GenerateSong

__all__ = ["call_for"]


def call_for(ask: Ask) -> Call:
    """The typed request. Its own limits are checked by `soundverse.calls.checked`."""
    match ask.kind:
        case Kind.SONG:
            return GenerateSong(
                version=ask.version,
                prompt=ask.prompt,
                lyrics=ask.lyrics,
                reference_url=ask.reference_url,
                instrumental_url=ask.instrumental_url,
                vocal_url=ask.vocal_url,
                melody_url=ask.melody_url,
            )
        case Kind.MUSIC:
            return GenerateMusic(prompt=_music_prompt(ask), style=ask.style)
        case Kind.EXTEND:
            return ExtendSong(
                audio_url=ask.source_url or "",
                lyrics=ask.lyrics or "",
                extend_at_ms=ask.extend_at_ms or 0,
                prompt=ask.prompt,
            )
    assert_never(ask.kind)


def _music_prompt(ask: Ask) -> str:
    """The API takes no length: a jingle is said to be one, and cut when it is posted."""
    prompt = ask.prompt or ""
    seconds = ask.jingle_seconds
    return prompt if seconds is None else f"{prompt}, a jingle of {seconds} seconds"
