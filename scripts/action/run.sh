#!/usr/bin/env bash
# Runs `hegui audit` or, where there is a launch, `hegui gate`. Step `run` of action.yml.
# Reads HEGUI and INPUT_*; writes annotations, the step's summary, and the outputs verdict, exit-code, report and sarif.
set -euo pipefail

output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }

refuse() {
    output exit-code 2
    printf '::error::hegui: %s\n' "$1"
    exit 2
}

# A line break in an input would end its line among the outputs, and begin one of its own.
for name in FACTS LAUNCH AS_OF FAIL_ON WAIVERS BASELINE LANG SARIF; do
    input=INPUT_$name
    case ${!input} in *$'\n'* | *$'\r'*) refuse "the input $name holds a line break; in YAML write it on one line" ;; esac
done
[ -n "$INPUT_FACTS" ] || refuse 'the input facts is empty; name the file of the facts'
if [ -n "$INPUT_LAUNCH" ] && [ -n "$INPUT_BASELINE$INPUT_SARIF$INPUT_OUTPUTS" ]; then
    refuse 'baseline, sarif and outputs are for audits, and a launch is given; leave them out, or use the action twice'
fi

work=$(mktemp -d "$RUNNER_TEMP/hegui-run.XXXXXX")
report=$work/report.json

# Further arguments come first: of an option that is given twice the last one counts, and the format is not theirs to choose.
arguments=(--color=never)
lines_of() {
    while IFS= read -r line; do
        line=${line%$'\r'}
        [ -z "${line//[[:space:]]/}" ] || arguments+=("$2$line")
    done <<<"$1"
}
option() { [ -z "$2" ] || arguments+=("$1=$2"); }
lines_of "$INPUT_ARGUMENTS" ''
option --as-of "$INPUT_AS_OF"
option --fail-on "$INPUT_FAIL_ON"
option --waivers "$INPUT_WAIVERS"
option --baseline "$INPUT_BASELINE"
option --lang "$INPUT_LANG"

code=0
if [ -n "$INPUT_LAUNCH" ]; then
    gate=(gate "${arguments[@]}" "--facts=$INPUT_FACTS")
    "$HEGUI" "${gate[@]}" --format=json -- "$INPUT_LAUNCH" >"$report" 2>/dev/null || true
    "$HEGUI" "${gate[@]}" --format=github -- "$INPUT_LAUNCH" 2>"$work/notes" || code=$?
else
    lines_of "$INPUT_OUTPUTS" --output=
    [ -z "$INPUT_SARIF" ] || arguments+=("--output=sarif=$INPUT_SARIF")
    "$HEGUI" audit "${arguments[@]}" "--output=json=$report" --format=github -- "$INPUT_FACTS" 2>"$work/notes" || code=$?
fi

# Messages may quote what a file or its name holds: nothing of them is a command to GitHub.
if [ -s "$work/notes" ]; then
    token=${work##*.}-$RANDOM$RANDOM
    printf '::stop-commands::%s\n' "$token"
    cat "$work/notes"
    printf '::%s::\n' "$token"
fi

# Without a report there is no verdict, whatever the exit code is (--help among the arguments ends with 0).
verdict=''
if [ "$code" -eq 0 ] || [ "$code" -eq 1 ] || [ "$code" -eq 3 ]; then
    read_verdict='import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8"))["verdict"])'
    verdict=$("${HEGUI%/*}/python" -I -c "$read_verdict" "$report" 2>/dev/null) || refuse "no report was made; exit code $code"
fi
output verdict "$verdict"
output exit-code "$code"
if [ -n "$verdict" ]; then
    output report "$report"
    [ -z "$INPUT_SARIF" ] || output sarif "$INPUT_SARIF"
fi
exit "$code"
