"""JUnit's XML: a suite for each file with defects, a failed case for each defect left, a passed one for others."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from ...run.rows import Row
from ..findings import Findings
from ..style import Style
from ..visible import visible
from ..wording import description, mark, position


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """Files without defects are one passed case together."""
    s = findings.summary
    clean = max(0, s.files - len(s.paths))
    total, failed = s.total() + bool(clean), s.total() - s.total("applied")
    out('<?xml version="1.0" encoding="UTF-8"?>\n')
    out(f'<testsuites name="textrepair" tests="{total}" failures="{failed}" errors="0" time="{s.seconds:.3f}">\n')
    if clean:
        out('  <testsuite name="files without defects" tests="1" failures="0" errors="0" skipped="0" time="0">\n')
        out(f'    <testcase name="{clean} files" classname="textrepair" time="0"/>\n  </testsuite>\n')
    for path, rows in groupby(findings.rows(), key=lambda row: str(row["path"])):
        counts = s.paths[path]
        left = counts["defects"] - counts["applied"]
        out(
            f'  <testsuite name={_attribute(path)} tests="{counts["defects"]}" failures="{left}"'
            ' errors="0" skipped="0" time="0">\n'
        )
        for row in rows:
            out(_case(row))
        out("  </testsuite>\n")
    out("</testsuites>\n")


def _case(row: Row) -> str:
    name = f"{row['code']} {row['name']} at {position(row)}"
    head = f'    <testcase name={_attribute(name)} classname={_attribute(row["path"])} time="0"'
    if row["applied"]:
        return head + "/>\n"
    text = f"{position(row)}: {row['code']} {mark(row)} {description(row)}"
    opening = f"<failure type={_attribute(row['severity'])} message={_attribute(description(row))}>"
    failure = f"      {opening}{escape(visible(text))}</failure>\n"
    return f"{head}>\n{failure}    </testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
