"""Which client speaks to which gateway. What the second one needs is imported where it is used."""

from nemo_spec.nemo.client import Nemo, Transport
from nemo_spec.nemo.settings import Settings


def client_of(
    settings: Settings, token: str | None = None, transport: Transport | None = None
) -> Nemo:
    """A client of the gateway that the settings name. Raises BadSetting for a token that is none."""
    if settings.gateway == "second":
        from nemo_spec.nemo.second_gateway import SecondGateway

        return SecondGateway(settings, token, transport=transport)
    return Nemo(settings, token, transport=transport)
