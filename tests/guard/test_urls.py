import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.errors import Forbidden, HostNotAllowed, MalformedUrl, NotHttps
from guard.urls import Rules, origin_of

BAND = "http://127.0.0.1:8791"
RULES = Rules(hosts=("*.soundverse.ai", "files.example"), origins=(BAND, "https://api.example/"))


@pytest.mark.parametrize(
    ("url", "host", "trusted"),
    [
        ("https://storage.soundverse.ai/a/b.mp3?sig=1", "storage.soundverse.ai", False),
        ("https://a.b.soundverse.ai", "a.b.soundverse.ai", False),
        ("HTTPS://Storage.Soundverse.AI./x", "storage.soundverse.ai", False),
        ("https://files.example:443/x", "files.example", False),
        (f"{BAND}/files/a.mp3", "127.0.0.1", True),
        ("https://api.example/x", "api.example", True),
    ],
)
def test_listed_hosts_and_exact_origins_may_be_asked(url: str, host: str, trusted: bool) -> None:
    target = RULES.target_for(url)
    assert (target.host, target.trusted) == (host, trusted)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://storage.soundverse.ai/a.mp3", NotHttps),
        ("ftp://storage.soundverse.ai/a.mp3", NotHttps),
        ("file:///etc/passwd", NotHttps),
        ("data:audio/mpeg;base64,AAAA", NotHttps),
        ("http://127.0.0.1:8792/x", NotHttps),
        ("https://127.0.0.1:8791/x", HostNotAllowed),
        ("http://localhost:8791/x", NotHttps),
        ("https://soundverse.ai/x", HostNotAllowed),
        ("https://evilsoundverse.ai/x", HostNotAllowed),
        ("https://storage.soundverse.ai.evil.org/x", HostNotAllowed),
        ("https://storage.soundverse.ai:8443/x", HostNotAllowed),
        ("https://evil.org/storage.soundverse.ai", HostNotAllowed),
        ("https://storage.soundverse.ai@evil.org/", MalformedUrl),
        ("https://evil.org\\@storage.soundverse.ai/", MalformedUrl),
        ("https://storage.soundverse.ai/\r\nX: y", MalformedUrl),
        ("https://storage.soundverse.ai:x/", MalformedUrl),
        ("https://[::1/", MalformedUrl),
        ("https:///x", MalformedUrl),
        ("//storage.soundverse.ai/x", MalformedUrl),
        ("", MalformedUrl),
        ("a song", MalformedUrl),
    ],
)
def test_nothing_else_may_be_asked(url: str, kind: type[Forbidden]) -> None:
    with pytest.raises(kind):
        RULES.target_for(url)


def test_every_host_can_be_allowed_and_still_not_every_url() -> None:
    rules = Rules(hosts=("*",))
    assert rules.target_for("https://müller.example/x").host == "xn--mller-kva.example"
    assert rules.target_for("https://[2606:4700::1]/x").host == "2606:4700::1"
    for url in ("http://e.org/", "https://e.org:22/"):
        with pytest.raises(Forbidden):
            rules.target_for(url)


def test_a_target_is_asked_for_at_an_address_under_its_own_name() -> None:
    target = Rules(hosts=("*",), ports=(8443,)).target_for("https://e.org:8443/a?b=c#d")
    assert target.url_at("2606:4700::1") == "https://[2606:4700::1]:8443/a?b=c"
    assert target.authority == "e.org:8443"


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin_of("https://E.org:443/a?b") == "https://e.org"
    assert origin_of("http://127.0.0.1:80/a") == "http://127.0.0.1"
    assert origin_of("http://127.0.0.1:8791/a") == BAND


@given(st.text() | st.text(alphabet="htps:/@[].%#?\\ \n\x000123aé").map(lambda t: f"https:{t}"))
def test_no_text_raises_anything_else(url: str) -> None:
    try:
        target = Rules(hosts=("*",)).target_for(url)
    except Forbidden:
        return
    assert target.host
    assert target.host.isascii()
