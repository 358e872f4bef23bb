"""What admins set for a server and its channels, besides rules of number. Pure."""

from dataclasses import dataclass

__all__ = ["Sound"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """How a channel's jingles sound, and what nobody may ask for in it."""

    style: str = ""
    tags: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
