"""What follows: pure functions on values, nothing that reads or writes."""
