"""Without google-re2 or the kernel (neither is for every machine) the result is the same; `-v` says why it is slower."""

import json
import subprocess
import sys

TEXT = "It was the the end ofthe war.Then they re ported it , and cafÃ© US*** and party.\n\nThe end &amp;amp; so on"
RUN = """
import sys
if {blocked!r}:
    sys.modules[{blocked!r}] = None  # an import of it fails
from textrepair.cli.main import main
sys.exit(main({arguments!r}))
"""


def ran(folder, blocked, *arguments):
    """The result of a command in a process of its own."""
    code = RUN.format(blocked=blocked, arguments=list(arguments))
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)


def test_same_result_and_one_word_about_it(tmp_path):
    """All files but the timings are equal, byte for byte."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT, "id": 1}) + "\n", encoding="utf-8")
    arguments = "fix", "a.txt", "b.jsonl", "--isolated", "--exit-zero", "--unsafe-fixes", "--lang", "en", "-v"
    outputs = []
    for blocked in ("", "re2", "textrepair.kernel._kernel"):
        done = ran(tmp_path, blocked, *arguments, "-o", f"out{blocked}")
        assert done.returncode == 0, done.stderr
        assert done.stderr.count("google-re2 is not installed") == (blocked == "re2")
        assert done.stderr.count("the kernel was not compiled") == (blocked == "textrepair.kernel._kernel")
        out = tmp_path / f"out{blocked}"
        outputs.append({p.relative_to(out): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()})
    for other in outputs[1:]:
        for name in outputs[0]:
            if name.suffix != ".html" and name.name != "summary.json":
                assert outputs[0][name] == other[name], name
        assert outputs[0].keys() == other.keys()
    assert len((tmp_path / "out/defects.jsonl").read_bytes().splitlines()) > 10
