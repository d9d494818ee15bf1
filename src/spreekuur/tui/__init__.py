"""What you see and press: screens, widgets, keys, themes, help."""
