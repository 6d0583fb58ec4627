"""Take-home pay in Australia."""
