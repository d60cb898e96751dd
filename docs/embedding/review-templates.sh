#!/bin/sh
# Reviews each of the CloudFormation templates in the arguments.
#
# The exit code is 0 if every verdict is pass, 1 if a verdict is fail, and 2 if a template has no review.
# AWS_REGION and MAX_MONTHLY_COST set the Region (default eu-west-1) and the budget per month (default 1000).
set -eu
status=0
COSTAPI_REPORT=$(mktemp)
export COSTAPI_REPORT
trap 'rm -f "$COSTAPI_REPORT"' EXIT
for template in "$@"; do
  one=0
  "$(dirname -- "$0")/review.sh" "$template" "region=${AWS_REGION:-eu-west-1}&maxMonthlyCost=${MAX_MONTHLY_COST:-1000}" || one=$?
  if [ "$one" -gt "$status" ]; then status=$one; fi
done
exit "$status"
