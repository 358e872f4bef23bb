import pytest
from hypothesis import given
from hypothesis import strategies as st

from soundverse.errors import (
    BadCall,
    Busy,
    Charged,
    ConnectionLost,
    Declined,
    FileRefused,
    KeyRejected,
    Misshapen,
    OutOfCredit,
    SoundverseError,
    TakeFailed,
    Unavailable,
    error_for,
    redacted,
)
from tests.soundverse.samples import refusal


@pytest.mark.parametrize("status", [200, 400, 422, 500])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("nothing_to_go_on", BadCall),
        ("prompt_too_long", BadCall),
        ("empty_prompt", BadCall),
        ("file_too_large", FileRefused),
        ("rate_limit", Busy),
        ("balance", OutOfCredit),
        ("nsfw", Declined),
        ("unavailable", Unavailable),
    ],
)
def test_a_documented_error_is_known_by_its_words_whatever_the_status(
    name: str, kind: type[SoundverseError], status: int
) -> None:
    assert type(error_for(status, refusal(name))) is kind


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, {"message": "Rate limits have been passed for the user."}, KeyRejected),
        (402, {}, OutOfCredit),
        (413, "", FileRefused),
        (429, "<html>", Busy),
        (503, {"message": "Insufficient balance"}, Unavailable),
        (403, {"message": "NSFW WORDS DETECTED. please try again"}, Declined),
        (403, {"message": "Artist name detected. Try a different prompt."}, Declined),
        (403, {"message": "something else"}, KeyRejected),
        (400, {"error": "INVALID_API_KEY", "message": "no"}, KeyRejected),
        (400, {"Detail": "rate limits have been passed"}, Busy),
        (400, {"detail": {"message": "Insufficient balance for this"}}, OutOfCredit),
        (400, {"detail": "something new"}, BadCall),
        (422, {"detail": [{"loc": ["body", "prompt"], "msg": "too short"}]}, BadCall),
        (404, {"detail": "Not Found"}, Unavailable),
        (409, {"detail": "conflict"}, BadCall),
        (500, "Internal Server Error", Unavailable),
        (502, "<html>", Unavailable),
        (504, None, Unavailable),
        (301, "", Misshapen),
        (200, {"success": False, "message": "something new"}, TakeFailed),
    ],
)
def test_a_decisive_status_comes_first_then_the_words_then_the_status(
    status: int, body: object, kind: type[SoundverseError]
) -> None:
    assert type(error_for(status, body)) is kind


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"detail": "Prompt exceeds maximum length of 1024 characters"}, "prompt"),
        ({"detail": [{"loc": ["body", "extend_at"], "msg": "out of range"}]}, "extend_at_ms"),
        ({"detail": [{"loc": ["body", "lyrics"], "msg": "Field required"}]}, "lyrics"),
        ({"detail": "something new"}, None),
    ],
)
def test_a_bad_call_names_the_field(body: object, field: str | None) -> None:
    error = error_for(422, body)
    assert isinstance(error, BadCall)
    assert error.field == field


@pytest.mark.parametrize(
    ("status", "host", "other"),
    [
        (403, "api.soundverse.ai", "apiv2.soundverse.ai"),
        (403, "apiv2.soundverse.ai", "api.soundverse.ai"),
        (403, "127.0.0.1", None),
        (401, "api.soundverse.ai", None),
    ],
)
def test_a_403_names_the_host_the_key_may_belong_to(
    status: int, host: str, other: str | None
) -> None:
    error = error_for(status, {"message": "Forbidden"}, host=host)
    assert isinstance(error, KeyRejected)
    assert error.other_host == other


def test_internals_are_kept_for_the_log() -> None:
    error = error_for(503, refusal("unavailable"), retry_after=7)
    assert "Database connection pool exhausted" in error.detail
    assert error.retry_after == 7


@pytest.mark.parametrize(
    "text",
    [
        "the key sksoundverse_AbC-12_3 is wrong",
        "Authorization: Bearer secret-without-prefix",
    ],
)
def test_a_key_is_never_in_a_message(text: str) -> None:
    for error in (error_for(401, {"message": text}), ConnectionLost(text), Busy(text)):
        assert "sksoundverse_" not in str(error) + error.detail
        assert "secret" not in str(error) + error.detail
        assert "[key]" in error.detail


def test_a_detail_has_an_end() -> None:
    assert len(redacted("x" * 10_000)) == 500


def leaves(kind: type[SoundverseError] = SoundverseError) -> list[type[SoundverseError]]:
    below = [leaf for child in kind.__subclasses__() for leaf in leaves(child)]
    return below or [kind]


def test_every_kind_of_error_says_what_it_means_for_money() -> None:
    sent_again = {kind.__name__ for kind in leaves() if kind.resend}
    free = {kind.__name__ for kind in leaves() if kind.charged is Charged.NO}
    assert sent_again == {"Busy", "KeyRejected", "OutOfCredit"}
    assert sent_again == {kind.__name__ for kind in leaves() if kind.stops_others}
    assert free == sent_again | {"BadCall", "Declined", "FileRefused"}


def test_what_never_left_may_be_sent_again() -> None:
    unsent, broken = ConnectionLost(never_sent=True), ConnectionLost()
    assert (unsent.charged, unsent.resend) == (Charged.NO, True)
    assert (broken.charged, broken.resend) == (Charged.MAYBE, False)


def test_a_body_without_a_bottom_is_read_only_so_deep() -> None:
    body: object = "NSFW words detected"
    for _ in range(5_000):
        body = {"detail": [body]}
    assert isinstance(error_for(400, body), BadCall)


BODIES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["detail", "Detail", "message", "error", "msg", "loc"]) | st.text(),
            inner,
        )
    ),
)


@given(st.integers(100, 599), BODIES)
def test_any_answer_is_some_error(status: int, body: object) -> None:
    assert isinstance(error_for(status, body), SoundverseError)
