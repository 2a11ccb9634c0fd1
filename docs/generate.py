"""Write what is made from the code: docs/rules/ and rules/rule.schema.json. With --check, only say what is stale."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from textrepair.rules import load_catalogue
from textrepair.rules.reference import reference
from textrepair.rules.schema_json import rule_schema

ROOT = Path(__file__).resolve().parents[1]


def generated() -> dict[Path, str]:
    """Path -> text of every generated file."""
    files = {ROOT / "docs/rules" / name: text for name, text in reference(load_catalogue()).items()}
    schema = json.dumps(rule_schema(), indent=2, ensure_ascii=False) + "\n"
    return {**files, ROOT / "rules/rule.schema.json": schema}


def stale() -> list[Path]:
    """Files whose text is not what it should be, and files that should not be there."""
    wanted = generated()
    wrong = [p for p, text in wanted.items() if not p.is_file() or p.read_text(encoding="utf-8") != text]
    return wrong + [p for p in (ROOT / "docs/rules").glob("*.md") if p not in wanted]


def main() -> int:
    """Exit 1 with --check where something is stale."""
    wrong = stale()
    for path in wrong:
        print(path.relative_to(ROOT))
    if "--check" in sys.argv:
        return int(bool(wrong))
    wanted = generated()
    for path in wrong:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
