#!/bin/sh
# Installs hegui and what its developers use into a virtual environment: sh scripts/setup.sh .venv
# Takes the first Python that lacks nothing, or the one named by PYTHON. Says what is missing where none will do.
set -eu
cd "$(dirname "$0")/.."
venv=$1

complain() {
    printf 'Set-up stopped: %s\n' "$1" >&2
    exit 1
}

# Every python3.11, python3.12 ... on the path, in this order; a name that is there may still not run (version managers).
candidates() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" || complain "there is no $PYTHON. Name another: make PYTHON=/path/to/python3.11"
        return
    fi
    for name in python3.11 python3.12 python3.13 python3.14 python3; do
        printf '%s\n' "$PATH" | tr ':' '\n' | while IFS= read -r folder; do
            [ -x "$folder/$name" ] && printf '%s\n' "$folder/$name"
        done || true
    done
}

choose() {
    python='' almost='' lacking=''
    found=$(candidates) || exit 1
    while IFS= read -r candidate; do
        [ -n "$candidate" ] && "$candidate" -c '' >/dev/null 2>&1 || continue
        if answer=$("$candidate" scripts/preflight.py 2>&1); then
            python=$candidate
            return
        fi
        [ -n "$almost" ] || almost=$candidate lacking=$answer
    done <<LIST
$found
LIST
    [ -n "$almost" ] || complain "no Python that runs was found; hegui needs 3.11 or newer, with venv and headers \
(Debian, Ubuntu: apt-get install python3 python3-venv python3-dev). One elsewhere: make PYTHON=/path/to/python3.11"
    complain "$almost will not do:
$(printf '%s\n' "$lacking" | sed 's/^/  - /')
One that lacks nothing can be named: make PYTHON=/path/to/python3.11"
}

command -v git >/dev/null || complain "git is missing: tests list the committed files with it (Debian, Ubuntu: apt-get install git)"

# An environment that still runs is kept, unless another Python is asked for: a changed pin only needs an install.
if [ -n "${PYTHON:-}" ] || ! "$venv/bin/python" scripts/preflight.py >/dev/null 2>&1; then
    choose
    printf 'Setting up %s with %s (once; a minute or two)\n' "$venv" "$python" >&2
    "$python" -m venv --clear "$venv"
else
    printf 'Bringing %s up to date\n' "$venv" >&2
fi

"$venv/bin/python" -c 'import sys; sys.exit(sys.version_info >= (3, 13))' ||
    printf 'On this Python durable-rules does not build: it is left out, and with it the default engine\n' >&2

CC=$("$venv/bin/python" scripts/preflight.py compiler)
export CC
# Build environments are pinned too (setuptools, hatchling), which pip does only since 25.3: so pip itself comes first.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt pip >&2
"$venv/bin/python" -m pip install --quiet -c constraints.txt --build-constraint constraints.txt -e '.[dev]' >&2
