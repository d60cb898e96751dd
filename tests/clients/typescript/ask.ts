import type { components } from "./contract.js";

type Schemas = components["schemas"];

declare const process: { argv: string[]; exitCode: number };

const app = (endpoints: Schemas["Endpoint"][]): Schemas["Vpc"] => ({
  name: "app",
  availabilityZones: ["a", "b", "c"],
  natGateway: { mode: "zonal", availabilityZones: ["a"] },
  endpoints,
});

const request: Schemas["ComparisonRequest"] = {
  region: "eu-west-1",
  traffic: [
    { from: "app", to: "s3", sentGb: 200, receivedGb: 1800 },
    { from: "app", to: "sqs", sentGb: 40, receivedGb: 60 },
    { from: "app", to: "internet", sentGb: 150, receivedGb: 300 },
  ],
  layouts: [
    { name: "one NAT", vpcs: [app([])] },
    {
      name: "endpoints",
      vpcs: [app([
        { type: "gateway", service: "s3" },
        { type: "interface", service: "sqs", availabilityZones: ["a", "b"] },
      ])],
    },
  ],
};

const response = await fetch(`${process.argv[2]}/v1/comparisons`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(request),
});
const answer = (await response.json()) as Schemas["Comparison"];
const got = JSON.stringify([answer.cheapest, ...answer.layouts.map((layout) => [layout.name, layout.monthlyCost])]);

// @ts-expect-error Node's own types are not installed.
const { readFileSync } = await import("node:fs");
const expected = JSON.stringify(JSON.parse(readFileSync("../expected.json", "utf8")));
console.log(`${got}, expected ${expected}`);
process.exitCode = got === expected ? 0 : 1;
