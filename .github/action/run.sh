#!/usr/bin/env bash
# What the GitHub Action does: check the generated code, then review changed metadata.
#
# Everything comes in by environment variables and is never pasted into a command: a branch or a file
# may have any name. Exit codes are Edmund's: 0 fine, 1 findings, 2 usage or bad input.
set -uo pipefail

config=()
[ -n "${EDMUND_CONFIG:-}" ] && config=("--config=$EDMUND_CONFIG")
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
worst=0

note() { # keep the worse exit code
  [ "$1" -gt "$worst" ] && worst=$1
  return 0
}

if [ "${EDMUND_CHECK:-true}" = true ]; then
  edmund generate --check --stat ${config[@]+"${config[@]}"}
  code=$?
  note "$code"
  case $code in
    0) echo "Generated code is up to date." >>"$summary" ;;
    1) echo "Generated code is **out of date**: run \`edmund generate\` and commit what it changes." >>"$summary" ;;
    *) echo "Generated code **could not be checked**; the log says why." >>"$summary" ;;
  esac
fi

base=${EDMUND_BASE:-}
# A revision is never an option, and a colon would name a file, or a reference to write.
case $base in
  -* | *:* | *[[:space:][:cntrl:]]*)
    echo "::error::the input base is not the name of a branch, a tag or a commit"
    exit 2
    ;;
esac
case ${EDMUND_FAIL_ON:-breaking} in
  breaking | warning | none) ;;
  *)
    echo "::error::the input fail-on is none of breaking, warning and none"
    exit 2
    ;;
esac
if [ "${EDMUND_REVIEW:-true}" = true ] && [ -n "$base" ]; then
  if ! git rev-parse --quiet --verify --end-of-options "$base^{commit}" >/dev/null 2>/dev/null; then
    if git fetch --quiet --no-tags --depth=1 --end-of-options origin "$base"; then
      base=$(git rev-parse FETCH_HEAD) # a branch that is fetched gets no name of its own
    else
      echo "::error::the base revision cannot be fetched"
      note 2
    fi
  fi
  listed=$(mktemp)
  report=$(mktemp)
  trap 'rm -f "$listed" "$report"' EXIT
  # The metadata of all clients, each file once, ended by NUL.
  edmund config show --json ${config[@]+"${config[@]}"} | python3 -c '
import json, sys
settings = json.load(sys.stdin).get("settings", [])
files = [path for s in settings if s["key"] == "metadata" for path in s["value"]]
sys.stdout.write("".join(path + "\0" for path in dict.fromkeys(files)))
' >"$listed" || note 2
  while IFS= read -r -d '' file; do
    git cat-file -e "$base:./$file" 2>/dev/null || continue
    git diff --quiet --end-of-options "$base" -- "$file" && continue
    edmund review --fail-on="${EDMUND_FAIL_ON:-breaking}" --format markdown --output "$report" \
      -- "$base:./$file" "$file" </dev/null
    note $?
    cat "$report" >>"$summary"
    : >"$report"
  done <"$listed"
fi

exit "$worst"
