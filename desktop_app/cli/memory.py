"""How much memory a long list takes: what the system's C library keeps of what was let go."""

import ctypes
import sys

_MMAP_THRESHOLD = -3  # as in malloc.h of the GNU C library
_LARGE_ARRAY = 1_000_000  # bytes


def let_go_of_arrays() -> None:
    """Let the memory of every large array go back to the system as soon as nobody needs it.

    The GNU C library would soon keep arrays of up to 32 MB for later, between others that stay; it
    takes 60 MB for a million customers. Other systems give them back anyway.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option is not None:
            set_option(_MMAP_THRESHOLD, _LARGE_ARRAY)
