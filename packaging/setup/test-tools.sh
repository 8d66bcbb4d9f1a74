#!/usr/bin/env bash
# Brings the programs a few tests start: Xvfb for real screens, dbus-daemon for the desktop portal. Not needed to run.
# Where the user may not install them, those tests are skipped and this says how to get them. Never fails the run.
set -u
[ "$(uname -s)" = Linux ] || exit 0

missing=
command -v Xvfb >/dev/null || missing="$missing xvfb xauth"
command -v dbus-daemon >/dev/null || missing="$missing dbus"
python=${1:?"usage: test-tools.sh PYTHON"}
libraries=$("$(dirname "$0")/system-libs.sh" --list "$python" xcb)
missing="${missing# }${libraries:+ $libraries}"
[ -n "${missing// /}" ] || exit 0

install="apt-get install -y --no-install-recommends $missing"
if ! command -v apt-get >/dev/null; then
    as_root=
elif [ "$(id -u)" = 0 ]; then
    as_root=env
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    as_root=
fi
# shellcheck disable=SC2086  # words on purpose
if [ -n "$as_root" ]; then
    echo "Installing what a few tests start: $missing"
    $as_root DEBIAN_FRONTEND=noninteractive $install >/dev/null 2>&1 && exit 0
    $as_root DEBIAN_FRONTEND=noninteractive apt-get update >/dev/null 2>&1
    $as_root DEBIAN_FRONTEND=noninteractive $install >/dev/null 2>&1 && exit 0
fi
echo "Tests of real screens and of the desktop portal are skipped without: $missing"
echo "    apt-get update && $install"
