#!/usr/bin/env bash
# Fills a virtual environment from a lock file: venv.sh DIR LOCK [PYTHON]
# The system libraries come first. A stamp named after the lock's content makes the next call instant.
set -eu
here=$(dirname "$0")
venv=$1
lock=$2
prefix="$venv/.locked-$(basename "$lock")-"
stamp="$prefix$(cksum < "$lock" | tr -s ' ' -)"

# A folder that was moved or copied, or whose Python is gone, has an environment that no longer works.
usable() { grep -qsF "$(pwd -P)/$venv" "$venv/bin/activate" && "$venv/bin/python" -m "$1" --help >/dev/null 2>&1; }
[ -e "$stamp" ] && usable this && exit 0

python=${3:-$("$here/find-python.sh")}
"$here/system-libs.sh" "$python" base
if ! usable pip; then
    echo "Making $venv with $python"
    "$python" -m venv --clear "$venv"
fi
echo "Installing the locked packages of $lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
rm -f "$prefix"*
touch "$stamp"
