using CostApi.Core.Reviewing.Findings;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

public sealed class MutatedPlanTests
{
    [Fact]
    public async Task A_mutated_plan_is_priced_or_refused_and_takes_no_time()
    {
        var plans = FixtureTests.Names.Select(name => new MutatedPlan(FixtureTests.Plan(name))).ToArray();
        await new Mutations(Dialect.Terraform, "TERRAFORM_MUTATIONS", random => plans[random.Next(plans.Length)].By(random), (bytes, _) => TerraformReader.Read(bytes)).TryAsync(12_000);
    }
}
