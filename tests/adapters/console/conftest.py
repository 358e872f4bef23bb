from tests.bot.conftest import stage

__all__ = ["stage"]
