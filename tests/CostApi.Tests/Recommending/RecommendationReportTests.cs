using CostApi.Api;
using CostApi.OpenApi;
using CostApi.Tests.Snapshots;

namespace CostApi.Tests.Recommending;

/// <summary>Recommendations in every format, as they were looked at.</summary>
public sealed class RecommendationReportTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string> Reports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (example, _) in Examples.Of("Recommend", "request"))
                foreach (var format in ReportFormat.All.Where(format => format.Write is not null)) data.Add(example, format.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_recommendation_is_as_reviewed(string example, string format)
    {
        var reply = await service.PostAsync($"/v1/recommendations?format={format}", Examples.Of("Recommend", "request").Single(one => one.Name == example).Value.ToJsonString());
        Assert.Equal(200, reply.Status);
        var known = ReportFormat.All.Single(one => one.Name == format);
        Assert.Equal(known.MediaType, reply.ContentType);
        SnapshotFile.Matches($"tests/CostApi.Tests/Snapshots/Recommendations/{example}.{known.Extension}", reply.Text);
    }
}
