using System.Net.Http.Headers;
using System.Text;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>Documents as pipelines send them.</summary>
internal static class Form
{
    public static string Fixture(string path) => File.ReadAllText(Path.Combine(Repository.Folder("tests/CostApi.Tests/Reviewing"), path));

    public static string Plan(string name) => Fixture($"Terraform/Fixtures/{name}/plan.json");

    public static string Template(string path) => Fixture($"CloudFormation/Fixtures/{path}");

    /// <summary>Posts a form of parts.</summary>
    public static async Task<Reply> PostFormAsync(this Service service, string path, params (string Name, string Text)[] parts)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in parts)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, name, $"{name}.txt");
        }

        using var client = service.CreateClient();
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        return await Reply.OfAsync(response);
    }
}
