#!/bin/sh
# What Terraform 1.11.4 makes of main.tf, in the three forms in which it tells of a plan. Needs no provider and no network.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
cp main.tf "$work"
(
  cd "$work"
  terraform init -no-color -input=false >/dev/null
  terraform plan -no-color -input=false -json -out=release.tfplan >messages.jsonl
  terraform show -json release.tfplan >plan.json
)
cp "$work/release.tfplan" "$work/messages.jsonl" "$work/plan.json" .
rm -rf "$work"
