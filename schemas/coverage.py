"""Which source unit is carried where: what becomes site/coverage.json."""

from collections import defaultdict

from schemas.handbook import Handbook


def coverage(handbook: Handbook) -> dict[str, list[str]]:
    """Source unit id to the sorted addresses, with anchors, of what carries it. Units carried nowhere are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in handbook.places:
        for unit in getattr(place.value, "sources", ()):
            found[unit].add(place.address)
    return {unit: sorted(found[unit]) for unit in sorted(found)}
