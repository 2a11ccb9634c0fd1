"""The kernel of the scan, where the installation has one that fits these sources.

It is compiled when textrepair is installed. Where there is no compiler, and no wheel with it, vectors do the work.
"""

from __future__ import annotations

#: Raised with every change of what the kernel's methods take or give: one that was compiled before is not used.
VERSION = 1

try:
    from . import _kernel
except ImportError:
    _made = False
else:
    _made = getattr(_kernel, "VERSION", 0) == VERSION


def available() -> bool:
    """Whether the kernel is there."""
    return _made
