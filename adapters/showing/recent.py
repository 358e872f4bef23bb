"""What is remembered of late, and no longer: the oldest goes when there is too much."""

from collections import OrderedDict
from typing import TypeVar

__all__ = ["Recent"]

Value = TypeVar("Value")


class Recent(OrderedDict[str, Value]):
    """A dict of at most so many entries."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: str, value: Value) -> None:
        super().__setitem__(key, value)
        while len(self) > self._most:
            self.popitem(last=False)
