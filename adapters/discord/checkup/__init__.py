"""`busker doctor` on Discord: reads beside a running bot, never connects to the gateway, changes nothing."""
