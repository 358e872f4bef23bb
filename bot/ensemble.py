"""All that playing a song takes, put together once."""

from dataclasses import dataclass

from bot.archive import Archive
from bot.cards import Player
from bot.delivery import Delivery
from bot.hold import Hold
from bot.limits import Limits
from bot.metrics import Metrics
from bot.pace import Paces
from bot.ports import Chat, Clock, Composer
from bot.sources import Sources
from bot.stores import Jobs
from bot.trouble import Trouble

__all__ = ["Ensemble"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ensemble:
    """What a performance works with; one for all of them."""

    jobs: Jobs
    chat: Chat
    composer: Composer
    archive: Archive
    delivery: Delivery
    sources: Sources
    paces: Paces
    limits: Limits
    clock: Clock
    hold: Hold
    trouble: Trouble
    metrics: Metrics
    player: Player
