#!/usr/bin/env bash
# Installs hegui from the action's own folder, apart from what the job has installed. Step `install` of action.yml.
# Reads PYTHON; writes the output `hegui`, the path of the command.
set -euo pipefail

venv=$RUNNER_TEMP/hegui
from="$GITHUB_ACTION_PATH with $PYTHON"

# A job may use the action more than once.
if [ "$(cat "$venv/installed" 2>/dev/null || true)" != "$from" ]; then
    "$PYTHON" -m venv --clear "$venv"
    pip=("$venv/bin/python" -m pip --disable-pip-version-check install --quiet)
    pins=$GITHUB_ACTION_PATH/constraints.txt
    # Build environments are held to the pins by newer versions of pip only.
    "${pip[@]}" -c "$pins" pip
    "${pip[@]}" -c "$pins" --build-constraint "$pins" "${GITHUB_ACTION_PATH}[formats,html]"
    printf '%s\n' "$from" >"$venv/installed"
fi
"$venv/bin/hegui" --version
printf 'hegui=%s\n' "$venv/bin/hegui" >>"$GITHUB_OUTPUT"
