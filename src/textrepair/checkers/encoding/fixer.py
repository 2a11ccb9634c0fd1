"""What is used of ftfy. It imports wcwidth, and that `secrets`, and that OpenSSL: three megabytes that nobody uses."""

from __future__ import annotations

from ...imports import put_off

put_off("secrets")

import ftfy  # noqa: E402
from ftfy import TextFixerConfig, fix_encoding_and_explain  # noqa: E402
from ftfy.badness import BADNESS_RE, is_bad  # noqa: E402
from ftfy.chardata import CHARMAP_ENCODINGS, UTF8_DETECTOR_RE  # noqa: E402

__all__ = [
    "BADNESS_RE",
    "CHARMAP_ENCODINGS",
    "UTF8_DETECTOR_RE",
    "TextFixerConfig",
    "fix_encoding_and_explain",
    "ftfy",
    "is_bad",
]
