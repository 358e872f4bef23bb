"""What lies beside every take: all that is needed to play it again or to go on from it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from houseband.order import Order, TakeNumber
from houseband.score import Score, score_from_json, score_to_json

__all__ = ["BadSource", "Sidecar", "sidecar_of", "sidecar_text"]

_FORMAT = 2


class BadSource(Exception):
    """The take to go on from isn't the band's own, or isn't that long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The order that a take began with, before it was ever extended, and what was played in the end."""

    order: Order
    take: TakeNumber
    score: Score


def sidecar_text(sidecar: Sidecar) -> str:
    """Write it down, one JSON document."""
    order = {key: value for key, value in asdict(sidecar.order).items() if value is not None}
    order.pop("source", None)
    facts = {"format": _FORMAT, "order": order, "take": sidecar.take}
    return json.dumps(
        {**facts, "score": json.loads(score_to_json(sidecar.score))}, ensure_ascii=False
    )


def sidecar_of(mp3: Path) -> Sidecar:
    """Read what lies beside a take, or raise `BadSource` when nothing of ours does."""
    try:
        document = json.loads(mp3.with_suffix(".json").read_text("utf-8"))
        if document["format"] != _FORMAT:
            raise BadSource(f"format {document['format']}")
        score = score_from_json(json.dumps(document["score"]))
        return Sidecar(order=Order(**document["order"]), take=document["take"], score=score)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BadSource("nothing of the band's own lies beside it") from fault
