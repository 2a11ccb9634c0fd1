"""The example packages, installed into a fresh environment and used there."""

import os
import site
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="paths of environments differ there")


class Environment:
    """A virtual environment with textrepair and the two examples installed, and our own dependencies in sight."""

    def __init__(self, home: Path) -> None:
        self.home = home
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
        self.packages = next((home / "lib").glob("python*/site-packages"))
        (self.packages / "dependencies.pth").write_text(
            "\n".join([*site.getsitepackages(), sysconfig.get_path("purelib")])
        )

    def install(self, *folders: Path) -> None:
        """Build and install; only the build backend comes from the package index."""
        pip = [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(self.home / "bin/python"),
            "install",
            "--no-deps",
            "--quiet",
        ]
        done = subprocess.run([*pip, *map(str, folders)], capture_output=True, text=True, timeout=300)
        if done.returncode and (
            "No matching distribution found for hatchling" in done.stderr or "Connection" in done.stderr
        ):
            pytest.skip("the package index cannot be reached")
        assert done.returncode == 0, done.stderr

    def run(self, *args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run the installed command, away from the checkout."""
        env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "TEXTREPAIR_CACHE")}
        env["TEXTREPAIR_CACHE"] = str(self.home / "cache")
        command = [self.home / "bin/python", "-m", "textrepair", *args]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=self.home, env=env, timeout=120)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The environment, made once."""
    environment = Environment(tmp_path_factory.mktemp("fresh") / "env")
    environment.install(ROOT, ROOT / "examples/textrepair-newsroom", ROOT / "examples/textrepair-isbn")
    return environment


def test_rules_of_packs_are_in_the_catalogue(fresh):
    """Beside the built-in ones, with the name of their pack."""
    done = fresh.run("rules", "list", "--output-format", "json")
    assert done.returncode == 0, done.stderr
    assert '"source": "newsroom:slugs.yaml:2"' in done.stdout
    assert '"source": "isbn:isbn.yaml:2"' in done.stdout
    assert '"code": "JOI101"' in done.stdout


def test_packs_pass_their_own_tests(fresh):
    """In the company of the whole catalogue."""
    done = fresh.run("rules", "test", "--select", "BLP951,BLP952,PUN951,ENC951")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 rules" in done.stderr


def test_a_checker_of_a_package_repairs(fresh):
    """By default, as its rule is safe; the page of the rule shows its options."""
    done = fresh.run("fix", "-", "--lang", "en", "--exit-zero", stdin="See ISBN 978-O-306-4O615-7.\n")
    assert done.stdout == "See ISBN 978-0-306-40615-7.\n", done.stderr
    assert "`confusable`" in fresh.run("rules", "show", "ENC951").stdout


def test_an_unsafe_rule_of_a_pack(fresh):
    """Is applied on demand, and can be ignored by its name."""
    text = "The minister resigned on Monday.\n(MORE TO FOLLOW)\n"
    done = fresh.run("fix", "-", "--lang", "en", "--exit-zero", "--unsafe-fixes", stdin=text)
    assert done.stdout == "The minister resigned on Monday.\n", done.stderr
    done = fresh.run(
        "fix", "-", "--lang", "en", "--exit-zero", "--unsafe-fixes", "--ignore", "newsroom-more-to-follow", stdin=text
    )
    assert done.stdout == text


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("textrepair_newsroom/__init__.py", "raise RuntimeError('broken on purpose')"),
        ("textrepair_isbn/misread.py", "import a_package_that_is_not_there"),
        ("textrepair_isbn/misread.py", "check = 1"),
        ("textrepair_newsroom/rules/slugs.yaml", "code: BLP951\nnmae: x"),
    ],
)
def test_a_broken_plugin_is_an_error_with_its_name(fresh, file, text):
    """Exit 2, never a run with half of the rules; also when the cache is warm."""
    path = fresh.packages / file
    whole = path.read_text()
    fresh.run("rules", "list")
    try:
        path.write_text(text)
        done = fresh.run("check", "-", stdin="a text\n")
        assert done.returncode == 2
        assert ("newsroom" if "newsroom" in file else "isbn") in done.stderr
    finally:
        path.write_text(whole)


def test_required_plugins(fresh):
    """A configuration can demand what it was written for."""
    config = fresh.home / "textrepair.toml"
    config.write_text('required-plugins = ["textrepair-isbn>=9"]\n')
    try:
        done = fresh.run("check", "-", stdin="a text\n")
    finally:
        config.unlink()
    assert done.returncode == 2
    assert "textrepair-isbn" in done.stderr
