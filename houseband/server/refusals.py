"""Why a request is refused, in the documented shapes, with HTTP codes that aren't documented."""

from collections.abc import Mapping

__all__ = [
    "Refusal",
    "conflict",
    "declined",
    "file_error",
    "key_rejected",
    "no_balance",
    "not_found",
    "prompt_missing",
    "prompt_too_long",
    "rate_limited",
    "unavailable",
    "wrong_field",
]


class Refusal(Exception):
    """Nothing was accepted; `status` and `body` are the answer."""

    def __init__(self, status: int, body: Mapping[str, object], **headers: str) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.headers = {name.replace("_", "-").title(): value for name, value in headers.items()}


def prompt_missing(version: str) -> Refusal:
    """The prompt is missing or blank."""
    return Refusal(400, {"detail": _PROMPT_MISSING[version]})


def prompt_too_long(limit: int) -> Refusal:
    """The prompt has more than `limit` characters."""
    return Refusal(400, {"detail": f"Prompt exceeds maximum length of {limit} characters"})


def wrong_field(detail: str) -> Refusal:
    """A field is missing, of the wrong type or out of range."""
    return Refusal(422, {"detail": detail})


def file_error(reason: str) -> Refusal:
    """An audio input can't be used."""
    return _unsuccessful(400, f"Reference audio file error: {reason}")


def declined() -> Refusal:
    """The content filter says no."""
    return _unsuccessful(400, "NSFW words detected. Please try again with different lyrics.")


def key_rejected() -> Refusal:
    """The key is missing or wrong."""
    message = "Invalid or missing API key. Send it as 'Authorization: Bearer <key>'."
    return _unsuccessful(401, message, www_authenticate="Bearer")


def no_balance() -> Refusal:
    """The account is empty."""
    return _unsuccessful(402, "Insufficient balance for this operation.")


def rate_limited(retry_after_seconds: int) -> Refusal:
    """Too many requests, or the queue is full."""
    message = "Rate limits have been passed for the user."
    return _unsuccessful(429, message, retry_after=str(retry_after_seconds))


def unavailable() -> Refusal:
    """The service has a problem of its own."""
    message = "Service temporarily unavailable. Please try again in a moment."
    error = "Database connection pool exhausted"
    return Refusal(503, {"success": False, "message": message, "error": error})


def not_found(what: str) -> Refusal:
    """There is no such job, take or file."""
    return Refusal(404, {"detail": f"{what} not found"})


def conflict() -> Refusal:
    """An idempotency key was used before, for another request."""
    return Refusal(409, {"detail": "This Idempotency-Key was used before with a different request"})


def _unsuccessful(status: int, message: str, **headers: str) -> Refusal:
    return Refusal(status, {"success": False, "message": message}, **headers)


_PROMPT_MISSING = {
    "v6": "Invalid or empty prompt provided",
    "v7": "Either prompt or at least one of reference_url, instrumental_url, vocal_url, or melody_url "
    "must be provided",
}
