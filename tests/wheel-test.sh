#!/bin/sh
# The built wheel in an environment of its own, in a folder without src/: what users install is what is tested.
# Left out is what does not depend on how the package is installed and takes long: browser, hooks, packs, sizes.
set -eu
python=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip wheel --quiet --no-deps --wheel-dir "$work/dist" "$top"
"$python" -m venv "$work/venv" 2>/dev/null || { rm -rf "$work/venv"; "$python" -m venv --without-pip "$work/venv"; "$python" -m pip --python "$work/venv/bin/python" install --quiet pip; }
"$work/venv/bin/python" -m pip install --quiet "$work"/dist/*.whl -r "$top/tests/requirements.txt"
mkdir "$work/tree"
(cd "$top" && git ls-files -z | grep -zv '^src/' | xargs -0 cp --parents -t "$work/tree")
cd "$work/tree"
"$work/venv/bin/python" -m pytest --ignore tests/hooks --ignore tests/browser --ignore tests/test_packages.py --ignore tests/test_architecture.py -k "not million and not block_size and not interrupt"
