"""Take-home pay in the United Kingdom."""
