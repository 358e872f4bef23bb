"""What settings say about who may use Busker, and how much: as limits and scopes."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.limits import Policy
from bot.models import Player
from bot.settings import Settings

__all__ = ["Terms", "policy_from", "terms_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who operates Busker, and where it may be used."""

    operators: Collection[str] = ()
    servers: Collection[str] = ()
    """The only ones that may use it; none means all of them."""
    is_direct_open: bool = True
    """Songs may be asked for in direct messages, too."""


def terms_from(settings: Settings) -> Terms:
    """As the operator wrote them."""
    return Terms(
        operators=settings.busker_admins,
        servers=settings.busker_servers,
        is_direct_open=settings.busker_direct,
    )


def policy_from(settings: Settings, player: Player) -> Policy:
    """The limits of all that is asked for. The house band costs nothing, so it has no budget."""
    return Policy(
        server=settings.busker_server_quota,
        budget=settings.busker_budget if player == "soundverse" else (),
        most_open=settings.busker_running + settings.busker_waiting,
        tries=settings.busker_tries,
        declines=settings.busker_declines,
    )
