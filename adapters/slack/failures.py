"""What Slack's refusals mean for what we wanted, in one place.

::

    a word of NEVER                       it stays so: NotAllowedHere, and another way is gone
    a word of KEYS                        the same, and the operator has to mend it: the log says so
    a word of GONE                        the message can't be reached any more: nothing is left to do
    a word of MISDRAWN                    what we sent can't be shown: a plainer form of it is sent
    429                                   nothing was done; again after as long as it says
    a word of UNWELL, 5xx, no answer,     may be tried again, but nobody knows whether it was done
      a broken line
    any other                             a fault of ours

Source: https://docs.slack.dev/reference/methods, where each method lists its words.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import NotAllowedHere

__all__ = [
    "FAILED",
    "NO_ROOM_BELOW",
    "error_of",
    "is_absent",
    "is_final",
    "is_gone",
    "is_misdrawn",
    "is_passing",
    "is_too_fast",
    "is_unsure",
    "meaning",
    "pause_of",
]

log = structlog.get_logger()

FAILED = (SlackClientError, aiohttp.ClientError, OSError)
"""The library's own errors, and those of the line beneath it."""

NEVER = {
    "as_user_not_supported", "cannot_dm_bot", "channel_not_found", "ekm_access_denied", "is_archived",
    "is_inactive", "messages_tab_disabled", "no_permission", "not_in_channel", "posting_to_channel_denied",
    "posting_to_general_channel_denied", "restricted_action", "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel", "restricted_action_thread_locked",
    "restricted_action_thread_only_channel", "team_access_not_granted", "user_disabled",
    "user_not_found", "user_not_in_channel", "user_not_visible", "users_not_found",
}  # fmt: skip

KEYS = {
    "access_denied", "account_inactive", "invalid_auth", "missing_scope", "not_allowed_token_type",
    "not_authed", "org_login_required", "team_added_to_org", "token_expired", "token_revoked",
}  # fmt: skip

GONE = {"cant_update_message", "edit_window_closed", "message_not_found", "thread_not_found"}

ABSENT = {
    "cant_delete_file", "channel_not_found", "file_deleted", "file_not_found", "message_not_found",
}  # fmt: skip

MISDRAWN = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}

NO_ROOM_BELOW = {"cannot_reply_to_message", "thread_not_found"}
"""A thread whose first message isn't there any more, or is none."""

UNWELL = {"fatal_error", "internal_error", "request_timeout", "service_unavailable"}

LONGEST_PAUSE_SECONDS = 60.0
UNNAMED_PAUSE_SECONDS = 10.0
"""After a 429 that doesn't say how long."""


def error_of(failure: Exception) -> str:
    """Slack's word for a refusal, such as "not_in_channel"; empty when it said none."""
    response = getattr(failure, "response", None)
    try:
        return str(response["error"] or "") if response is not None else ""
    except (KeyError, TypeError, AttributeError, ValueError):
        return ""


def is_too_fast(error: Exception) -> bool:
    """Nothing was done, since there was too much of it."""
    return _status_of(error) == _TOO_FAST or error_of(error) in {"ratelimited", "rate_limited"}


def is_passing(error: Exception) -> bool:
    """Whether the same call may well succeed in a while."""
    return is_too_fast(error) or is_unsure(error) or isinstance(error, _NEVER_SENT)


def is_unsure(error: Exception) -> bool:
    """Whether nobody knows if it was done."""
    if isinstance(error, SlackApiError):
        word = error_of(error)
        return not is_too_fast(error) and (not word or word in UNWELL)
    is_of_line = isinstance(error, (aiohttp.ClientError, ConnectionError, TimeoutError))
    return is_of_line and not isinstance(error, _NEVER_SENT)


def is_final(error: Exception) -> bool:
    """Whether it will stay refused here."""
    return error_of(error) in NEVER | KEYS


def is_gone(error: Exception) -> bool:
    """Whether a message can't be changed any more: it, or our way to it, was taken away."""
    return error_of(error) in GONE | NEVER


def is_absent(error: Exception) -> bool:
    """Whether what was to be taken away isn't there, or isn't ours."""
    return error_of(error) in ABSENT


def is_misdrawn(error: Exception) -> bool:
    """Whether a plainer message might be taken."""
    return error_of(error) in MISDRAWN


def pause_of(error: Exception) -> float:
    """How many seconds Slack wants nothing of the kind to be asked."""
    if not is_too_fast(error):
        return 0.0
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    said = str(headers.get("Retry-After", ""))
    return min(float(said), LONGEST_PAUSE_SECONDS) if said.isdecimal() else UNNAMED_PAUSE_SECONDS


@contextmanager
def meaning() -> Iterator[None]:
    """Raises NotAllowedHere for a refusal that will stay; anything else as it is."""
    try:
        yield
    except SlackApiError as refused:
        if not is_final(refused):
            raise
        if error_of(refused) in KEYS:
            log.warning("a token isn't allowed to", why=error_of(refused))
        raise NotAllowedHere from refused


def _status_of(error: Exception) -> int | None:
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return status if isinstance(status, int) else None


_TOO_FAST = 429
_NEVER_SENT = aiohttp.ClientConnectorError
