"""placeholder"""
def write(findings, out, style):
    out("<!doctype html>")
