"""One file a format, named as the format. Each has `write(findings, out, style)`; `out` takes text."""
