"""What people may ask, as Discord's menus show it, and what they ask, as Discord tells it."""
