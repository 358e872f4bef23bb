"""Who the bot is, how it connects, and who is here."""

from collections.abc import Callable

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.pages import page_of
from tests.fakes.slack.payloads import user_payload
from tests.fakes.slack.refusals import Json, not_found
from tests.fakes.slack.routing import Method, Token, method
from tests.fakes.slack.tiers import SPECIAL, TIER_2, TIER_3, TIER_4
from tests.fakes.slack.world import World


class PeopleMethods:
    def __init__(self, world: World, address: Callable[[], str]) -> None:
        self._world = world
        self._address = address

    def methods(self) -> list[Method]:
        return [
            method("auth.test", self._test, SPECIAL),
            method("apps.connections.open", self._connect, TIER_3, token=Token.APP),
            method("users.info", self._info, TIER_4, "users:read", takes_json=False),
            method("users.list", self._list, TIER_2, "users:read", takes_json=False),
        ]

    def _test(self, _: Arguments) -> Json:
        return {
            "url": self._world.workspace.url,
            "team": self._world.workspace.name,
            "user": self._world.bot.name,
            "team_id": self._world.workspace.id,
            "user_id": self._world.bot.id,
            "bot_id": self._world.bot_id,
            "is_enterprise_install": False,
        }

    def _connect(self, _: Arguments) -> Json:
        return {"url": self._address()}

    def _info(self, arguments: Arguments) -> Json:
        person = self._world.people.get(arguments.text("user"))
        if person is None:
            raise not_found("user")
        return {"user": user_payload(person, with_locale=arguments.flag("include_locale"))}

    def _list(self, arguments: Arguments) -> Json:
        shown, more = page_of(list(self._world.people.values()), arguments, 1000)
        with_locale = arguments.flag("include_locale")
        return {"members": [user_payload(one, with_locale=with_locale) for one in shown]} | more
