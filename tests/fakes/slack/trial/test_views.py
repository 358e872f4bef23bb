"""Forms that lie on each other, their triggers, and App Home."""

import pytest

from tests.fakes.slack import Channel, Interaction, NotOffered, Person, Slack, Upload
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.trial.conftest import Web
from tests.fakes.slack.trial.test_rules import (
    actions,
    button,
    field,
    modal,
    option,
    plain,
    section,
    select,
)


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


@pytest.fixture
def ana(slack: Slack, channel: Channel) -> Person:
    person = slack.member("ana")
    assert person in channel.members
    return person


@pytest.fixture
def asked(slack: Slack, channel: Channel, ana: Person) -> Interaction:
    return slack.begin_slash(ana, channel, "/song")


async def opened(web: Web, asked: Interaction, view: Json, method: str = "views.open") -> Json:
    answer = await web(method, trigger_id=asked.payload["trigger_id"], view=view)
    assert answer["ok"], answer
    found: Json = answer["view"]
    return found


async def test_a_trigger_is_good_for_three_seconds_and_once(
    web: Web, slack: Slack, channel: Channel, ana: Person, asked: Interaction
) -> None:
    assert await web.error("views.open", trigger_id="1.2.x", view=modal()) == "invalid_trigger_id"
    slack.clock.move(2.9)
    await opened(web, asked, modal())
    trigger = {"trigger_id": asked.payload["trigger_id"]}
    assert await web.error("views.open", **trigger, view=modal()) == "exchanged_trigger_id"
    late = slack.begin_slash(ana, channel, "/song")
    slack.clock.move(3.1)
    trigger = {"trigger_id": late.payload["trigger_id"]}
    assert await web.error("views.open", **trigger, view=modal()) == "expired_trigger_id"
    assert not late.views


async def test_three_views_lie_on_each_other_and_not_four(
    web: Web, slack: Slack, ana: Person, asked: Interaction
) -> None:
    first = await opened(web, asked, modal(actions(button()), title=plain("1")))
    for number in "23":
        top = slack.modal(ana)
        assert top
        pressed = slack.begin_press(ana, top, "again")
        view = modal(actions(button()), title=plain(number))
        pushed = await opened(web, pressed, view, "views.push")
        assert (pushed["root_view_id"], pushed["previous_view_id"]) == (first["id"], top.id)
    top = slack.modal(ana)
    assert top
    pressed = slack.begin_press(ana, top, "again")
    trigger = {"trigger_id": pressed.payload["trigger_id"]}
    assert await web.error("views.push", **trigger, view=modal()) == "push_limit_reached"
    await slack.close(top)
    below = slack.modal(ana)
    assert below
    assert below.title == "2"


async def test_a_view_that_changed_meanwhile_isnt_overwritten(
    web: Web, slack: Slack, ana: Person, asked: Interaction
) -> None:
    view = await opened(web, asked, modal(external_id="song-7"))
    update = {"view_id": view["id"], "hash": view["hash"]}
    assert not await web.error("views.update", **update, view=modal(title=plain("new")))
    assert await web.error("views.update", **update, view=modal()) == "hash_conflict"
    assert not await web.error("views.update", view_id=view["id"], view=modal())
    assert await web.error("views.update", external_id="song-8", view=modal()) == "not_found"
    top = slack.modal(ana)
    assert top
    assert [one["title"]["text"] for one in top.revisions] == ["x", "new", "x"]
    await slack.close(top)
    assert await web.error("views.update", view_id=view["id"], view=modal()) == "not_found"


async def test_what_was_chosen_stays_as_long_as_its_place_has_a_name(
    web: Web, slack: Slack, ana: Person, asked: Interaction
) -> None:
    options = [option(number) for number in range(3)]
    named = actions(select(options=options)) | {"block_id": "named"}
    nameless = actions(select(options=options, action_id="other"))
    view = await opened(web, asked, modal(named, nameless))
    top = slack.modal(ana)
    assert top
    for name in ("list", "other"):
        slack.begin_choose(ana, top, name, "2")
    answer = await web("views.update", view_id=view["id"], view=modal(named, nameless))
    values = answer["view"]["state"]["values"]
    chosen = {
        name: said["selected_option"] for block in values.values() for name, said in block.items()
    }
    assert chosen == {"list": option(2), "other": None}


async def test_fields_take_what_they_offer_and_files(
    web: Web, slack: Slack, ana: Person, asked: Interaction
) -> None:
    options = [option(number) for number in range(3)]
    boxes = {"type": "checkboxes", "action_id": "boxes", "options": options}
    upload = {"type": "file_input", "action_id": "files"}
    blocks = [
        field(initial_value="rain", max_length=10),
        {"type": "input", "label": plain("Boxes"), "element": boxes, "optional": True},
        {"type": "input", "label": plain("Files"), "element": upload},
        {
            "type": "input",
            "label": plain("Who"),
            "element": {"type": "users_select", "action_id": "who", "initial_user": ana.id},
        },
    ]
    await opened(web, asked, modal(*blocks, callback_id="song"))
    view = slack.modal(ana)
    assert view
    wrong: list[dict[str, str | list[str]]] = [
        {"prompt": "x" * 11}, {"Boxes": ["3"]}, {"song": "x"}, {},
    ]  # fmt: skip
    for values in wrong:
        with pytest.raises(NotOffered):
            slack.begin_submit(view, values)
    sent = slack.begin_submit(
        view, {"Boxes": ["1", "2"], "files": [Upload(name="hum.mp3", data=b"ID3")]}
    )
    said = {
        name: value
        for block in sent.payload["view"]["state"]["values"].values()
        for name, value in block.items()
    }
    assert said["prompt"] == {"type": "plain_text_input", "value": "rain"}
    assert said["boxes"]["selected_options"] == options[1:]
    assert said["who"]["selected_user"] == ana.id
    [file] = said["files"]["files"]
    headers = {"Authorization": f"Bearer {slack.bot_token}"}
    async with web.session.get(file["url_private_download"], headers=headers) as response:
        assert await response.read() == b"ID3"
    async with web.session.get(file["url_private_download"]) as response:
        assert response.content_type == "text/html"


async def test_home_is_each_persons_own_and_takes_its_hash_seriously(web: Web, ana: Person) -> None:
    home = {"type": "home", "blocks": [section()]}
    told = await web("views.publish", user_id=ana.id, view=home)
    old = told["view"]["hash"]
    assert not await web.error("views.publish", user_id=ana.id, view=home, hash=old)
    assert await web.error("views.publish", user_id=ana.id, view=home, hash=old) == "hash_conflict"
    assert await web.error("views.publish", user_id=ana.id, view=modal()) == "invalid_arguments"
    assert await web.error("views.publish", user_id="U0", view=home) == "invalid_arguments"
