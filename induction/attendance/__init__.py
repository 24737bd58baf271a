"""Attendance worked out from marks: codes, counts, runs, thresholds. Whole numbers only, no pages, no records.

A percentage is kept as hundredths of one per cent, rounded half up, so that nothing on a page is ever a float.
"""
