#!/bin/sh
# Reviews each of the CloudFormation templates that it is given.
#
# Exits with 0 where every verdict is pass, 1 where one is fail, and 2 where there is no review of one.
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
