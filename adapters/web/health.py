"""`/healthz`, `/readyz` and `/metrics`: for whoever watches over the process."""

from aiohttp import web

from bot.vitals import OK, Checks, Vitals

__all__ = ["health_routes"]

PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def health_routes(vitals: Vitals) -> list[web.RouteDef]:
    """Each answers from how things are at that moment."""

    async def healthz(_: web.Request) -> web.Response:
        return _told(vitals.alive())

    async def readyz(_: web.Request) -> web.Response:
        return _told(await vitals.ready())

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=await vitals.measure(), headers={"Content-Type": PROMETHEUS})

    return [
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", metrics),
    ]


def _told(checks: Checks) -> web.Response:
    """200 if all is well, else 503; the body says of each thing how it is."""
    is_well = bool(checks) and all(each == OK for each in checks.values())
    body = {"status": OK if is_well else "unwell", "checks": dict(checks)}
    return web.json_response(body, status=200 if is_well else 503)
