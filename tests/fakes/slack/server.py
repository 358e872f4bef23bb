"""The HTTP side: every call is counted, perhaps spoilt by script, judged and noted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic_ns

from aiohttp import web

from tests.fakes.platform.arrival import arrived_ns
from tests.fakes.platform.faults import Rule
from tests.fakes.slack.bodies import Arguments, read
from tests.fakes.slack.faults import Fault, Faults
from tests.fakes.slack.refusals import Json, Refused
from tests.fakes.slack.responses import Responses
from tests.fakes.slack.routing import Method, Token, known_arguments
from tests.fakes.slack.sockets import Sockets
from tests.fakes.slack.tiers import Tiers, TooFast
from tests.fakes.slack.world import Call, World

API = "/api/"
POSTING = {"chat.postMessage", "chat.postEphemeral"}
DONE_UNHEARD = {Fault.CUT_AFTER, Fault.SILENT}
Work = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(eq=False, kw_only=True)
class Server:
    world: World
    tiers: Tiers
    faults: Faults
    sockets: Sockets
    responses: Responses
    receive_file: Work
    serve_file: Work
    methods: dict[str, Method] = field(default_factory=dict)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", API + "{method}", self.handle),
            web.get("/link/", self.sockets.handle),
            web.route("*", "/upload/v1/{key}", self._as("upload", self.receive_file)),
            web.get("/files-pri/{space}/{file}", self._as("download", self.serve_file)),
            web.get("/files-pri/{space}/{file}/download", self._as("download", self.serve_file)),
            web.post("/commands/{team}/{key}", self._as("response_url", self.responses.handle)),
        ]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        return await self._spoilt(request, request.match_info["method"], self._respond)

    def _as(self, name: str, work: Work) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._spoilt(request, name, work)

        return handle

    async def _spoilt(self, request: web.Request, name: str, work: Work) -> web.StreamResponse:
        arrived_ns.set(monotonic_ns())
        rule = self.faults.due(name)
        if rule:
            self.world.feed.stir()
            if spoilt := await self._instead(request, rule, name):
                return spoilt
        response = await work(request)
        if name == "upload":
            self._note(Call(method=name, status=response.status, error=_word(response)))
        if rule and rule.fault is Fault.SILENT:
            await self.faults.hang()
        return _cut(request) if rule and rule.fault in DONE_UNHEARD else response

    async def _instead(
        self, request: web.Request, rule: Rule[Fault], name: str
    ) -> web.Response | None:
        """What a script wants instead of the work, if it does."""
        match rule.fault:
            case Fault.TOO_FAST:
                await request.read()
                return self._held_back(self.tiers.refuse_by_script(name, rule.seconds))
            case Fault.REFUSED:
                await request.read()
                return self._refuse_by_script(name, rule.reason)
            case Fault.SERVER_ERROR:
                await request.read()
                self._note(Call(method=name, status=503, by_fault=True))
                return web.Response(text="Service Unavailable", status=503)
            case Fault.CUT_BEFORE:
                return _cut(request)
            case Fault.HANG:
                await self.faults.hang()
                return _cut(request)
            case Fault.SOCKET_DROP:
                self.sockets.drop()
            case Fault.SOCKET_REFRESH:
                self.sockets.refresh()
        return None

    def _refuse_by_script(self, name: str, reason: str) -> web.Response:
        """Methods answer with JSON; everything else with a status and a word."""
        status = 200 if name in self.methods else 500
        self._note(Call(method=name, status=status, error=reason, by_fault=True))
        if name in self.methods:
            return web.json_response({"ok": False, "error": reason})
        return web.Response(text=reason, status=status)

    async def _respond(self, request: web.Request) -> web.Response:
        name = request.match_info["method"]
        arguments = Arguments(fields={})
        try:
            found = self._method(name)
            arguments = await read(request, takes_json=found.takes_json)
            self._check_token(arguments.token, found.token)
            self.world.needs(found.scope if found.token is Token.BOT else "")
            channel = arguments.text("channel") if name in POSTING else ""
            if too_fast := self.tiers.take(name, found.per_minute, channel):
                return self._held_back(too_fast, arguments.fields)
            answer = {"ok": True} | found.work(arguments)
        except Refused as refused:
            self._note(Call(method=name, status=200, fields=arguments.fields, error=refused.error))
            return web.json_response(refused.body())
        unheeded = tuple(sorted(arguments.fields.keys() - known_arguments(name)))
        self._note(Call(method=name, status=200, fields=arguments.fields, unheeded=unheeded))
        response = web.json_response(answer)
        response.headers["X-OAuth-Scopes"] = ",".join(sorted(self.world.scopes))
        return response

    def _method(self, name: str) -> Method:
        if name not in self.methods:
            raise Refused("unknown_method")
        return self.methods[name]

    def _check_token(self, token: str, needed: Token) -> None:
        known = {self.world.bot_token: Token.BOT, self.world.app_token: Token.APP}
        if not token:
            raise Refused("not_authed")
        if token not in known:
            raise Refused("invalid_auth")
        if self.world.is_revoked and known[token] is Token.BOT:
            raise Refused("token_revoked")
        if known[token] is not needed:
            raise Refused("not_allowed_token_type")

    def _held_back(self, too_fast: TooFast, fields: Json | None = None) -> web.Response:
        self._note(
            Call(
                method=too_fast.method,
                status=429,
                fields=fields or {},
                error="ratelimited",
                by_fault=too_fast.by_fault,
            )
        )
        response = web.json_response({"ok": False, "error": "ratelimited"}, status=429)
        response.headers["Retry-After"] = str(too_fast.retry_after)
        return response

    def _note(self, call: Call) -> None:
        self.world.note(call)


def _word(response: web.Response) -> str:
    return "" if response.status < 400 else str(response.text)


def _cut(request: web.Request) -> web.Response:
    """End the connection; what is returned is never sent."""
    if request.transport:
        request.transport.abort()
    return web.Response()
