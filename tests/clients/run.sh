#!/usr/bin/env bash
# Generates clients of the contract with openapi-typescript, NSwag and Kiota, compiles them, and lets each ask the question of the
# README. The service must be built. The last line counts: "N passed, N failed, N skipped".
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
work=$(mktemp -d) || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 KIOTA_TUTORIAL_ENABLED=false
passed=0 failed=0 skipped=0 service=

finish() {
  [[ -n $service ]] && kill "$service" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT

check() { # check NAME COMMAND...: one test; its output is shown where it fails
  local name=$1
  shift
  if "$@" >"$work/$name.log" 2>&1 </dev/null; then
    echo "passed: $name"
    : $((passed += 1))
  else
    echo "FAILED: $name"
    tail -n 40 "$work/$name.log"
    : $((failed += 1))
  fi
}

skip() { # skip NAME WHY
  echo "skipped: $1: $2"
  : $((skipped += 1))
}

counts() {
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0)) || exit 1
  exit 0
}

# The sources are copied, so that nothing is written into the checkout.
cp -r "$here/." "$work/clients"
cd "$work/clients" || exit 1

dll=$repository/src/CostApi/bin/Debug/net10.0/CostApi.dll
[[ -f $dll ]] || { echo "src/CostApi is not built; run dotnet build CostApi.sln"; failed=1; counts; }
dotnet "$dll" --urls http://127.0.0.1:0 --Prices:Sources snapshot >"$work/service.log" 2>&1 </dev/null &
service=$!
address=
while [[ -z $address ]]; do
  kill -0 "$service" 2>/dev/null || { cat "$work/service.log"; failed=1; counts; }
  address=$(grep -o 'http://127.0.0.1:[0-9]*' "$work/service.log" 2>/dev/null | head -n 1)
  sleep 0.2
done

curl -sS --fail "$address/openapi/v1.json" -o openapi.json || { failed=1; counts; }
# What the README shows is what the clients ask, and what they must get.
python3 - "$repository/README.md" <<'PYTHON' || { failed=1; counts; }
import json, re, sys
readme = open(sys.argv[1], encoding="utf-8").read()
request = re.search(r"<!-- request: compare -->\n```sh\n.*? -d '(.*?)'\n```", readme, re.S).group(1)
answer = json.loads(re.search(r"<!-- answer: compare -->\n```json\n(.*?)```", readme, re.S).group(1))
json.dump(json.loads(request), open("request.json", "w"))
json.dump([answer["cheapest"]] + [[layout["name"], layout["monthlyCost"]] for layout in answer["layouts"]], open("expected.json", "w"))
PYTHON

typescript() {
  cd typescript && npm ci --no-audit --no-fund --ignore-scripts \
    && npx openapi-typescript ../openapi.json --output contract.d.ts && npx tsc && node ask.js "$address"
}

lint() {
  cd typescript && npx spectral lint ../openapi.json --ruleset spectral.yaml --fail-severity error
}

nswag() {
  dotnet tool run nswag openapi2csclient /input:openapi.json /output:nswag/Client.cs /classname:CostApiClient /namespace:Generated \
    /jsonLibrary:SystemTextJson /generateNullableReferenceTypes:true \
    && dotnet run --project nswag -- "$address"
}

kiota() {
  dotnet tool run kiota generate --openapi openapi.json --language CSharp --output kiota/Generated --class-name CostApiClient \
    --namespace-name Generated --clean-output --log-level Warning && dotnet run --project kiota -- "$address"
}

if command -v node >/dev/null && command -v npm >/dev/null; then
  check openapi-typescript eval '(typescript)'
  check spectral eval '(lint)'
else
  skip openapi-typescript "node is not installed"
  skip spectral "node is not installed"
fi

if dotnet tool restore >"$work/tools.log" 2>&1; then
  check nswag nswag
  check kiota kiota
else
  tail -n 3 "$work/tools.log"
  skip nswag "its tool cannot be restored"
  skip kiota "its tool cannot be restored"
fi

counts
