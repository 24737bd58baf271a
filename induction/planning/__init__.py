"""The plan of the first weeks: what two people settled, what it comes to in hours, and what they agreed."""
