"""Turn texts into HTML, which Chromium prints and LibreOffice converts."""

from html import escape

from texts import Part, Resume

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>
@page {{ size: letter; margin: 0.7in; }}
* {{ box-sizing: border-box; }}
body {{ font: 10.5pt/1.4 "Liberation Sans", sans-serif; margin: 0; }}
h1 {{ font-size: 21pt; margin: 0 0 2pt; }}
h2 {{ font-size: 12.5pt; margin: 10pt 0 3pt; }}
h3 {{ font-size: 10.5pt; margin: 6pt 0 2pt; }}
p {{ margin: 0 0 3pt; }}
ul {{ margin: 2pt 0; padding-left: 14pt; }}
table {{ border-collapse: collapse; }}
td {{ border: 1px solid #888; padding: 2pt 5pt; vertical-align: top; }}
{style}
</style></head><body>
{body}
</body></html>
"""


def page_of(resume: Resume, body: str, style: str = "") -> str:
    """Wrap a body into a page."""
    return PAGE.format(title=escape(resume.name), style=style, body=body)


def head_of(resume: Resume) -> str:
    """Mark up name and contact."""
    contact = "".join(f"<p>{escape(line)}</p>" for line in resume.contact)
    return f"<header><h1>{escape(resume.name)}</h1>{contact}</header>"


def section_of(part: Part) -> str:
    """Mark up a part."""
    return f"<section><h2>{escape(part.heading)}</h2>{''.join(pieces_of(part))}</section>"


def sections_of(parts: tuple[Part, ...]) -> str:
    """Mark up parts below each other."""
    return "\n".join(map(section_of, parts))


def pieces_of(part: Part) -> list[str]:
    """Mark up the lines of a part; neighbouring items and rows go together."""
    pieces: list[str] = []
    for line in part.lines:
        if line.startswith("- "):
            join(pieces, "ul", f"<li>{escape(line[2:])}</li>")
        elif " | " in line:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in line.split(" | "))
            join(pieces, "table", f"<tr>{cells}</tr>")
        elif line.startswith("### "):
            pieces.append(f"<h3>{escape(line[4:])}</h3>")
        else:
            pieces.append(f"<p>{escape(line)}</p>")
    return pieces


def join(pieces: list[str], tag: str, content: str) -> None:
    """Put content into the last piece when it is of this tag, else begin one."""
    end = f"</{tag}>"
    if pieces and pieces[-1].endswith(end):
        pieces[-1] = pieces[-1].removesuffix(end) + content + end
    else:
        pieces.append(f"<{tag}>{content}{end}")
