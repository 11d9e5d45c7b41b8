"""How a configured model is asked: clocks, retries, rest after failures, masking, cost. `asking` is the door."""
