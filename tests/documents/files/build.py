"""Build the office files of these tests from one source, ``resume.fodt``, with LibreOffice.

    python tests/documents/files/build.py

What a reader must find in the source, and in every file made from it, stands in
``tests/documents/office_files.py``.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "resume.fodt"
FORMATS = ("odt", "docx", "doc", "rtf")


def build() -> None:
    """Write one file of each format beside this one."""
    soffice = shutil.which("soffice") or sys.exit("LibreOffice is needed: soffice was not found on the PATH.")
    with tempfile.TemporaryDirectory() as folder:
        command = [soffice, f"-env:UserInstallation=file://{folder}", "--headless"]
        for name in FORMATS:
            convert = ["--convert-to", name, "--outdir", str(HERE), str(SOURCE)]
            subprocess.run([*command, *convert], check=True, capture_output=True)


if __name__ == "__main__":
    build()
