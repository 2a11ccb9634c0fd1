"""The candidate search: which rules must look at which lines. Everything else of the text is never read by Python.

A few DFA passes over the joined texts of a batch and one over its words (in C: see `kernel/`) say where any rule could
match.
A gate never decides: with `plain` every rule looks at every line, and the defects are the same.
"""
