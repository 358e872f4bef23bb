"""The HTTP side: every request is counted, perhaps spoilt by script, judged and noted."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic_ns
from typing import Any

from aiohttp import web

from tests.fakes.discord.bodies import Body, read
from tests.fakes.discord.buckets import OLD_EDITS, Buckets, TooFast
from tests.fakes.discord.faults import Fault, Faults
from tests.fakes.discord.files import Files
from tests.fakes.discord.openapi import Specification
from tests.fakes.discord.refusals import Json, Refused, unauthorized
from tests.fakes.discord.routing import Incoming, Route
from tests.fakes.discord.world import Call, World
from tests.fakes.platform.arrival import arrived_ns
from tests.fakes.platform.faults import Rule

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
        arrived_ns.set(monotonic_ns())
        method, path = request.method, request.path.removeprefix(API)
        rule = self._due(method, path)
        if rule and (spoilt := await self._spoil(request, rule, path)):
            return spoilt
        headers, too_fast = self.buckets.take(method, path)
        if too_fast:
            await request.read()
            return self._held_back(too_fast, headers)
        response = await self._respond(request, path)
        response.headers.update(headers)
        if rule and rule.fault in {Fault.CUT_AFTER, Fault.SILENT}:
            if rule.fault is Fault.SILENT:
                await self.faults.hang()
            return _cut(request)
        return response

    async def handle_file(self, request: web.Request) -> web.StreamResponse:
        """The addresses of files know no buckets, but trouble."""
        rule = self._due(request.method, request.path)
        if rule and (spoilt := await self._spoil(request, rule, request.path)):
            return spoilt
        return await self.files.serve(request)

    def _due(self, method: str, path: str) -> Rule[Fault] | None:
        rule = self.faults.due(f"{method} {path}")
        if rule:
            self.world.feed.stir()
        return rule

    async def _spoil(
        self, request: web.Request, rule: Rule[Fault], path: str
    ) -> web.Response | None:
        """What a script wants instead of the work, if it does."""
        match rule.fault:
            case Fault.TOO_FAST:
                await request.read()
                too_fast = self.buckets.refuse_by_script(request.method, path, rule.seconds)
                return self._held_back(too_fast, {})
            case Fault.BANNED:
                await self._note_fault(request, path, 429)
                return web.Response(text="error code: 1015", status=429)
            case Fault.SERVER_ERROR:
                await self._note_fault(request, path, 500)
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
            return self._refuse(request.method, path, body, refused)
        except ConnectionError:  # who asked has died before it was said to the end
            return web.Response()
        except (AttributeError, KeyError, TypeError, ValueError):
            # Rules written by hand expect about the right form; what is wrong with it, the
            # specification says. If it says nothing, the fault is the fake's own.
            fault = self._fault(request.method, path, body)
            if fault is None:
                raise
            return self._refuse(request.method, path, body, fault)
        status = 204 if result is None else 200
        self._note(Call(method=request.method, path=path, body=body.json, status=status))
        return web.Response(status=204) if result is None else _answer(result)

    def _refuse(self, method: str, path: str, body: Body, refused: Refused) -> web.Response:
        self._note(
            Call(
                method=method,
                path=path,
                body=body.json,
                status=refused.status,
                code=refused.code,
                reason=refused.message,
            )
        )
        return _answer(refused.body(), refused.status)

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
        if fault := self._fault(method, path, body):
            raise fault

    def _fault(self, method: str, path: str, body: Body) -> Refused | None:
        if self.specification is None or body.json is None:
            return None
        return self.specification.judge(method, path, body.json)

    def _held_back(self, too_fast: TooFast, headers: dict[str, str]) -> web.Response:
        code = 30046 if too_fast.bucket == OLD_EDITS else 0
        self._note(
            Call(
                method=too_fast.method,
                path=too_fast.path,
                status=429,
                code=code,
                by_fault=too_fast.by_fault,
            )
        )
        data: Json = {
            "message": "You are being rate limited.",
            "retry_after": too_fast.retry_after,
            "global": too_fast.scope == "global",
        }
        response = _answer(data | ({"code": code} if code else {}), 429)
        scope = {"X-RateLimit-Scope": too_fast.scope, "Retry-After": str(too_fast.retry_after)}
        response.headers.update(VIA | headers | scope)
        return response

    async def _note_fault(self, request: web.Request, path: str, status: int) -> None:
        """Read to the end first, so that the client hears the answer."""
        await request.read()
        self._note(Call(method=request.method, path=path, status=status, by_fault=True))

    def _note(self, call: Call) -> None:
        self.world.calls.append(call)
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
