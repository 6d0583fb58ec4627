"""Take-home pay in any other country, with the reader's own rates."""
