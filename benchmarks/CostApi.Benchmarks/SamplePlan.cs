using System.Text;

namespace CostApi.Benchmarks;

/// <summary>A plan of 20,000 resources in the form of <c>terraform show -json</c>, format 1.2: of a company's networks and, mostly, of what runs in them.</summary>
internal static class SamplePlan
{
    private const int Resources = 20_000;

    public const int Vpcs = 48;

    private static readonly string[] Stages = ["dev", "test", "staging", "production"];

    public static void Write(string path)
    {
        // Terraform writes no line breaks.
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        var all = All().Take(Resources).ToArray();
        var before = all.Where(resource => !resource.IsNew).ToArray();
        file.Write("""{"format_version":"1.2","terraform_version":"1.11.4","variables":{"region":{"value":"eu-west-1"}},"planned_values":""");
        Values(file, all);
        file.Write(""","resource_changes":[""");
        List(file, all, resource => resource.Change);
        file.Write("""],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":""");
        Values(file, before);
        file.Write("},\"configuration\":");
        Configuration(file);
        file.Write(""","relevant_attributes":[],"timestamp":"2026-11-01T12:00:00Z","applyable":true,"complete":true,"errored":false}""");
    }

    // Every other network is new, and three services in ten.
    private static IEnumerable<SampleResource> All()
    {
        for (var number = 0; number < Vpcs; number++)
            foreach (var resource in SampleNetwork.Vpc($"module.{Stages[number % Stages.Length]}.module.network[\"team-{number}\"]", number, number / Stages.Length % 2 == 0 ? "no-op" : "create")) yield return resource;
        for (var number = 0; number <= Resources / SampleServices.Each; number++)
            foreach (var resource in SampleServices.Of($"module.{Stages[number % Stages.Length]}.module.service[\"svc-{number}\"]", number, (number % 10) switch { < 3 => "create", 3 => "update", _ => "no-op" })) yield return resource;
    }

    private static void Values(StreamWriter file, SampleResource[] resources)
    {
        file.Write("""{"root_module":{"child_modules":[""");
        List(file, resources.GroupBy(resource => resource.Module.Split('.')[1]), stage =>
        {
            file.Write("""{"child_modules":[""");
            List(file, stage.GroupBy(resource => resource.Module), module =>
            {
                file.Write("""{"resources":[""");
                List(file, module, resource => resource.Value);
                return $"],\"address\":\"{module.Key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}";
            });
            return $"],\"address\":\"module.{stage.Key}\"}}";
        });
        file.Write("]}}");
    }

    private static void List<T>(StreamWriter file, IEnumerable<T> items, Func<T, string> write)
    {
        foreach (var (index, item) in items.Index())
        {
            if (index > 0) file.Write(',');
            file.Write(write(item));
        }
    }

    private static void Configuration(StreamWriter file)
    {
        file.Write("""{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","version_constraint":"5.100.0","expressions":{"region":{"references":["var.region"]}}}},"root_module":{"module_calls":{""");
        List(file, Stages, stage => $$$$"""
            "{{{{stage}}}}":{"source":"./stage","expressions":{"stage":{"constant_value":"{{{{stage}}}}"}},"module":{"module_calls":{
            "network":{"source":"./network","expressions":{"azs":{"constant_value":["eu-west-1a","eu-west-1b","eu-west-1c"]},"cidr":{"references":["each.value"]},"services":{"references":["local.services"]}},"for_each_expression":{"references":["local.teams"]},"module":{{{{SampleNetwork.Configuration}}}} },
            "service":{"source":"./service","expressions":{"subnets":{"references":["module.network"]}},"for_each_expression":{"references":["local.services"]},"module":{{{{SampleServices.Configuration}}}} } } } }
            """);
        file.Write("}},\"variables\":{\"region\":{}}}");
    }
}
