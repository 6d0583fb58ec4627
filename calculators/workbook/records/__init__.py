"""What really happened: entries of a statement or of the reader's log, as months, as weeks, and as inputs of the calculators."""
