"""All that playing a song takes, put together once."""

from dataclasses import dataclass

from bot.limits import Limits
from bot.models import Player
from bot.operating.metrics import Metrics
from bot.operating.trouble import Trouble
from bot.playing.archive import Archive
from bot.playing.delivery import Delivery
from bot.playing.hold import Hold
from bot.playing.inputs import Inputs
from bot.playing.pace import Paces
from bot.playing.sources import Sources
from bot.ports import Chat, Clock, Composer
from bot.stores import Jobs

__all__ = ["Ensemble"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ensemble:
    """What a performance works with; one for all of them."""

    jobs: Jobs
    chat: Chat
    composer: Composer
    archive: Archive
    delivery: Delivery
    inputs: Inputs
    sources: Sources
    paces: Paces
    limits: Limits
    clock: Clock
    hold: Hold
    trouble: Trouble
    metrics: Metrics
    player: Player
