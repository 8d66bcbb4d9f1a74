"""What all windows share. This module imports nothing: the first window loads only what it needs."""
