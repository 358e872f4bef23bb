"""From a program's number to the samples that sound for a key and a force: presets, instruments, zones."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from houseband.sound.soundfont.riff import BadSoundfont, Table, Tables

__all__ = ["Region", "regions_of"]

_INSTRUMENT, _KEYS, _FORCES, _SAMPLE = 41, 43, 44, 53
_DEFAULTS = {
    8: 13_500,  # filter, in cents
    33: -12_000,  # delay, attack, hold and decay, in cents of a second
    34: -12_000,
    35: -12_000,
    36: -12_000,
    56: 100,  # cents a key
    58: -1,  # root key: the sample's own
}
_WHOLE = (0, 127)
_SAMPLES_OWN = frozenset({0, 1, 2, 3, 4, 12, 45, 50, 46, 47, 54, 57, 58, _SAMPLE, _INSTRUMENT})
"""Generators that a preset can't change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One sample, with all that was said of how it sounds."""

    sample: int
    keys: tuple[int, int]
    forces: tuple[int, int]
    generators: dict[int, int]

    def sounds_at(self, key: int, force: int) -> bool:
        """Return whether it sounds for a key and a force, both as MIDI counts them."""
        return self.keys[0] <= key <= self.keys[1] and self.forces[0] <= force <= self.forces[1]

    def __getitem__(self, generator: int) -> int:
        return self.generators.get(generator, _DEFAULTS.get(generator, 0))


def regions_of(tables: Tables, program: int) -> tuple[Region, ...]:
    """Return a program's regions, of the bank that melodies are played with; none if it has none."""
    try:
        for number, preset in enumerate(tables.presets[:-1]):
            if (preset["bank"], preset["program"]) == (0, program):
                return tuple(_of_preset(tables, number))
    except (IndexError, ValueError) as error:
        message = "contradicts itself"
        raise BadSoundfont(message) from error
    return ()


def _of_preset(tables: Tables, number: int) -> Iterator[Region]:
    zones = _zones(
        tables.presets, tables.preset_zones, tables.preset_generators, number, _INSTRUMENT
    )
    for above in zones:
        for region in _of_instrument(tables, above[_INSTRUMENT]):
            keys = _narrower(region.keys, _range(above, _KEYS))
            forces = _narrower(region.forces, _range(above, _FORCES))
            added = {
                kind: region[kind] + amount
                for kind, amount in above.items()
                if kind not in _SAMPLES_OWN | {_KEYS, _FORCES}
            }
            if keys[0] <= keys[1] and forces[0] <= forces[1]:
                yield Region(
                    sample=region.sample,
                    keys=keys,
                    forces=forces,
                    generators=region.generators | added,
                )


def _of_instrument(tables: Tables, number: int) -> Iterator[Region]:
    zones = _zones(
        tables.instruments, tables.instrument_zones, tables.instrument_generators, number, _SAMPLE
    )
    for zone in zones:
        if zone[_SAMPLE] < len(tables.samples) - 1:
            yield Region(
                sample=zone[_SAMPLE],
                keys=_range(zone, _KEYS),
                forces=_range(zone, _FORCES),
                generators=zone,
            )


def _zones(
    owners: Table, bags: Table, generators: Table, number: int, last: int
) -> Iterator[dict[int, int]]:
    """Yield an owner's zones: what the first one says holds for all if it names nothing to play."""
    common: dict[int, int] = {}
    first, end = _span(owners, "bag", number, len(bags))
    for zone in range(first, end):
        start, stop = _span(bags, "generator", zone, len(generators))
        said = {int(row["kind"]): int(row["amount"]) for row in generators[start:stop]}
        if last in said:
            said[last] &= 0xFFFF
            yield common | said
        elif zone == first:
            common = said


def _span(rows: Table, field: str, number: int, count: int) -> tuple[int, int]:
    first, end = int(rows[number][field]), int(rows[number + 1][field])
    if not first <= end <= count:
        message = "contradicts itself"
        raise BadSoundfont(message)
    return first, end


def _range(zone: dict[int, Any], kind: int) -> tuple[int, int]:
    if kind not in zone:
        return _WHOLE
    both = zone[kind] & 0xFFFF
    return both & 0xFF, both >> 8


def _narrower(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])
