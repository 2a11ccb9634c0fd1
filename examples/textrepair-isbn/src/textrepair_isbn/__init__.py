"""Book numbers with letters that were read for digits: a checker (`misread.py`) and its rule (`rules/isbn.yaml`)."""
