#!/usr/bin/env bash
# Writes requirements.lock and requirements-dev.lock for every system at once: lock.sh [PYTHON]
# uv resolves; it lives in a virtual environment of its own and is never part of the program's.
set -eu
here=$(dirname "$0")
tool=build/lock-venv
if [ ! -x "$tool/bin/uv" ]; then
    "${1:-$("$here/find-python.sh")}" -m venv "$tool"
    "$tool/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: uv
fi
compile() {
    "$tool/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --only-binary :all: \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"
}
compile pyproject.toml -o requirements.lock
compile pyproject.toml --extra dev --constraint requirements.lock -o requirements-dev.lock
