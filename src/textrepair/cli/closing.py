"""The last words on stderr: counts, and why the exit code is what it is."""

from __future__ import annotations

from ..reports import Findings
from ..run import Summary
from .session import Session


def close(session: Session, findings: Findings, *, changes: list[str] | None = None) -> int:
    """Say what was found and return the exit code. `changes`: reasons to fail beside what remains."""
    say = session.terminal.say
    summary = findings.summary
    shown = findings.limit
    if shown is not None and shown < summary.total():
        say(f"{summary.total() - shown:,} more defects are not listed (--limit {shown})")
    say(_counted(findings))
    if findings.baseline is not None:
        say(_of_baseline(findings))
    session.terminal.detail(
        f"{summary.bytes / 1e6:,.1f} MB in {summary.seconds:,.1f} s, "
        f"{summary.superseded:,} matches lost to stronger ones"
    )
    reasons = session.gate.objections(summary) + (changes or [])
    if reasons and session.given.exit_zero:
        say(f"textrepair: exit 0: --exit-zero, although {'; '.join(reasons)}")
        return 0
    if reasons:
        session.terminal.insist(f"textrepair: exit 1: {'; '.join(reasons)}")
        return 1
    say(f"textrepair: exit 0: {_passed(session, summary)}")
    return 0


def _counted(findings: Findings) -> str:
    s = findings.summary
    total, applied = s.total(), s.total("applied")
    if not total:
        return f"Found no defects in {s.records:,} {_plural('record', s.records)}."
    where = f"in {s.records_with_defects:,} of {s.records:,} {_plural('record', s.records)}"
    if findings.command == "check":
        safe, unsafe = s.total("safe"), s.total("unsafe")
        found = f"Found {total:,} {_plural('defect', total)} {where}"
        if findings.unsafe_fixes:
            return f"{found}: {safe + unsafe:,} fixable with `textrepair fix --unsafe-fixes`."
        return f"{found}: {safe:,} fixable with `textrepair fix`{_more(unsafe)}."
    left = total - applied
    unsafe = sum(max(0, c["unsafe"] - c["applied_unsafe"]) for c in s.rules.values())
    tail = f"; {left:,} {_plural('remains', left, 'remain')}{_more(unsafe)}" if left else ""
    return f"Found {total:,} {_plural('defect', total)} {where}: {applied:,} fixed{tail}."


def _more(unsafe: int) -> str:
    return f" ({unsafe:,} more with --unsafe-fixes)" if unsafe else ""


def _of_baseline(findings: Findings) -> str:
    stale = findings.stale
    text = f"Baseline: {findings.known:,} known {_plural('defect', findings.known)} not counted"
    return text + (
        f"; {stale:,} stale {_plural('entry', stale, 'entries')}: write it anew with --write-baseline" if stale else ""
    )


def _passed(session: Session, summary: Summary) -> str:
    level = session.gate.fail_on
    if level == "never":
        return "the gate holds (--fail-on never)" if summary.total() else "nothing was found"
    if not summary.records and summary.rules.get("INP003"):
        return "nothing was checked: no record has the field; name it with --field"
    return f"nothing of severity {level}{'' if level == 'error' else ' or above'} remains"


def _plural(word: str, number: int, many: str = "") -> str:
    return word if number == 1 else many or word + "s"
