#!/bin/sh
# Synthesises the applications beside this script with the CDK that package.json names, and keeps their templates:
#   npm install --no-package-lock --prefix <somewhere> && NODE_PATH=<somewhere>/node_modules ./synth.sh
set -eu
cd "$(dirname "$0")"
for program in *.js; do
  node - "$program" <<'JS'
const { writeFileSync, mkdirSync } = require('fs');
const { App } = require('aws-cdk-lib');
const program = process.argv[2];
// The version and path of the machine that ran this have no place in a fixture; the construct paths have.
const app = new App({ analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true }, outdir: require('fs').mkdtempSync(`${require('os').tmpdir()}/cdk-`) });
require(`${process.cwd()}/${program}`)(app);
for (const stack of app.synth().stacks) {
  const template = stack.template;
  // CDK's own check of the bootstrap: a parameter and a rule that say nothing of the network.
  delete template.Rules;
  delete template.Parameters?.BootstrapVersion;
  if (template.Parameters && Object.keys(template.Parameters).length === 0) delete template.Parameters;
  mkdirSync(`../${program.replace('.js', '')}`, { recursive: true });
  writeFileSync(`../${program.replace('.js', '')}/${stack.stackName}.template.json`, `${JSON.stringify(template, null, 2)}\n`);
}
JS
done
