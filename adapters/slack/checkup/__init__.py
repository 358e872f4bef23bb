"""What `busker doctor` asks of Slack."""
