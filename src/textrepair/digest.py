"""blake2b alone: with `hashlib` comes OpenSSL, three megabytes of it and some milliseconds, for hashes of which none is
asked for."""

try:
    from _blake2 import blake2b
except ImportError:  # another Python
    from hashlib import blake2b

__all__ = ["blake2b"]
