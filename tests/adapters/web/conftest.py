from tests.bot.conftest import stage as stage  # noqa: PLC0414  # a fixture
