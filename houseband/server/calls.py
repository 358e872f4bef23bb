"""From a request's body to a checked `Call`, or to the refusal that the documents name.

Sources: the vendor's pages for the four routes. Limits they leave open are ours and say so.
"""

import re
import secrets
from collections.abc import Mapping

from houseband.order import Operation
from houseband.server import refusals
from houseband.server.job import ApiVersion, Call, Source
from houseband.server.links import source_in
from houseband.server.mishaps import Mishap, mishap_in, without_wishes

__all__ = ["call_from"]

Body = Mapping[str, object]

PROMPT_LIMIT = 1024
"""Characters. Documented for v7; the same here for v6, whose limit isn't known."""
EXTEND_AT_MS = range(8_000, 420_001)
AUDIO_INPUTS = ("reference_url", "instrumental_url", "vocal_url", "melody_url")


def call_from(body: Body, version: ApiVersion, operation: Operation) -> Call:
    """Return what `body` asks for. Raises `Refusal`."""
    _refuse_audio_inputs(body)
    prompt = _prompt(body, version, operation)
    extends = operation == "extend"
    return Call(
        version=version,
        operation=operation,
        prompt=without_wishes(prompt),
        seed=_seed(prompt),
        lyrics=None if operation == "music" else _text(body, "lyrics", required=extends),
        style=_text(body, "style") if operation == "music" else None,
        source=_source(body) if extends else None,
        extend_at_ms=_extend_at(body) if extends else None,
        mishap=_mishap(prompt),
    )


def _prompt(body: Body, version: ApiVersion, operation: Operation) -> str:
    prompt = _text(body, "prompt")
    if prompt is None and operation != "extend":
        raise refusals.prompt_missing(version)
    if prompt is not None and len(prompt) > PROMPT_LIMIT:
        raise refusals.prompt_too_long(PROMPT_LIMIT)
    return prompt or ""


def _refuse_audio_inputs(body: Body) -> None:
    for field in AUDIO_INPUTS:
        if body.get(field) not in (None, ""):
            raise refusals.file_error(f"the house band can't listen to a {field}")


def _source(body: Body) -> Source:
    url = _text(body, "audio_url", required=True) or ""
    try:
        source = source_in(url)
    except ValueError:
        source = None
    if source is None:
        raise refusals.file_error("audio_url is not one of the house band's own takes")
    return source


def _extend_at(body: Body) -> int:
    value = body.get("extend_at")
    if isinstance(value, bool) or not isinstance(value, int) or value not in EXTEND_AT_MS:
        detail = f"extend_at must be an integer from {EXTEND_AT_MS[0]} to {EXTEND_AT_MS[-1]} (ms)"
        raise refusals.wrong_field(detail)
    return value


def _text(body: Body, field: str, *, required: bool = False) -> str | None:
    """Return a text; null and blank count as left out."""
    value = body.get(field)
    if value is not None and not isinstance(value, str):
        raise refusals.wrong_field(f"{field} must be a string")
    text = (value or "").strip() or None
    if text is not None and _has_lone_surrogates(text):
        raise refusals.wrong_field(f"{field} must be valid Unicode")
    if text is None and required:
        raise refusals.wrong_field(f"{field} must be provided")
    return text


def _has_lone_surrogates(text: str) -> bool:
    """JSON can spell half a character; nothing can be done with it."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _mishap(prompt: str) -> Mishap | None:
    try:
        return mishap_in(prompt)
    except ValueError as error:
        raise refusals.wrong_field(str(error)) from error


def _seed(prompt: str) -> int:
    """Return the wished seed, or one nobody can guess."""
    wished = re.search(r"\bseed:(\d{1,18})\b", prompt)
    return int(wished.group(1)) if wished else secrets.randbits(53)
