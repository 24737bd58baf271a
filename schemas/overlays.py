"""Which safety overlays stand beside a statement. No template decides this, so none can drop one."""

from collections.abc import Iterable, Sequence

from schemas.tables import Overlay


def overlays_for(overlays: Sequence[Overlay], units: Iterable[str]) -> tuple[Overlay, ...]:
    """The overlays that temper any of `units`, in the order of content/overlays.yml."""
    carried = set(units)
    return tuple(overlay for overlay in overlays if not carried.isdisjoint(overlay.tempers))
