#!/bin/sh
# Reviews a Terraform or OpenTofu plan or state, or a CloudFormation template, and writes the report to review.md.
#
#   review.sh plan.json 'maxMonthlyIncrease=100&failOn=error'
#   review.sh template.yaml 'region=eu-west-1&maxMonthlyCost=500'
#
# The exit code is 0 if the verdict is pass, 1 if it is fail, and 2 if there is no review. In that case, review.md says why, so that
# it never contains an earlier report.
#
# COSTAPI_URL      address of the service; default http://localhost:5000
# COSTAPI_TRAFFIC  a file with the traffic; default none
# COSTAPI_IGNORE   a file with accepted findings; default .costapi.yml next to the document, if it exists
# COSTAPI_REPORT   the report to write; default review.md
# COSTAPI_MARK     identifies the comment that comment.sh updates, for several reviews of one pull request; default costapi-review
set -eu

document=$1
query=${2:-}
url=${COSTAPI_URL:-http://localhost:5000}
report=${COSTAPI_REPORT:-review.md}
mark=$(printf %s "${COSTAPI_MARK:-costapi-review}" | tr -c 'A-Za-z0-9_.\n' '-' | tr -s '-')
ignore=${COSTAPI_IGNORE:-}
if [ -z "$ignore" ] && [ -f "$(dirname -- "$document")/.costapi.yml" ]; then ignore=$(dirname -- "$document")/.costapi.yml; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f -- "$report"

# The mark is invisible. comment.sh finds the comment by it.
write() {
  printf '<!-- %s -->\n' "$mark" > "$work/marked"
  cat "$1" >> "$work/marked"
  cat "$work/marked" > "$report"
}

no_review() {
  {
    printf '## No review\n\nThe network in this document was not reviewed:\n\n'
    sed 's/^/    /' "$work/why"
  } > "$work/none"
  write "$work/none"
  cat "$work/why" >&2
  exit 2
}

# Commas and semicolons in a file name have a special meaning for curl, so each part is sent under a simple name.
part() {
  if ! cat -- "$2" > "$work/$1" 2> "$work/why"; then no_review; fi
}
part document "$document"
set -- -F "document=@document"
if [ -n "${COSTAPI_TRAFFIC:-}" ]; then
  part traffic "$COSTAPI_TRAFFIC"
  set -- "$@" -F "traffic=@traffic"
fi
if [ -n "$ignore" ]; then
  part ignore "$ignore"
  set -- "$@" -F "ignore=@ignore"
fi

if ! (cd "$work" && curl -sS --fail-with-body --connect-timeout 10 --max-time 300 -D headers -o body "$@" "$url/v1/reviews?format=markdown&$query" 2> why); then
  if [ -s "$work/body" ]; then printf '\n' >> "$work/why"; cat "$work/body" >> "$work/why"; fi
  no_review
fi

verdict=$(tr -d '\r' < "$work/headers" | sed -n 's/^[Cc]ost[Aa]pi-[Vv]erdict: *//p' | tail -n 1)
case $verdict in
  pass | fail) ;;
  *)
    echo "The answer of $url has no CostApi-Verdict: it does not come from a review." > "$work/why"
    no_review
    ;;
esac
write "$work/body"
printf '%s: %s\n' "$document" "$(sed -n '1s/^## //p' "$work/body")"
[ "$verdict" = pass ]
