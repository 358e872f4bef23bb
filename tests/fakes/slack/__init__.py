"""A stateful Slack over real sockets, for the real client library to talk to.

    async with fake_slack() as slack:
        channel, ana = slack.channel("music"), slack.member("ana")
        ...start a client with `slack.api`, `slack.bot_token` and `slack.app_token`...
        await slack.sockets.ready()
        asked = await slack.slash(ana, channel, "/song", "rain")
        card = await channel.next_message()
        assert card.text == "..."

There is one workspace. What people do reaches the bot by socket, or signed by HTTP once
`slack.http.url` says where it listens. It refuses what Slack refuses, with its words: by rules
written by hand, then by the library's own models. Deadlines hold by `slack.clock`, which stands
still until it is moved: so do those of acks and triggers, events that come again, and files that
take their time (`slack.files.seconds_to_share`, `seconds_to_process`). Rate limits tick, and can be
made shorter (`windows`). `slack.refused` and `slack.too_fast` say what a client did wrong,
`slack.faults` makes calls and deliveries fail. A test without an event loop uses `slack_beside`.
"""

from tests.fakes.platform.beside import Beside
from tests.fakes.slack.beside import slack_beside
from tests.fakes.slack.facade import Slack, fake_slack
from tests.fakes.slack.faults import Fault
from tests.fakes.slack.files import File
from tests.fakes.slack.filling import NotOffered, Upload
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.mentions import Pings
from tests.fakes.slack.message import Message
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel
from tests.fakes.slack.views import View

__all__ = [
    "Beside",
    "Channel",
    "Fault",
    "File",
    "Interaction",
    "Message",
    "NotOffered",
    "Person",
    "Pings",
    "Slack",
    "Upload",
    "View",
    "fake_slack",
    "slack_beside",
]
