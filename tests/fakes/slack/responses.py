"""The addresses that answer what people do: five times within half an hour, without a token."""

import json

from aiohttp import web

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.interaction import ADDRESS_LASTS, MOST_USES, ResponseUrl
from tests.fakes.slack.refusals import Json, Refused, not_found
from tests.fakes.slack.world import Call, World
from tests.fakes.slack.writing import Writing

STATUSES = {"used_url": 404, "expired_url": 404, "no_text": 500}


class Responses:
    """Refusals are a status and a word, since nobody reads JSON here."""

    def __init__(self, world: World, writing: Writing) -> None:
        self._world = world
        self._writing = writing

    async def handle(self, request: web.Request) -> web.Response:
        address = self._world.response_urls.get(request.match_info["key"])
        try:
            said = json.loads(await request.read())
        except ValueError:
            said = None
        try:
            self._answer(self._used(address), said)
        except Refused as refused:
            status = STATUSES.get(refused.error, 400)
            self._note(status, said, refused.error)
            return web.Response(text=refused.error, status=status)
        self._note(200, said)
        return web.Response(text="ok")

    def _used(self, address: ResponseUrl | None) -> ResponseUrl:
        if address is None or self._world.clock.now() - address.made_at > ADDRESS_LASTS:
            raise Refused("expired_url")
        if address.uses == MOST_USES:
            raise Refused("used_url")
        address.uses += 1
        return address

    def _answer(self, address: ResponseUrl, said: Json | None) -> None:
        """`replace_original` and `delete_original` are about the message that was pressed on."""
        if not isinstance(said, dict):
            raise Refused("invalid_payload")
        asked = address.asked
        arguments = Arguments(fields=said)
        original = asked.message
        if arguments.flag("delete_original") and original:
            self._writing.delete(original)
        elif arguments.flag("replace_original") and original:
            if original.is_deleted:
                raise not_found("message")
            self._writing.edit(original, arguments)
        else:
            shown_to = None if said.get("response_type") == "in_channel" else asked.person
            message = self._writing.create(asked.place, arguments, shown_to=shown_to)
            asked.replies.append(message)
            self._world.feed.stir()

    def _note(self, status: int, said: object, error: str = "") -> None:
        fields = said if isinstance(said, dict) else {}
        self._world.note(Call(method="response_url", status=status, fields=fields, error=error))
