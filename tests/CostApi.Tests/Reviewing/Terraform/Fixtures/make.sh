#!/bin/sh
# Plans every project here with the real Terraform and provider, and keeps the plan as JSON.
# TF_CLI_CONFIG_FILE names a CLI configuration with a mirror that holds hashicorp/aws 5.100.0. Nothing talks to AWS.
set -eu
cd "$(dirname "$0")"
for project in ${*:-*/}; do
  project=${project%/}
  [ -f "$project/main.tf" ] || continue
  work=$(mktemp -d)
  cp -r "$project/." "$work"
  rm -f "$work/plan.json"
  (
    cd "$work"
    terraform init -no-color -input=false >/dev/null
    terraform plan -no-color -input=false -refresh=false -out=plan >/dev/null
    # The time is the only thing in it that changes from one run to the next.
    terraform show -json plan | jq -c 'del(.timestamp)' >plan.json
  )
  cp "$work/plan.json" "$project/plan.json"
  rm -rf "$work"
  echo "$project"
done
