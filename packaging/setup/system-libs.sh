#!/usr/bin/env bash
# Brings the system libraries that Python's venv and Qt need, and only those that are missing.
#
#   system-libs.sh [--list] PYTHON [base|xcb|wayland]...
#
# A library counts as missing when it cannot be loaded, so that any Linux is judged alike. What is missing is
# installed with apt by root or passwordless sudo; otherwise the exact line is printed and the exit code is 1.
# --list only prints the missing Debian packages.
set -u

list_only=
[ "${1:-}" = --list ] && { list_only=yes; shift; }
python=${1:?"usage: system-libs.sh [--list] PYTHON [base|xcb|wayland]..."}
shift
[ "$(uname -s)" = Linux ] || exit 0

# Debian package and the file Qt loads from it
base="libgl1=libGL.so.1 libegl1=libEGL.so.1 libxkbcommon0=libxkbcommon.so.0 libdbus-1-3=libdbus-1.so.3
    libfontconfig1=libfontconfig.so.1 libglib2.0-0=libgthread-2.0.so.0"
xcb="libxcb-cursor0=libxcb-cursor.so.0 libxcb-icccm4=libxcb-icccm.so.4 libxcb-keysyms1=libxcb-keysyms.so.1
    libxcb-shape0=libxcb-shape.so.0 libxkbcommon-x11-0=libxkbcommon-x11.so.0"
wayland="libwayland-cursor0=libwayland-cursor.so.0 libwayland-egl1=libwayland-egl.so.1"

missing_packages() {
    for part in "$@"; do
        case $part in
            base)
                "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
                pairs=$base ;;
            xcb) pairs=$xcb ;;
            wayland) pairs=$wayland ;;
            *) echo "system-libs.sh: unknown part $part" >&2; return 2 ;;
        esac
        # shellcheck disable=SC2086  # one word per pair
        "$python" - $pairs <<'PY'
import ctypes, sys
for pair in sys.argv[1:]:
    package, library = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
PY
    done
}

missing=$(missing_packages "${@:-base}" | tr '\n' ' ')
missing=${missing% }
[ -n "$list_only" ] && { [ -z "$missing" ] || echo "$missing"; exit 0; }
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends $missing"
if ! command -v apt-get >/dev/null; then
    echo "Missing system libraries. By their Debian names: $missing" >&2
    echo "Install them with this system's package manager, then run make again." >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=env
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    echo "These system packages are missing and this user may not install them. Run this line as root, then make again:" >&2
    echo "    apt-get update && $install" >&2
    exit 1
fi
echo "Installing the missing system packages: $missing"
# shellcheck disable=SC2086  # words on purpose, here and below
apt() { $as_root DEBIAN_FRONTEND=noninteractive "$@"; }
apt $install || { apt apt-get update && apt $install; } || {
    echo "apt could not install them. Run this line as root, then make again:" >&2
    echo "    apt-get update && $install" >&2
    exit 1
}
left=$(missing_packages "${@:-base}" | tr '\n' ' ')
[ -z "$left" ] || { echo "Still not usable after the installation: $left" >&2; exit 1; }
