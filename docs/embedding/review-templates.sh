#!/bin/sh
# Reviews each of the CloudFormation templates that it is given; fails where one of them does.
set -eu
status=0
for template in "$@"; do
  "$(dirname "$0")/review.sh" "$template" "region=${AWS_REGION:-eu-west-1}&maxMonthlyCost=${MAX_MONTHLY_COST:-1000}" || status=1
done
exit "$status"
