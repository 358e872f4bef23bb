"""A small bot on the real slack-bolt, in a process of its own: the fake is tried with it.

Its address and its tokens come from the environment; nothing else of the library is changed.
"""

import asyncio
import os
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

Json = dict[str, Any]
BASE = os.environ["SLACK_API_BASE"]
SOCKETS = int(os.environ.get("SOCKETS", "1"))


def bot() -> AsyncApp:
    client = AsyncWebClient(
        token=os.environ["SLACK_BOT_TOKEN"],
        base_url=BASE,
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=5)],
    )
    app = AsyncApp(client=client, signing_secret=os.environ.get("SLACK_SIGNING_SECRET"))
    add_commands(app)
    add_files(app)
    add_buttons(app)
    add_forms(app)
    add_events(app)
    return app


def mrkdwn(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def buttons(*labels: str) -> Json:
    elements = [
        {"type": "button", "text": plain(one), "action_id": one.lower(), "value": "7"}
        for one in labels
    ]
    return {"type": "actions", "block_id": "buttons", "elements": elements}


def form(title: str) -> Json:
    prompt = {"type": "plain_text_input", "action_id": "prompt", "max_length": 100}
    tracks = {"type": "external_select", "action_id": "track", "min_query_length": 0}
    return {
        "type": "modal",
        "callback_id": "song",
        "title": plain(title),
        "submit": plain("Go"),
        "private_metadata": "kept",
        "notify_on_close": True,
        "blocks": [
            {"type": "input", "block_id": "about", "label": plain("About"), "element": prompt},
            {
                "type": "input",
                "block_id": "of",
                "optional": True,
                "label": plain("Track"),
                "element": tracks,
            },
        ],
    }


def add_commands(app: AsyncApp) -> None:
    @app.command("/song")
    async def song(ack: Any, command: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        if not command["text"]:
            await ack()
            await client.views_open(trigger_id=command["trigger_id"], view=form("A song"))
            return
        await ack()
        posted = await client.chat_postMessage(
            channel=command["channel_id"],
            text=f"song: {command['text']}",
            blocks=[mrkdwn(f"*{command['text']}*"), buttons("Cancel")],
            metadata={"event_type": "busker_delivery", "event_payload": {"key": "7:card"}},
        )
        await client.chat_update(
            channel=posted["channel"],
            ts=posted["ts"],
            text="done",
            blocks=[mrkdwn("composing"), buttons("Again", "Delete")],
        )

    @app.command("/hint")
    async def hint(ack: Any, command: Json, respond: Any) -> None:  # noqa: ANN401
        await ack(f"heard {command['text']}")
        for number in range(6):
            answer = await respond(text=f"hint {number}")
            if answer.status_code != 200:
                await respond(text="never seen")

    @app.command("/many")
    async def many(ack: Any, command: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await ack()
        for number in range(int(command["text"])):
            await client.chat_postMessage(channel=command["channel_id"], text=f"message {number}")


def add_files(app: AsyncApp) -> None:
    @app.command("/files")
    async def files(ack: Any, command: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await ack()
        posted = await client.chat_postMessage(channel=command["channel_id"], text="card")
        cover = await uploaded(client, "cover.jpg", b"\xff\xd8" * 50)
        take = await uploaded(client, "Rain - A.mp3", b"ID3" * 100)
        await client.api_call(
            "files.completeUploadExternal",
            json={
                "files": [{"id": cover, "title": "Cover"}, {"id": take}],
                "channel_id": command["channel_id"],
                "thread_ts": posted["ts"],
                "blocks": [mrkdwn(f"<@{command['user_id']}> *Rain*"), buttons("Again")],
            },
        )
        ts = await shared_at(client, cover)
        await client.chat_update(channel=posted["channel"], ts=posted["ts"], text=f"shared at {ts}")


async def uploaded(client: AsyncWebClient, name: str, data: bytes) -> str:
    begun = await client.files_getUploadURLExternal(filename=name, length=len(data))
    async with (
        aiohttp.ClientSession() as session,
        session.post(begun["upload_url"], data=data) as response,
    ):
        response.raise_for_status()
    return str(begun["file_id"])


async def shared_at(client: AsyncWebClient, file: str) -> str:
    for _ in range(1000):
        told = await client.files_info(file=file)
        for shares in told["file"]["shares"].get("public", {}).values():
            return str(shares[0]["ts"])
        await asyncio.sleep(0.01)
    raise TimeoutError


def add_buttons(app: AsyncApp) -> None:
    @app.action("cancel")
    @app.action("again")
    async def press(ack: Any, body: Json, action: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await ack()
        await client.chat_postEphemeral(
            channel=body["channel"]["id"],
            user=body["user"]["id"],
            text=f"{action['action_id']} of {action['value']}",
        )

    @app.action("delete")
    async def delete(ack: Any, respond: Any) -> None:  # noqa: ANN401
        await ack()
        await respond(replace_original=True, text="deleted", blocks=[])

    @app.shortcut("from_message")
    async def shortcut(ack: Any, shortcut: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await ack()
        view = form("From a message")
        view["blocks"][0]["element"]["initial_value"] = shortcut["message"]["text"]
        await client.views_open(trigger_id=shortcut["trigger_id"], view=view)


def add_forms(app: AsyncApp) -> None:
    @app.view("song")
    async def sent(ack: Any, body: Json, view: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        prompt = view["state"]["values"]["about"]["prompt"]["value"]
        track = view["state"]["values"]["of"]["track"]["selected_option"]
        if prompt == "bad":
            await ack(response_action="errors", errors={"about": "not this one"})
            return
        if prompt == "more":
            await ack(response_action="update", view=form("Once more"))
            return
        await ack()
        opened = await client.conversations_open(users=body["user"]["id"])
        of = f" of {track['value']}" if track else ""
        text = f"{prompt}{of}, {view['private_metadata']}"
        await client.chat_postMessage(channel=opened["channel"]["id"], text=text)

    @app.view_closed("song")
    async def closed(ack: Any, body: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await ack()
        await client.chat_postMessage(channel=body["user"]["id"], text="never mind")

    @app.options("track")
    async def tracks(ack: Any, payload: Json) -> None:  # noqa: ANN401
        songs = ["Rain", "Rainbow", "Sun"]
        found = [one for one in songs if one.lower().startswith(payload["value"].lower())]
        await ack(options=[{"text": plain(one), "value": one.lower()} for one in found])


def add_events(app: AsyncApp) -> None:
    @app.event("app_mention")
    async def mentioned(event: Json, client: AsyncWebClient) -> None:
        thread = event.get("thread_ts") or event["ts"]
        told = await client.users_info(user=event["user"], include_locale=True)
        text = f"{told['user']['locale']} {event['text'].partition(' ')[2]}"
        await client.chat_postMessage(channel=event["channel"], thread_ts=thread, text=text)

    @app.event("message")
    async def said(event: Json, client: AsyncWebClient) -> None:
        if event.get("subtype"):
            return
        await client.chat_postMessage(channel=event["channel"], text="I can help")

    @app.event("app_home_opened")
    async def home(event: Json, client: AsyncWebClient) -> None:
        blocks = [mrkdwn("5 of 5 songs left"), buttons("Again")]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})


async def main() -> None:
    app = bot()
    if port := os.environ.get("PORT"):
        runner = web.AppRunner(app.web_app("/slack/events"), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", int(port)).start()
        await asyncio.Event().wait()
    token = os.environ["SLACK_APP_TOKEN"]
    for _ in range(SOCKETS):
        handler = AsyncSocketModeHandler(
            app, token, web_client=AsyncWebClient(token=token, base_url=BASE), ping_interval=0.2
        )
        await handler.connect_async()  # type: ignore[no-untyped-call]
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
