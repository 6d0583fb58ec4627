"""Take-home pay in the United States: federal income tax, self-employment tax, and the reader's own state rate."""
