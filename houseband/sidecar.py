"""What every take carries in its tag: all that is needed to play it again or to go on from it.

It lies in a private frame of the mp3, which players pass over and programs that tag keep.
"""

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from houseband.desk import Desk
from houseband.order import Order, TakeNumber
from houseband.score import Score, score_from_json, score_to_json
from mp3.id3 import BadTag, TagFrame, private, read_tag

__all__ = ["BadSource", "Sidecar", "sidecar_frame", "sidecar_of"]

_OWNER: Final = "busker.houseband"
_FORMAT: Final = 3
_MOST_BYTES: Final = 16 * 2**20
"""More than the notes of the longest song take, however they were packed."""


class BadSource(Exception):
    """The take to go on from isn't the band's own, or isn't that long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The order that a take began with, before it was ever extended, and what was played in the end."""

    order: Order
    take: TakeNumber
    score: Score
    desk: Desk


def sidecar_frame(sidecar: Sidecar) -> TagFrame:
    """Write it down for a tag."""
    order = {key: value for key, value in asdict(sidecar.order).items() if value is not None}
    order.pop("source", None)
    facts = {"format": _FORMAT, "order": order, "take": sidecar.take, "desk": asdict(sidecar.desk)}
    head = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    text = f'{head[:-1]},"score":{score_to_json(sidecar.score)}}}'
    return private(_OWNER, zlib.compress(text.encode(), 9))


def sidecar_of(mp3: Path) -> Sidecar:
    """Read what a take carries, or raise `BadSource` when it carries nothing of ours."""
    try:
        packed = read_tag(mp3).private(_OWNER)
        document = json.loads(_unpacked(packed or b""))
        if document["format"] != _FORMAT:
            raise BadSource(f"format {document['format']}")
        desk = _desk_of(document["desk"])
        score = score_from_json(json.dumps(document["score"]))
        return Sidecar(
            order=Order(**document["order"]), take=document["take"], score=score, desk=desk
        )
    except (OSError, BadTag, zlib.error, ValueError, KeyError, TypeError) as fault:
        raise BadSource("it carries nothing of the band's own") from fault


def _desk_of(facts: dict[str, Any]) -> Desk:
    lists = {"tone": tuple(facts["tone"]), "rides": tuple(facts.get("rides", ()))}
    return Desk(**{**facts, **lists})


def _unpacked(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, _MOST_BYTES)
