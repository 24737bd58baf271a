"""What a service says of itself beyond names and numbers: where its own documents are, and who may sign work off."""

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from induction.codes import Signer
from schemas.common import WEB, Model, Slug, Text


class LocalLink(Model):
    """A document of the service's own: its code of conduct, a procedure, a form. Pages name it where they speak of it."""

    id: Slug
    """Id of a slot in content/slots.yml; the page says {service.<id>} where the document belongs."""
    label: Text
    """What it is called."""
    address: Annotated[str, StringConstraints(pattern=WEB)] = ""
    """Its https address, when readers can open it."""
    where: str = ""
    """Where to find it when it has no address, or which page of it to read."""

    @property
    def words(self) -> str:
        """What it is called and where it is, without a link."""
        return ", ".join(filter(None, (self.label, self.address, self.where.strip())))

    @model_validator(mode="after")
    def _findable(self) -> Self:
        if not self.address and not self.where.strip():
            raise ValueError("a local link needs an `address` (https) or a `where`: words that say where to find it")
        return self


class Signatory(Model):
    """Somebody who may sign work off in this service: a post, with a name only if the service publishes it."""

    role: Text
    """The post: 'Team manager'."""
    signer: Signer
    """As what they sign: manager or experienced-colleague."""
    name: str = ""
    """Their name. It stands on the public site; leave it out and the post stands there alone."""
