"""What the process that reads a document gives up before it sees a byte of it, for good."""

import ctypes
import math
import os
import resource
import struct
import sys
import time
from types import MappingProxyType

from recruit.documents.reader import Limits

MAX_OPEN_FILES = 32

_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2

# Offsets in what the kernel hands to a filter, and the instructions of a filter: linux/seccomp.h and
# linux/bpf_common.h.
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _DENY_AS_FORBIDDEN = 0x7FFF0000, 0x00050001  # the latter: the call fails with EPERM
_OTHER_NUMBERS_FROM = 0x40000000  # x86_64 has a second set of numbers for the same calls

# socket, connect, ptrace, process_vm_readv, process_vm_writev, io_uring_setup, by the audit name of the machine:
# asm/unistd_64.h and asm-generic/unistd.h.
_FORBIDDEN_CALLS = MappingProxyType(
    {
        "x86_64": (0xC000003E, (41, 42, 101, 310, 311, 425)),
        "aarch64": (0xC00000B7, (198, 203, 117, 270, 271, 425)),
    }
)

if sys.platform == "linux":
    _PRCTL = ctypes.CDLL(None).prctl
    _PRCTL.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)


def give_up_rights() -> None:
    """Give up files, core dumps, the rights of programs it starts, and, where the kernel can, the network.

    What a kernel does not know it does not do; the limits hold anyway.
    """
    for what, most in (
        (resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    if sys.platform == "linux":
        _ask_the_kernel()


def limit(limits: Limits, *, alone: bool) -> None:
    """Give up memory and processor time beyond the limits, for the next document.

    Both may be raised by ``allow_recognition``, to what recognising letters takes. Processor time is counted from
    here; only a process that reads one document ``alone`` can give up the rest for good.
    """
    _limit_memory(limits.memory_bytes, max(limits.memory_bytes, limits.ocr_memory_bytes))
    soft = math.ceil(time.process_time()) + limits.cpu_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if alone:
        hard = soft + math.ceil(limits.max_ocr_pages * limits.ocr_seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def allow_recognition(seconds: float) -> None:
    """Let this process take the memory and processor time of recognising letters, within the hard limits."""
    most_memory = resource.getrlimit(resource.RLIMIT_AS)[1]
    _limit_memory(most_memory, most_memory)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    more = soft + math.ceil(seconds)
    resource.setrlimit(
        resource.RLIMIT_CPU, (more if hard == resource.RLIM_INFINITY else min(more, hard - 1), hard)
    )


def _limit_memory(soft: int, hard: int) -> None:
    try:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    except (ValueError, OSError):
        # macOS counts what every process shares as its own, and refuses a limit below that.
        if sys.platform != "darwin":
            raise


def _ask_the_kernel() -> None:
    """Gain no right by starting a program, be read by no other process, and open no connection."""
    _PRCTL(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _PRCTL(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    machine = os.uname().machine
    if machine in _FORBIDDEN_CALLS and sys.maxsize > 2**32:
        program = _program_for(*_FORBIDDEN_CALLS[machine])
        code = ctypes.create_string_buffer(program, len(program))
        # struct sock_fprog: the number of instructions, and where they are.
        head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
        pointed_at = ctypes.create_string_buffer(head, len(head))
        _PRCTL(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(pointed_at), 0, 0)


def _program_for(architecture: int, calls: tuple[int, ...]) -> bytes:
    """Write the filter: calls in another machine's numbers and those listed fail, all others go on."""
    denied_from = len(calls)
    rows = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_IF_EQUAL, 0, denied_from + 3, architecture),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_JUMP_IF_AT_LEAST, denied_from + 1, 0, _OTHER_NUMBERS_FROM),
        *((_JUMP_IF_EQUAL, denied_from - position, 0, call) for position, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY_AS_FORBIDDEN),
    ]
    return b"".join(struct.pack("HBBI", *row) for row in rows)
