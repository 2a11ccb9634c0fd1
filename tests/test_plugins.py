"""Entry points are found, remembered and never silently dropped."""

import pytest

from textrepair import plugins, requirements
from textrepair.errors import ConfigError, PluginError


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A folder on the path with an installed package `house 1.2`; its entry points are to be written by the test."""
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path / "cache"))
    home = tmp_path / "place"
    info = home / "house-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.2\n")
    monkeypatch.syspath_prepend(str(home))
    plugins._all.cache_clear()
    yield lambda text: (info / "entry_points.txt").write_text(text)
    plugins._all.cache_clear()


def test_a_pack_is_a_package_with_yaml_files(package, tmp_path):
    """In a folder `rules` of its own, or beside its code."""
    package("[textrepair.rules]\nhouse = house_rules\n")
    (tmp_path / "place/house_rules/rules").mkdir(parents=True)
    assert plugins.pack_folders() == [(tmp_path / "place/house_rules/rules", "house")]
    assert plugins.installed() == {"house": "1.2"}


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("house = no_such_module", "no_such_module"),
        ("house = os:no_such_attribute", "no_such_attribute"),
        ("house = os:getpid", "names no folder"),
        ("house = os:sep2", "does not load"),
        ("house = string:digits", "there is no folder 0123456789"),
    ],
)
def test_a_pack_that_does_not_load_is_named(package, entry, says):
    """With its package, version and reason."""
    package(f"[textrepair.rules]\n{entry}\n")
    with pytest.raises(PluginError, match="house") as caught:
        plugins.pack_folders()
    assert says in caught.value.message
    assert "of house 1.2" in caught.value.message


def test_required_plugins(package):
    """Missing and outdated ones are errors."""
    package("[textrepair.rules]\nhouse = house_rules\n")
    requirements.check_required(["house", "House>=1.0,<2"])
    with pytest.raises(ConfigError, match=r"house>=2 is wanted, 1\.2 is installed"):
        requirements.check_required(["house>=2"])
    with pytest.raises(ConfigError, match="garden is not installed"):
        requirements.check_required(["garden"])
    with pytest.raises(ConfigError, match="is no requirement"):
        requirements.check_required(["?"])


@pytest.mark.parametrize(
    ("version", "wanted", "holds"),
    [
        ("0.1.0", ">=0.1", True), ("0.1.0", ">0.1", False), ("0.10.0", ">=0.9", True), ("1.2", "==1.2.0", True), ("1.2", "==1.*", True),
        ("1.2", "!=1.*", False), ("1.2.5", "~=1.2", True), ("2.0", "~=1.2", False), ("1.2", ">=1,<1.2", False), ("1.0rc1", ">=1.0", True),
    ],
)  # fmt: skip
def test_specifiers(version, wanted, holds):
    """The usual operators."""
    assert requirements.satisfies(version, wanted) is holds


def test_a_specifier_that_cannot_be_read():
    """Is an error, not a pass."""
    with pytest.raises(ConfigError, match="is no version specifier"):
        requirements.satisfies("1.0", "=>1")
