"""Slack: slash commands, mentions, buttons and forms come in, cards and songs go out."""
