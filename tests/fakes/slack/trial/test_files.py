"""Three steps to a file, and how long each may take."""

import aiohttp
import pytest

from tests.fakes.slack import Channel, Fault, Slack
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.trial.conftest import Web
from tests.fakes.slack.trial.test_rules import marked, section


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


async def share(web: Web, channel: Channel, *files: str, **more: object) -> Json:
    listed = [{"id": file} for file in files]
    answer: Json = await web(
        "files.completeUploadExternal", files=listed, channel_id=channel.id, **more
    )
    return answer


async def test_bytes_are_as_long_as_was_said_and_come_once(web: Web) -> None:
    begun = await web.form("files.getUploadURLExternal", filename="a.mp3", length="3")
    for data, status in ((b"ID", 400), (b"ID3", 200), (b"ID3", 404)):
        async with web.session.put(begun["upload_url"], data=data) as response:
            assert response.status == status
    for arguments in ({"filename": "a.mp3"}, {"filename": "a.mp3", "length": "0"}):
        answer = await web.form("files.getUploadURLExternal", **arguments)
        assert answer["error"] == "invalid_arguments"
    error = await web.error("files.getUploadURLExternal", filename="a.mp3", length=3)
    assert error == "invalid_arguments"


async def test_bytes_may_come_as_a_form(web: Web, slack: Slack) -> None:
    begun = await web.form("files.getUploadURLExternal", filename="a.mp3", length="3")
    form = aiohttp.FormData()
    form.add_field("file", b"ID3", filename="a.mp3")
    async with web.session.post(begun["upload_url"], data=form) as response:
        assert response.status == 200
    await web("files.completeUploadExternal", files=[{"id": begun["file_id"]}])
    assert slack.files.known(begun["file_id"]).data == b"ID3"


async def test_a_message_appears_and_a_type_is_found_in_their_own_time(
    web: Web, slack: Slack, channel: Channel
) -> None:
    slack.files.seconds_to_share, slack.files.seconds_to_process = 20, 30
    file = await web.upload("art.jpg", b"\xff\xd8")
    answer = await share(web, channel, file, initial_comment="done")
    assert answer["files"][0]["shares"] == {}
    slack.clock.move(19)
    assert channel.messages == []
    slack.clock.move(2)
    [message] = channel.messages
    told = (await web.form("files.info", file=file))["file"]
    assert told["shares"]["public"][channel.id][0]["ts"] == message.ts
    assert told["mimetype"] == ""
    shown = section(accessory={"type": "image", "slack_file": {"id": file}, "alt_text": "art"})
    error = await web("chat.postMessage", channel=channel.id, blocks=[shown])
    assert "invalid slack file" in error["errors"][0]
    slack.clock.move(10)
    assert (await web.form("files.info", file=file))["file"]["mimetype"] == "image/jpeg"
    assert not await web.error("chat.postMessage", channel=channel.id, blocks=[shown])


async def test_blocks_stand_beside_files_unless_there_is_a_comment(
    web: Web, channel: Channel
) -> None:
    takes = [await web.upload(name, b"ID3") for name in ("a.mp3", "b.mp3")]
    blocks = [section(text=marked("*Rain*"))]
    await share(web, channel, *takes, blocks=blocks)
    message = await channel.next_message()
    assert (message.text, message.filenames) == ("*Rain*", ["a.mp3", "b.mp3"])
    await share(web, channel, await web.upload("c.mp3", b"ID3"), blocks=blocks, initial_comment="c")
    assert (await channel.next_message()).text == "c"
    file = await web.upload("d.mp3", b"ID3")
    answer = await share(web, channel, file, blocks=[{"type": "markdown", "text": "x"}])
    assert answer["error"] == "internal_error"
    assert (await share(web, channel, file, thread_ts="1.0"))["error"] == "thread_not_found"


async def test_a_completion_that_is_repeated_shares_twice(web: Web, channel: Channel) -> None:
    file = await web.upload("a.mp3", b"ID3")
    for _ in range(2):
        await share(web, channel, file)
        await channel.next_message()
    told = (await web.form("files.info", file=file))["file"]["shares"]
    assert len(told["public"][channel.id]) == 2


async def test_what_was_never_uploaded_or_is_deleted_isnt_there(
    web: Web, slack: Slack, channel: Channel
) -> None:
    begun = await web.form("files.getUploadURLExternal", filename="a.mp3", length="3")
    assert (await share(web, channel, begun["file_id"]))["error"] == "file_not_found"
    assert (await share(web, channel))["error"] == "invalid_arguments"
    file = await web.upload("a.mp3", b"ID3")
    assert (await web.form("files.info", file=file))["error"] == "file_not_found"
    await share(web, channel, file)
    message = await channel.next_message()
    assert (await web("files.delete", file=file))["ok"]
    assert message.filenames == []
    assert (await web.form("files.info", file=file))["error"] == "file_deleted"
    theirs = slack.files.keep("b.mp3", b"ID3", slack.member("ana"))
    assert await web.error("files.delete", file=theirs.id) == "cant_delete_file"


async def test_nothing_appears_where_the_bot_no_longer_is(
    web: Web, slack: Slack, channel: Channel
) -> None:
    slack.files.seconds_to_share = 20
    await share(web, channel, await web.upload("a.mp3", b"ID3"))
    channel.remove_bot()
    slack.clock.move(21)
    assert channel.messages == []


async def test_an_upload_can_fail(web: Web, slack: Slack) -> None:
    begun = await web.form("files.getUploadURLExternal", filename="a.mp3", length="3")
    slack.faults.on("upload", Fault.SERVER_ERROR)
    for status in (503, 200):
        async with web.session.post(begun["upload_url"], data=b"ID3") as response:
            assert response.status == status
    assert not slack.refused
