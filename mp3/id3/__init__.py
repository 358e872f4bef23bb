"""ID3v2 tags: what players show about a song. Read in versions 2.2, 2.3 and 2.4, written in 2.3.

2.3 because every player reads it. The standards: https://id3.org/id3v2.3.0, https://id3.org/id3v2.4.0-structure
"""

from mp3.id3.fields import (
    album,
    artist,
    comment,
    cover,
    length,
    lyrics,
    private,
    source_url,
    tempo,
    timed_lyrics,
    title,
    user_text,
    user_url,
)
from mp3.id3.read import read_tag, tag_size
from mp3.id3.tag import BadTag, Tag, TagFrame
from mp3.id3.write import tag_bytes, write_tag

__all__ = [
    "BadTag",
    "Tag",
    "TagFrame",
    "album",
    "artist",
    "comment",
    "cover",
    "length",
    "lyrics",
    "private",
    "read_tag",
    "source_url",
    "tag_bytes",
    "tag_size",
    "tempo",
    "timed_lyrics",
    "title",
    "user_text",
    "user_url",
    "write_tag",
]
