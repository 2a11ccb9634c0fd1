#!/bin/sh
# Programs the tests drive: git for diffs and hooks, Chromium for the HTML report. Debian and Ubuntu; elsewhere install them yourself.
set -eu
missing=""
command -v git >/dev/null || missing="$missing git"
command -v chromedriver >/dev/null || missing="$missing chromium chromium-driver"
[ -n "$missing" ] || exit 0
command -v apt-get >/dev/null || { echo "please install:$missing" >&2; exit 1; }
as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
