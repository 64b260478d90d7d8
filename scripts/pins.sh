#!/bin/sh
# Writes constraints.txt anew: what a fresh environment gets today, as names and versions without addresses.
# setuptools is among them because durable-rules is built with it.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --upgrade pip setuptools
"$work/venv/bin/python" -m pip install --quiet -e '.[audit,dev,fuzz,mutation,peers,spark]'
"$work/venv/bin/python" -m pip freeze --all --exclude hegui |
    awk -F '==' 'NF == 2 { name = tolower($1); gsub(/[_.]/, "-", name); print name "==" $2 }' |
    LC_ALL=C sort >"$work/constraints.txt"
cp "$work/constraints.txt" constraints.txt
