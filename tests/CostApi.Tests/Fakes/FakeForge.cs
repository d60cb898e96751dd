using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostApi.Tests.Fakes;

/// <summary>The comments of one pull request on GitHub, and of one merge request on GitLab, over a socket.</summary>
internal sealed class FakeForge : IAsyncDisposable
{
    public const string Bot = "github-actions[bot]";
    public const string GitLabBot = "project_7_bot";
    private const string Token = "secret-token";

    private readonly WebApplication _app;
    private readonly List<Comment> _comments = [];

    private FakeForge(WebApplication app) => _app = app;

    public IReadOnlyList<Comment> Comments => _comments;

    /// <summary>Whether the token may comment, which that of a fork may not.</summary>
    public bool MayWrite { get; set; } = true;

    /// <summary>What a pipeline sets for GitHub.</summary>
    public (string, string)[] GitHub => [("GITHUB_API_URL", Url), ("GITHUB_REPOSITORY", "acme/net"), ("GITHUB_TOKEN", Token)];

    /// <summary>What a pipeline sets for GitLab.</summary>
    public (string, string)[] GitLab => [("CI_API_V4_URL", $"{Url}/api/v4"), ("CI_PROJECT_ID", "7"), ("REVIEW_TOKEN", Token)];

    private string Url { get; set; } = "";

    public static async Task<FakeForge> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var forge = new FakeForge(builder.Build());
        forge._app.Run(forge.AnswerAsync);
        await forge._app.StartAsync();
        forge.Url = forge._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return forge;
    }

    public void Add(string author, string body) => _comments.Add(new Comment(_comments.Count + 1, author, body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!);
        if (request.Headers.Authorization != $"Bearer {Token}" && request.Headers["PRIVATE-TOKEN"] != Token) await Say(401, new JsonObject { ["message"] = "Bad credentials" });
        else if (request.Method != "GET" && !MayWrite) await Say(403, new JsonObject { ["message"] = "Resource not accessible by integration" });
        else if (path == "/api/v4/user") await Say(200, new JsonObject { ["username"] = GitLabBot });
        else if (path is "/repos/acme/net/issues/12/comments" or "/api/v4/projects/7/merge_requests/12/notes") await OfAll(path.StartsWith("/api", StringComparison.Ordinal));
        else if (path.StartsWith("/repos/acme/net/issues/comments/", StringComparison.Ordinal) && request.Method == "PATCH") await Update(path);
        else if (path.StartsWith("/api/v4/projects/7/merge_requests/12/notes/", StringComparison.Ordinal) && request.Method == "PUT") await Update(path);
        else await Say(404, new JsonObject { ["message"] = "Not Found" });

        async Task OfAll(bool isGitLab)
        {
            if (request.Method == "POST")
            {
                Add(isGitLab ? GitLabBot : Bot, await BodyAsync());
                await Say(201, new JsonObject());
                return;
            }

            var (size, page) = (int.Parse(request.Query["per_page"]!), int.Parse(request.Query["page"]!));
            var shown = _comments.Skip((page - 1) * size).Take(size);
            await Say(200, new JsonArray([.. shown.Select(JsonNode (one) => isGitLab
                ? new JsonObject { ["id"] = one.Id, ["body"] = one.Body, ["author"] = new JsonObject { ["username"] = one.Author } }
                : new JsonObject { ["id"] = one.Id, ["body"] = one.Body, ["user"] = new JsonObject { ["login"] = one.Author } })]));
        }

        async Task Update(string at)
        {
            var index = int.Parse(at[(at.LastIndexOf('/') + 1)..]) - 1;
            _comments[index] = _comments[index] with { Body = await BodyAsync() };
            await Say(200, new JsonObject());
        }

        async Task<string> BodyAsync() => (string)(await JsonNode.ParseAsync(request.Body))!["body"]!;

        Task Say(int status, JsonNode answer)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(answer.ToJsonString());
        }
    }

    public sealed record Comment(int Id, string Author, string Body);
}
