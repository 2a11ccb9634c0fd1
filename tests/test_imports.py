"""A module that is put off is loaded when something of it is used, and not before."""

import pytest
from helpers import shell

PUT_OFF = "import sys; from textrepair.imports import put_off; put_off('colorsys'); "


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("import colorsys; print('rgb_to_hsv' in vars(sys.modules['colorsys']))", "False"),
        ("import colorsys; print(colorsys.rgb_to_hsv(1, 1, 1))", "(0.0, 0.0, 1)"),
        ("from colorsys import rgb_to_hsv; print(rgb_to_hsv(1, 1, 1))", "(0.0, 0.0, 1)"),
        ("import colorsys; print(hasattr(colorsys, 'nothing'), type(colorsys).__name__)", "False module"),
        ("put_off('no_such_module'); print('no_such_module' in sys.modules)", "False"),
        (
            "import colorsys; from concurrent.futures import ThreadPoolExecutor as P; "
            "print(len(set(P(8).map(lambda _: colorsys.rgb_to_hsv, range(99)))))",
            "1",
        ),
        ("import json; put_off('json'); print(vars(json)['loads']('1'))", "1"),
    ],
)
def test_a_module_is_loaded_when_it_is_used(code, printed):
    """However it is imported; what is there already, or nowhere, is left alone."""
    assert shell(PUT_OFF + code) == printed


def test_ftfy_comes_without_openssl():
    """Three megabytes in every worker, for what nobody calls."""
    code = "import sys, textrepair.checkers.encoding.layers; print('ftfy' in sys.modules, '_hashlib' in sys.modules)"
    assert shell(code) == "True False"
