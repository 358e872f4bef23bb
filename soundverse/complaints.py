"""What an error says, in whichever of its fields it says it: `detail`, `Detail`, `message` or `error`."""

from dataclasses import dataclass
from typing import Any

__all__ = ["Complaint", "complaint_in", "is_complaint"]

_PLACES = ("detail", "Detail", "message", "error")
_NO = ("", "0", "false", "no", "none", "null")
_REQUEST_PARTS = ("body", "query", "path")


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """The service's own words, best first."""

    texts: tuple[str, ...] = ()
    field: str | None = None
    """The request's field that it names, by its name on the wire."""

    @property
    def detail(self) -> str:
        """For the log."""
        return "; ".join(self.texts)


def complaint_in(body: object, *, depth: int = 3) -> Complaint:
    """Read an error's body: plain text, or JSON of any shape down to some depth."""
    if isinstance(body, str):
        return Complaint(texts=(body.strip(),) if body.strip() else ())
    if depth and isinstance(body, dict):
        found = (complaint_in(body.get(place), depth=depth - 1) for place in _PLACES)
        return _together([_of_item(body), *found])
    if depth and isinstance(body, list):
        return _together([complaint_in(item, depth=depth - 1) for item in body])
    return Complaint()


def is_complaint(document: dict[str, Any]) -> bool:
    """Whether it reports an error: `error`, `success: false`, or a lone `detail` as a refused request has."""
    if _says(document.get("error")) or _denies(document.get("success")):
        return True
    lone = not {"status", "job_id", "message_id", "audio_url", "audio_data"} & document.keys()
    return lone and any(_says(document.get(place)) for place in ("detail", "Detail"))


def _of_item(item: dict[str, Any]) -> Complaint:
    """`{"loc": ["body", "prompt"], "msg": "..."}`, as FastAPI sends in a list with a 422."""
    said = item.get("msg")
    if not isinstance(said, str):
        return Complaint()
    return Complaint(texts=(said,), field=_field(item.get("loc")))


def _field(loc: object) -> str | None:
    if not isinstance(loc, list):
        return None
    names = [part for part in loc if isinstance(part, str) and part not in _REQUEST_PARTS]
    return names[0] if names else None


def _together(found: list[Complaint]) -> Complaint:
    texts = tuple(text for each in found for text in each.texts)
    return Complaint(texts=texts, field=next((each.field for each in found if each.field), None))


def _says(value: object) -> bool:
    """An `error` of false, null or "" is none; one version sends a bool there, another a string."""
    if isinstance(value, str):
        return value.strip().lower() not in _NO
    return bool(value)


def _denies(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() == "false")
