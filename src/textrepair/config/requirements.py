"""`required-version` and `required-plugins`: a configuration refuses to run where it would mean something else."""

from __future__ import annotations

from .. import __version__
from ..errors import ConfigError
from ..requirements import check_required, satisfies
from .effective import Config


def demand(config: Config) -> None:
    """Raise `ConfigError` unless this installation is what the configuration asks for."""
    wanted = config["required-version"]
    if wanted:
        place = f"{config.origins['required-version']}: required-version"
        try:
            holds = satisfies(__version__, wanted)
        except ConfigError as error:
            raise ConfigError(f"{place}: {wanted!r} has the wrong form", 'for example ">=0.1" or ">=0.1,<2"') from error
        if not holds:
            raise ConfigError(
                f"{place} is {wanted}, this is textrepair {__version__}", f"pip install 'textrepair{wanted}'"
            )
    if config["required-plugins"]:
        try:
            check_required(config["required-plugins"])
        except ConfigError as error:
            raise ConfigError(f"{config.origins['required-plugins']}: {error.message}", error.hint) from error
