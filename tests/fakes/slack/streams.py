"""Messages that are written while they are read, which Slack itself ends after five minutes.

https://docs.slack.dev/reference/methods/chat.startStream
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.message import Message
from tests.fakes.slack.message_rules import MOST_MARKDOWN
from tests.fakes.slack.refusals import Json, Refused
from tests.fakes.slack.routing import Method, method
from tests.fakes.slack.tiers import TIER_2, TIER_4
from tests.fakes.slack.world import World
from tests.fakes.slack.writing import Writing

WRITE = "chat:write"
LASTS = timedelta(minutes=5)
STATES = {"pending", "in_progress", "complete", "error"}


@dataclass(eq=False, kw_only=True)
class Stream:
    message: Message
    began_at: datetime
    text: str = ""
    plan: str = ""
    tasks: dict[str, str] = field(default_factory=dict)
    """A line each, by id."""
    blocks: list[Json] = field(default_factory=list)

    def take(self, chunk: Json) -> None:
        """A task that is told of again takes its own place."""
        match chunk:
            case {"type": "markdown_text", "text": str(text)}:
                self.text += text
            case {"type": "plan_update", "title": str(title)}:
                self.plan = title
            case {"type": "task_update", "id": str(id_), "title": str(title), "status": status} if (
                status in STATES
            ):
                self.tasks[id_] = f"{title}: {status}"
            case {"type": "blocks", "blocks": list(blocks)}:
                self.blocks += blocks
            case _:
                raise Refused("invalid_chunks")

    def shown(self) -> list[Json]:
        lines = [self.text, self.plan, *self.tasks.values()]
        return [{"type": "markdown", "text": line} for line in lines if line] + self.blocks


class StreamMethods:
    def __init__(self, world: World, writing: Writing) -> None:
        self._world = world
        self._writing = writing

    def methods(self) -> list[Method]:
        return [
            method("chat.startStream", self._start, TIER_2, WRITE),
            method("chat.appendStream", self._append, TIER_4, WRITE),
            method("chat.stopStream", self._stop, TIER_2, WRITE),
        ]

    def _start(self, arguments: Arguments) -> Json:
        """As a reply; outside direct messages it is said for whom."""
        channel = self._world.joined_channel(arguments.required("channel"))
        arguments.required("thread_ts")
        if not channel.recipient:
            for name in ("recipient_user_id", "recipient_team_id"):
                if not arguments.text(name):
                    raise Refused(f"missing_{name}")
        stream = Stream(message=self._writing.begin(channel, arguments), began_at=self._now)
        self._fill(stream, arguments)
        self._world.streams[stream.message.ts] = stream
        return _told(stream)

    def _append(self, arguments: Arguments) -> Json:
        stream = self._going(arguments)
        self._fill(stream, arguments)
        return _told(stream)

    def _stop(self, arguments: Arguments) -> Json:
        stream = self._going(arguments)
        stream.blocks += self._writing.checked(arguments)
        self._fill(stream, arguments)
        del self._world.streams[stream.message.ts]
        return _told(stream)

    def _going(self, arguments: Arguments) -> Stream:
        """One that is still written, and not too long."""
        channel = self._world.channel_for_bot(arguments.required("channel"))
        message = self._world.message(channel, arguments.required("ts"))
        stream = self._world.streams.get(message.ts)
        if stream is None or self._now - stream.began_at > LASTS:
            raise Refused("message_not_in_streaming_state")
        return stream

    def _fill(self, stream: Stream, arguments: Arguments) -> None:
        text = arguments.text("markdown_text")
        if len(text) > MOST_MARKDOWN:
            raise Refused("msg_too_long")
        stream.text += text
        for chunk in arguments.data("chunks", "invalid_chunks") or []:
            stream.take(chunk)
        self._writing.show(stream.message, stream.text, stream.shown())

    @property
    def _now(self) -> datetime:
        return self._world.clock.now()


def _told(stream: Stream) -> Json:
    return {"channel": stream.message.channel.id, "ts": stream.message.ts}
