"""ID3v2 tags."""

__all__ = ["tag_size"]


def tag_size(head: bytes) -> int:
    """Return how many bytes the tag takes that these ten begin, 0 if they begin none."""
    if len(head) < _HEAD or head[:3] != b"ID3" or max(head[6:_HEAD]) > _SEVEN_BITS:
        return 0
    size = 0
    for byte in head[6:_HEAD]:
        size = size << 7 | byte
    return _HEAD + size + (_HEAD if head[5] & _FOOTER else 0)


_HEAD = 10
_SEVEN_BITS = 0x7F
_FOOTER = 0x10
