"""Two hashes alone: with `hashlib` comes OpenSSL, three megabytes of it and some milliseconds, for all the others."""

try:
    from _blake2 import blake2b
except ImportError:  # another Python
    from hashlib import blake2b
try:
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:  # a later Python, which has them in one module, or another one
    try:
        from _sha2 import sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256

__all__ = ["blake2b", "sha256"]
