#!/usr/bin/env bash
# Opens the program: run.sh PYTHON [ARGUMENT]...
# Without a display the guided tour runs instead, unless arguments ask for something else.
set -eu
here=$(dirname "$0")
python=$1
shift
tour=build/tour

if [ "$(uname -s)" = Linux ]; then
    [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8 # Qt warns of any other
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        "$here/system-libs.sh" "$python" base wayland
    elif [ -n "${DISPLAY:-}" ]; then
        "$here/system-libs.sh" "$python" base xcb
    else
        export QT_QPA_PLATFORM=offscreen
        if [ $# = 0 ]; then
            echo "There is no display here, so the guided tour runs instead of the window."
            "$python" main.py --tour "$tour"
            echo "The tour's pictures are in $(pwd)/$tour"
            exit 0
        fi
    fi
fi
exec "$python" main.py "$@"
