"""What a call to Slack can end in: a refusal in words, or a line that breaks."""

import aiohttp
from slack_sdk.errors import SlackClientError

__all__ = ["FAILED", "error_of"]

FAILED = (SlackClientError, aiohttp.ClientError, OSError)
"""The library's own errors, and those of the line beneath it."""


def error_of(failure: Exception) -> str:
    """Slack's word for a refusal, such as "not_in_channel"; empty when it said none."""
    response = getattr(failure, "response", None)
    try:
        return str(response["error"]) if response is not None else ""
    except (KeyError, TypeError, AttributeError):
        return ""
