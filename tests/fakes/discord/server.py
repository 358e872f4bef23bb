"""The HTTP side: every request is counted, perhaps spoilt by script, judged and noted."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

from tests.fakes.discord.bodies import Body, read
from tests.fakes.discord.buckets import OLD_EDITS, Buckets, TooFast
from tests.fakes.discord.faults import Fault, Faults, Rule
from tests.fakes.discord.files import Files
from tests.fakes.discord.openapi import Specification
from tests.fakes.discord.refusals import Json, Refused, unauthorized
from tests.fakes.discord.routing import Incoming, Route
from tests.fakes.discord.world import Call, World

API = "/api/v10"
VIA = {"Via": "1.1 google"}
"""discord.py takes a 429 without it for a ban."""


class HeldBack(Exception):  # named for what happened
    """A bucket that only the work itself knows of is empty."""

    def __init__(self, too_fast: TooFast) -> None:
        super().__init__(too_fast)
        self.too_fast = too_fast


@dataclass(eq=False, kw_only=True)
class Server:
    world: World
    buckets: Buckets
    faults: Faults
    files: Files
    specification: Specification | None
    drop_gateway: Callable[[], None]
    routes: list[Route] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method, path = request.method, request.path.removeprefix(API)
        rule = self._due(method, path)
        if rule and (spoilt := await self._spoil(request, rule, path)):
            return spoilt
        headers, too_fast = self.buckets.take(method, path)
        if too_fast:
            return self._held_back(too_fast, headers)
        response = await self._respond(request, path)
        response.headers.update(headers)
        if rule and rule.fault is Fault.CUT_AFTER:
            return _cut(request)
        return response

    async def handle_file(self, request: web.Request) -> web.StreamResponse:
        """The addresses of files know no buckets, but trouble."""
        rule = self._due(request.method, request.path)
        if rule and (spoilt := await self._spoil(request, rule, request.path)):
            return spoilt
        return await self.files.serve(request)

    def _due(self, method: str, path: str) -> Rule | None:
        rule = self.faults.due(method, path)
        if rule:
            self.world.feed.stir()
        return rule

    async def _spoil(self, request: web.Request, rule: Rule, path: str) -> web.Response | None:
        """What a script wants instead of the work, if it does."""
        match rule.fault:
            case Fault.TOO_FAST:
                return self._held_back(
                    self.buckets.refuse_by_script(request.method, path, rule.seconds), {}
                )
            case Fault.SERVER_ERROR:
                await request.read()
                self._note(request.method, path, None, 500, by_fault=True)
                return _answer({"message": "500: Internal Server Error", "code": 0}, 500)
            case Fault.CUT_BEFORE:
                return _cut(request)
            case Fault.HANG:
                await self.faults.hang()
                return _cut(request)
            case Fault.GATEWAY_DROP:
                self.drop_gateway()
        return None

    async def _respond(self, request: web.Request, path: str) -> web.Response:
        body = Body()
        try:
            body = await read(request)
            result = self._worked(request, path, body)
        except HeldBack as held:
            return self._held_back(held.too_fast, {})
        except Refused as refused:
            self._note(request.method, path, body.json, refused.status, refused.code)
            return _answer(refused.body(), refused.status)
        if result is None:
            self._note(request.method, path, body.json, 204)
            return web.Response(status=204)
        self._note(request.method, path, body.json, 200)
        return _answer(result)

    def _worked(self, request: web.Request, path: str, body: Body) -> Any:  # noqa: ANN401  # JSON
        for known in self.routes:
            if known.method == request.method and (match := known.pattern.fullmatch(path)):
                if known.needs_bot:
                    self._check_token(request)
                judged = replace(body, judge=lambda: self._judge(request.method, path, body))
                if not known.judges:
                    judged.judge()
                return known.work(
                    Incoming(
                        method=request.method,
                        path=path,
                        names=match.groupdict(),
                        query=request.query,
                        body=judged,
                    )
                )
        raise Refused(404, 0, "404: Not Found")

    def _check_token(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self.world.token}":
            raise unauthorized()

    def _judge(self, method: str, path: str, body: Body) -> None:
        if self.specification is None or body.json is None:
            return
        if fault := self.specification.judge(method, path, body.json):
            raise fault

    def _held_back(self, too_fast: TooFast, headers: dict[str, str]) -> web.Response:
        code = 30046 if too_fast.bucket == OLD_EDITS else 0
        self._note(too_fast.method, too_fast.path, None, 429, code=code, by_fault=too_fast.by_fault)
        data: Json = {
            "message": "You are being rate limited.",
            "retry_after": too_fast.retry_after,
            "global": too_fast.scope == "global",
        }
        response = _answer(data | ({"code": code} if code else {}), 429)
        scope = {"X-RateLimit-Scope": too_fast.scope, "Retry-After": str(too_fast.retry_after)}
        response.headers.update(VIA | headers | scope)
        return response

    def _note(
        self,
        method: str,
        path: str,
        body: Any,  # noqa: ANN401  # JSON
        status: int,
        code: int = 0,
        *,
        by_fault: bool = False,  # JSON
    ) -> None:
        self.world.calls.append(
            Call(method=method, path=path, body=body, status=status, code=code, by_fault=by_fault)
        )
        self.world.feed.stir()


def _answer(data: Any, status: int = 200) -> web.Response:  # noqa: ANN401  # JSON
    """JSON whose type says nothing more: discord.py reads no other."""
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, content_type="application/json")


def _cut(request: web.Request) -> web.Response:
    """End the connection; what is returned is never sent."""
    if request.transport:
        request.transport.abort()
    return web.Response()
