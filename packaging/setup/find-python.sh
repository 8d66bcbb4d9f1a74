#!/usr/bin/env bash
# Prints the first Python 3.11 or newer that starts, one that can make virtual environments by preference.
set -u
usable='import sys; sys.exit(sys.version_info < (3, 11))'
fallback=
for name in python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3; do
    path=$(command -v "$name") || continue
    "$path" -c "$usable" 2>/dev/null || continue
    if "$path" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "$path"
        exit 0
    fi
    fallback=${fallback:-$path}
done
[ -n "$fallback" ] && echo "$fallback" && exit 0
echo "Python 3.11 or newer was not found. On Debian 12 or newer: apt-get install python3" >&2
exit 1
