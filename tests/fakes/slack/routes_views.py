"""`views.*`."""

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.files import Files
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.refusals import Json, Refused
from tests.fakes.slack.routing import Method, method
from tests.fakes.slack.tiers import TIER_4
from tests.fakes.slack.view_rules import checked_view
from tests.fakes.slack.views import View, Views, view_payload
from tests.fakes.slack.world import World


class ViewMethods:
    """A trigger is used up by a view that is taken, and by one that is refused isn't."""

    def __init__(self, world: World, views: Views, files: Files) -> None:
        self._world = world
        self._views = views
        self._files = files

    def methods(self) -> list[Method]:
        return [
            method("views.open", self._open, TIER_4),
            method("views.push", self._push, TIER_4),
            method("views.update", self._update, TIER_4),
            method("views.publish", self._publish, TIER_4),
        ]

    def _open(self, arguments: Arguments) -> Json:
        fields = self._checked(arguments, "modal")
        return _told(self._views.open(self._triggered(arguments), fields))

    def _push(self, arguments: Arguments) -> Json:
        fields = self._checked(arguments, "modal")
        return _told(self._views.push(self._triggered(arguments), fields))

    def _update(self, arguments: Arguments) -> Json:
        view = self._views.find(arguments.text("view_id"), arguments.text("external_id"))
        fields = self._checked(arguments, view.fields["type"])
        self._views.update(view, fields, arguments.text("hash"))
        return _told(view)

    def _publish(self, arguments: Arguments) -> Json:
        fields = self._checked(arguments, "home")
        person = self._world.people.get(arguments.required("user_id"))
        if person is None or person.is_bot:
            raise Refused("invalid_arguments")
        return _told(self._views.publish(person, fields, arguments.text("hash")))

    def _checked(self, arguments: Arguments, kind: str) -> Json:
        view = arguments.data("view", "invalid_arguments")
        return checked_view(view, kind, self._files.check_shown)

    def _triggered(self, arguments: Arguments) -> Interaction:
        trigger = self._world.triggers.get(arguments.required("trigger_id"))
        if trigger is None:
            raise Refused("invalid_trigger_id")
        return trigger.use(self._world.clock.now())


def _told(view: View) -> Json:
    return {"view": view_payload(view)}
