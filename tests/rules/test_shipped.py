"""The catalogue that a wheel brings ready-made: the same rules and plans, and never those of other files."""

import shutil

import pytest

from textrepair import plans, ready
from textrepair.rules import catalogue, load, own, shipped


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A copy of the built-in rules with what a wheel brings, and the rules as YAML says them."""
    folder = tmp_path_factory.mktemp("wheel") / "catalogue"
    shutil.copytree(catalogue.builtin_folder(), folder, ignore=shutil.ignore_patterns(shipped.NAME))
    with pytest.MonkeyPatch.context() as patch:
        for module in (catalogue, ready, plans):
            patch.setattr(module, "builtin_folder", lambda: folder)
        rules = catalogue.builtin_rules()
        (folder / shipped.NAME).write_bytes(ready.ready())
    return folder, rules


@pytest.fixture
def wheel(made, tmp_path, monkeypatch):
    """The built-in folder is a copy of it; nothing is remembered."""
    folder = tmp_path / "catalogue"
    shutil.copytree(made[0], folder)
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(shipped, "BESIDE", tmp_path)
    for module in (catalogue, plans):
        monkeypatch.setattr(module, "builtin_folder", lambda: folder)
    catalogue.forget()
    yield folder
    catalogue.forget()


def test_no_yaml_is_read_and_no_pattern_parsed(wheel, made, monkeypatch):
    """The rules are those of the YAML files, examples included; only a user's own file is read."""

    def refuse(*_):
        raise AssertionError("not on a first start")

    monkeypatch.setattr(load, "load_file", refuse)
    monkeypatch.setattr(plans, "_made", refuse)
    found = catalogue.load_catalogue()
    assert found == made[1]
    with plans.Plans() as known:
        assert all(known.of(rule).scope for rule in found if rule.kind != "protect")
    own_rule = wheel.parent / "own.yaml"
    own_rule.write_text("code: X")
    with pytest.raises(AssertionError):
        catalogue.load_catalogue([own_rule])


def test_plans_are_those_that_would_be_made(wheel, made):
    """Whatever is known from before."""
    with plans.Plans() as brought:
        mine = {rule.code: brought.of(rule) for rule in made[1] if rule.kind != "protect"}
    fresh = plans.Plans()
    assert mine == {rule.code: fresh.of(rule) for rule in made[1] if rule.kind != "protect"}


@pytest.mark.parametrize("change", ["edit", "add", "remove", "damage", "cut", "code", "version"])
def test_it_counts_only_for_what_it_was_made_from(wheel, change, tmp_path, monkeypatch):
    """Content decides, not time."""
    assert shipped.shipped(wheel) is not None
    shipped.shipped.cache_clear()
    file = next(iter(sorted(wheel.rglob("*.yaml"))))
    stored = wheel / shipped.NAME
    if change == "edit":
        file.write_bytes(file.read_bytes() + b"\n")
    elif change == "add":
        (wheel / "new.yml").write_text("")
    elif change == "remove":
        file.unlink()
    elif change == "damage":
        stored.write_bytes(stored.read_bytes().replace(b"JOI101", b"JOI102", 1))
    elif change == "cut":
        stored.write_bytes(stored.read_bytes()[:1000])
    elif change == "code":
        other = tmp_path / "plans.py"
        other.write_text("# other code")
        names = {**own.names(), "plans.py": str(other)}
        monkeypatch.setattr(own, "names", lambda: names)
    else:
        monkeypatch.setattr(shipped, "__version__", "99")
    assert shipped.shipped(wheel) is None
    shipped.shipped.cache_clear()


def test_a_wheel_has_it():
    """And it is the wheel's own. A checkout has one if it is installed, and good until something is changed."""
    folder = catalogue.builtin_folder()
    assert folder.name == "rules" or shipped.shipped(folder.resolve()) is not None


def test_an_editable_installation_has_it_beside_its_modules(wheel, tmp_path):
    """Not among the rules, from where it would go into wheels."""
    (wheel / shipped.NAME).rename(tmp_path / shipped.NAME)
    shipped.shipped.cache_clear()
    assert shipped.shipped(wheel) is not None
    (tmp_path / shipped.NAME).unlink()
    shipped.shipped.cache_clear()
    assert shipped.shipped(wheel) is None
