#!/bin/sh
# Reviews a Terraform plan, or a CloudFormation template, and writes the comment to review.md.
#
#   review.sh plan.json 'maxMonthlyIncrease=100&failOn=error'
#   review.sh template.yaml 'region=eu-west-1&maxMonthlyCost=500'
#
# Exits with 0 where the verdict is pass, 1 where it is fail, and 2 where there is no review.
# COSTAPI_URL says where the service is; COSTAPI_TRAFFIC names a file with the traffic, if there is one.
set -eu

document=$1
query=${2:-}
url=${COSTAPI_URL:-http://localhost:5000}

kind=terraform
grep -q '"format_version"\|"terraform_version"' "$document" || kind=cloudformation

headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
set -- -F "document=@$document"
if [ -n "${COSTAPI_TRAFFIC:-}" ]; then set -- "$@" -F "traffic=@$COSTAPI_TRAFFIC"; fi
if ! curl -sS --fail-with-body -D "$headers" -o review.md "$@" "$url/v1/reviews/$kind?format=markdown&$query"; then
  cat review.md >&2 2>/dev/null || true
  exit 2
fi

verdict=$(tr -d '\r' < "$headers" | sed -n 's/^[Cc]ost[Aa]pi-[Vv]erdict: *//p')
echo "$document: $verdict. $(sed -n '1s/^## //p' review.md)"
[ "$verdict" = pass ]
