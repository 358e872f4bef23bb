"""The vendor's samples, from `tests/wire/`."""

import json
from pathlib import Path

from soundverse.sse import Decoder, Document

WIRE = Path(__file__).parents[1] / "wire"
STREAMS = ("v7_song", "v6_song", "v6_music", "v6_extend")


def stream(name: str) -> bytes:
    return (WIRE / f"{name}.sse").read_bytes()


def documents(name: str) -> list[Document]:
    decoder = Decoder()
    return [*decoder.feed(stream(name)), *decoder.end()]


def answer(name: str) -> object:
    document: object = json.loads((WIRE / f"{name}.json").read_text())
    return document


def refusal(name: str) -> object:
    return answer(f"errors/{name}")
