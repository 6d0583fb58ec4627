"""Take-home pay in Canada."""
