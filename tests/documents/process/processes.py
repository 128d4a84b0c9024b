"""Looks at nurseries and their children from outside, as the system shows them."""

import os
import subprocess
import threading


def started_by(process: int) -> list[int]:
    """The nurseries or children that this process has started and that are there."""
    output = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, check=True, text=True).stdout
    rows = [tuple(map(int, row.split())) for row in output.splitlines()]
    names = subprocess.run(["ps", "-A", "-o", "pid=,args="], capture_output=True, check=True, text=True).stdout
    nurseries = {int(row.split()[0]) for row in names.splitlines() if "recruit.documents.process.child" in row}
    return [pid for pid, parent in rows if parent == process and pid in nurseries]


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.startswith("Z")


def ends_soon(process: int) -> bool:
    for _ in range(200):
        if not is_there(process):
            return True
        threading.Event().wait(0.05)
    return False
