"""Bytes of an event stream in, JSON documents out, however the bytes were cut.

The vendor's pages show one document to a `data:` line, sometimes without the blank line that should end an
event. So each line is read by itself first, and joined with the next only where it breaks off between two
tokens. The other fields of an event carry nothing here.
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import io
import json
from typing import Any

__all__ = ["Decoder", "Document"]

Document = dict[str, Any]

_read_one = json.JSONDecoder().raw_decode
_BOM = b"\xef\xbb\xbf"
_SAYS_NOTHING = (b"", b"[DONE]")
_MOST_BYTES = 1 << 20
"""For one line, and for one event: the largest real ones hold lyrics, some kilobytes."""


class Decoder:
    """Reads one stream. What can't be read is skipped and counted: it never ends a song."""

    def __init__(self, *, most_bytes: int = _MOST_BYTES) -> None:
        self.skipped = 0
        """How many lines or events were too long, or no JSON object."""
        self._most_bytes = most_bytes
        self._line = bytearray()
        self._line_is_too_long = False
        self._event = bytearray()
        self._last_was_cr = False
        self._is_first_line = True

    def feed(self, data: bytes) -> list[Document]:
        """Take in the next bytes and give the documents that are complete now."""
        lines = self._with_one_line_end(data).split(b"\n")
        rest = lines.pop()
        documents: list[Document] = []
        if lines:
            self._keep(lines[0])
            lines[0] = self._take_line()
            for line in lines:
                self._read(line, documents)
        self._keep(rest)
        return documents

    def end(self) -> list[Document]:
        """What the stream still held when it ended: its last line may lack an end."""
        documents: list[Document] = []
        self._read(self._take_line(), documents)
        self._end_event(documents)
        return documents

    def _with_one_line_end(self, data: bytes) -> bytes:
        """CR, LF and CR LF all end a line; a CR LF may have been cut in two."""
        if self._last_was_cr and data:
            data = data.removeprefix(b"\n")
            self._last_was_cr = False
        if b"\r" not in data:
            return data
        self._last_was_cr = data.endswith(b"\r")
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _keep(self, part: bytes) -> None:
        if len(self._line) + len(part) > self._most_bytes:
            self._line_is_too_long = True
            self._line.clear()
        elif not self._line_is_too_long:
            self._line += part

    def _take_line(self) -> bytes:
        line = bytes(self._line)
        self._line.clear()
        if self._line_is_too_long:
            self._line_is_too_long = False
            self.skipped += 1
        if self._is_first_line:
            self._is_first_line = False
            line = line.removeprefix(_BOM)
        return line

    def _read(self, line: bytes, documents: list[Document]) -> None:
        if not line:
            self._end_event(documents)
        elif line.startswith(b"data:"):
            value = line[5:].strip()
            if value not in _SAYS_NOTHING:
                self._read_value(value, documents)

    def _read_value(self, value: bytes, documents: list[Document]) -> None:
        if len(value) + len(self._event) > self._most_bytes:
            self._event.clear()
            self.skipped += 1
        elif self._event:
            self._event += value + b"\n"
        else:
            try:
                documents.append(_parsed(value))
            except _Unfinished:
                self._event += value + b"\n"
            except _Unreadable:
                self.skipped += 1

    def _end_event(self, documents: list[Document]) -> None:
        """Read the lines that were held back: together, or else each that can be read alone."""
        if not self._event:
            return
        event = bytes(self._event)
        self._event.clear()
        try:
            documents.append(_parsed(event.strip()))
        except _Unreadable:
            self._salvage(event, documents)

    def _salvage(self, event: bytes, documents: list[Document]) -> None:
        for line in io.BytesIO(event):
            try:
                documents.append(_parsed(line.strip()))
            except _Unreadable:
                self.skipped += 1


class _Unreadable(Exception):
    """No JSON object."""


class _Unfinished(_Unreadable):
    """It breaks off between two tokens, so it may go on in the next line."""


def _parsed(text: bytes) -> Document:
    try:
        decoded = text.decode()
        document, end = _read_one(decoded)
    except json.JSONDecodeError as error:
        raise (_Unfinished if error.pos >= len(error.doc) else _Unreadable) from error
    except (ValueError, RecursionError) as error:
        raise _Unreadable from error
    if end != len(decoded) or not isinstance(document, dict):
        raise _Unreadable
    return document
