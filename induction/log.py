"""The reflective log: the parts of an entry and their prompts. The three stages are Borton's (``ews.info.1.c.borton``)."""

PARTS = {
    "date": "When",
    "what": "What happened?",
    "so-what": "So what does it mean?",
    "now-what": "Now what will I do?",
    "activity": "Which activity it belongs to",
}
"""Parts of an entry and their prompts."""
STAGES = ("what", "so-what", "now-what")
"""The parts that hold words."""
CONTENT = "log-1"
"""Version of these prompts; raise it when they change."""
