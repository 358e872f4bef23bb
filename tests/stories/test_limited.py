"""Trying out how limits and admins' commands feel, in a terminal."""

from tests.stories.conftest import Home


def test_limits_of_the_settings_hold_when_asked_for_and_for_each_person(home: Home) -> None:
    home.environment["BUSKER_DEFAULT_QUOTA"] = "1/day"
    home.run("try", "rain 10 s", "--limits")
    said, _ = home.run("try", "rain 10 s", "--limits", code=1)
    assert "Your limit of 1 a day is reached." in said
    assert "By the default rule: 1 song a day" in home.run("try", "/quota", "--limits")[0]
    assert "0 songs asked for today" in home.run("try", "/quota", "--limits", "--as", "ben")[0]
    assert "No rule limits you here" in home.run("try", "/quota")[0]
    home.run("try", "snow 10 s")


def test_who_one_is_decides_what_one_may(home: Home) -> None:
    command = "/busker-admin pause"
    said, _ = home.run("try", command, code=1)
    assert "Only admins of this server can do that." in said
    assert "Only admins" in home.run("try", command, "--as", "moderator", code=1)[0]
    assert "Paused: nobody can ask for songs on this server" in home.run(
        "try", command, "--as", "admin"
    )[0].replace("\n", " ")
    assert "Busker is paused" in home.run("try", "rain", code=1)[0]
    everywhere = f"{command} everywhere: on"
    assert "Only whoever runs Busker" in home.run("try", everywhere, "--as", "admin", code=1)[0]
    assert "anywhere" in home.run("try", everywhere, "--as", "operator")[0]
