using System.Text.RegularExpressions;
using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>What a finding promises to save is what its remedy saves.</summary>
public sealed partial class FindingProperties
{
    private const decimal Tolerance = 1e-6m;

    [Fact]
    public void A_missing_gateway_endpoint_saves_what_the_finding_says() => AssertSaves(
        FindingCodes.FreeGatewayEndpointMissing,
        (vpc, finding) => finding.Resource is null && AddGateway().Match(finding.Message) is { Success: true } service
            ? vpc.With(new Endpoint { Type = EndpointType.Gateway, Service = service.Groups[1].Value })
            : null);

    [Fact]
    public void An_endpoint_that_captures_nothing_saves_its_hours_when_it_goes() =>
        AssertSaves(FindingCodes.EndpointCapturesNothing, RemoveEndpoint);

    [Fact]
    public void An_endpoint_below_its_break_even_saves_what_the_finding_says_when_it_goes() =>
        AssertSaves(FindingCodes.EndpointBelowBreakEven, RemoveEndpoint);

    [Fact]
    public void An_endpoint_beside_one_of_another_VPC_saves_what_the_finding_says_when_it_goes() =>
        AssertSaves(FindingCodes.EndpointBelowBreakEven, RemoveEndpoint, Hubs);

    [Fact]
    public void A_NAT_that_goes_or_moves_saves_what_the_finding_says() => Requests.Small.Holds(request =>
    {
        var before = request.Price();
        foreach (var finding in before.Findings.Where(finding => finding.Code is FindingCodes.CrossZoneNat or FindingCodes.NatGatewayUnused && finding.MonthlySaving is not null))
        {
            var after = (request with { Layouts = [finding.Advice!.Edit(request.Layouts[0])] }).Price();
            Property.Near(before.MonthlyCost - finding.MonthlySaving!.Value, after.MonthlyCost, Tolerance);
            Assert.Equal(before.Routes.Select(route => route.Path), after.Routes.Select(route => route.Path));
        }
    });

    private static Vpc? RemoveEndpoint(Vpc vpc, Finding finding) =>
        vpc.Without(finding.Resource!) is var without && without.Endpoints.Count == vpc.Endpoints.Count - 1 ? without : null;

    // Each remedy alone: what one saves may depend on what the others left.
    private static void AssertSaves(string code, Func<Vpc, Finding, Vpc?> remedy, Gen<ComparisonRequest>? requests = null) => (requests ?? Requests.Small).Holds(
        request =>
        {
            var before = request.Price();
            foreach (var finding in before.Findings.Where(finding => finding.Code == code && finding.MonthlySaving is not null))
            {
                var vpc = request.Layouts[0].Vpcs.Single(vpc => vpc.Name == finding.Vpc);
                if (remedy(vpc, finding) is not { } better) continue;
                var after = request.EachVpc(one => one == vpc ? better : one).Price();
                Property.Near(before.MonthlyCost - finding.MonthlySaving!.Value, after.MonthlyCost, Tolerance);
            }
        });

    // Every VPC has an endpoint for the service that every other may use.
    private static Gen<ComparisonRequest> Hubs { get; } =
        from request in Requests.Small
        from gb in Amounts.Gb
        let layout = request.Layouts[0]
        let vpcs = layout.Vpcs.Select(vpc => vpc.With(new Endpoint { Type = EndpointType.Interface, Service = "kms", Shared = true })).ToArray()
        select request with
        {
            Layouts =
            [
                layout with
                {
                    Vpcs = vpcs,
                    TransitGateway = new TransitGateway { Attachments = [.. vpcs.Select(vpc => vpc.Name)] },
                    Traffic = [.. layout.Traffic ?? request.Traffic, new Flow { From = vpcs[0].Name, To = "kms", SentGb = gb }],
                },
            ],
        };

    [GeneratedRegex("[Aa]dd a gateway endpoint for ([a-z0-9]+) to")]
    private static partial Regex AddGateway();
}
