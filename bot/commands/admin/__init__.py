"""`/busker-admin`: what server admins set and see for their own server, and the operator for all."""

from collections.abc import Mapping

from bot.commands.admin.audit import AUDIT, press_audit
from bot.commands.admin.channels import CHANNELS
from bot.commands.admin.people import BLOCK, UNBLOCK
from bot.commands.admin.quotas import QUOTAS
from bot.commands.admin.running import JOBS, PAUSE, RESUME
from bot.commands.admin.show import SHOW
from bot.commands.admin.usage import USAGE
from bot.commands.admin.wording import WORDS
from bot.commands.admin.zone import TIMEZONE
from bot.commands.catalogue import Pressing, Spec, only
from bot.models import Power

__all__ = ["ADMIN", "ADMIN_BUTTONS"]

ADMIN: tuple[Spec, ...] = (
    *QUOTAS, SHOW, BLOCK, UNBLOCK, *CHANNELS, *WORDS, TIMEZONE, USAGE, JOBS, PAUSE, RESUME, AUDIT,
)  # fmt: skip

ADMIN_BUTTONS: Mapping[str, Pressing] = {"audit": only(Power.ADMINISTER, press_audit)}
