"""What Discord answers when it refuses, by code.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Refused(Exception):
    """`status` is HTTP's, `code` Discord's; `errors` says where in the body."""

    status: int
    code: int
    message: str
    errors: Json = field(default_factory=dict)

    def body(self) -> Json:
        body: Json = {"message": self.message, "code": self.code}
        return body | {"errors": self.errors} if self.errors else body


def misshapen(path: str, code: str, message: str) -> Refused:
    """50035: `path` is dotted, as in `components.0.components.1.label`."""
    errors: Json = {"_errors": [{"code": code, "message": message}]}
    for step in reversed(path.split(".") if path else []):
        errors = {step: errors}
    return Refused(400, 50035, f"Invalid Form Body: {path}: {message}", errors)


def unauthorized() -> Refused:
    return Refused(401, 0, "401: Unauthorized")


def unknown_channel() -> Refused:
    return Refused(404, 10003, "Unknown Channel")


def unknown_guild() -> Refused:
    return Refused(404, 10004, "Unknown Guild")


def unknown_member() -> Refused:
    return Refused(404, 10007, "Unknown Member")


def unknown_message() -> Refused:
    return Refused(404, 10008, "Unknown Message")


def unknown_user() -> Refused:
    return Refused(404, 10013, "Unknown User")


def unknown_webhook() -> Refused:
    return Refused(404, 10015, "Unknown Webhook")


def unknown_interaction() -> Refused:
    return Refused(404, 10062, "Unknown interaction")


def unknown_command() -> Refused:
    return Refused(404, 10063, "Unknown application command")


def too_many_attachments() -> Refused:
    return Refused(400, 30015, "Maximum number of attachments in a message reached (10)")


def too_large() -> Refused:
    return Refused(413, 40005, "Request entity too large")


def already_answered() -> Refused:
    return Refused(400, 40060, "Interaction has already been acknowledged.")


def too_many_followups() -> Refused:
    return Refused(
        400, 40094, "This interaction has reached the maximum number of follow-up messages"
    )


def missing_access() -> Refused:
    return Refused(403, 50001, "Missing Access")


def another_authors() -> Refused:
    return Refused(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> Refused:
    return Refused(400, 50006, "Cannot send an empty message")


def closed_to_bots() -> Refused:
    return Refused(403, 50007, "Cannot send messages to this user")


def missing_permissions() -> Refused:
    return Refused(403, 50013, "Missing Permissions")


def token_expired() -> Refused:
    return Refused(401, 50027, "Invalid Webhook Token")


def invalid_recipient() -> Refused:
    return Refused(400, 50033, "Invalid Recipient(s)")


def not_json() -> Refused:
    return Refused(400, 50109, "The request body contains invalid JSON.")


def no_history() -> Refused:
    return Refused(400, 160002, "Cannot reply without permission to read message history")


def thread_locked() -> Refused:
    return Refused(400, 160005, "Thread is locked")


def too_long(most: int, path: str) -> Refused:
    return misshapen(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def required(path: str) -> Refused:
    return misshapen(path, "BASE_TYPE_REQUIRED", "This field is required")
