#!/usr/bin/env bash
# Fills a virtual environment from a lock file: venv.sh DIR LOCK [PYTHON]
# The system libraries come first. A stamp named after the lock's content makes the next call instant.
set -eu
here=$(dirname "$0")
venv=$1
lock=$2
stamp="$venv/.$(basename "$lock" .lock)-$(cksum < "$lock" | tr -s ' ' -)"
[ -e "$stamp" ] && exit 0

python=${3:-$("$here/find-python.sh")}
"$here/system-libs.sh" "$python" base
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    echo "Making $venv with $python"
    "$python" -m venv --clear "$venv"
fi
echo "Installing the locked packages of $lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
rm -f "$venv/.$(basename "$lock" .lock)-"*
touch "$stamp"
