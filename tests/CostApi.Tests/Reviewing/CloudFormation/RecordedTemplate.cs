namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>A test on templates of others; skipped where they do not lie beside the checkout.</summary>
public sealed class RecordedTemplateFactAttribute : FactAttribute
{
    public RecordedTemplateFactAttribute() => Skip = RecordedTemplates.Absent;
}

/// <summary>The same for a table of them.</summary>
public sealed class RecordedTemplateTheoryAttribute : TheoryAttribute
{
    public RecordedTemplateTheoryAttribute() => Skip = RecordedTemplates.Absent;
}

internal static class RecordedTemplates
{
    public static string? Absent { get; } = File.Exists(Repository.Folder("../shared/cases/EXPECTED.csv")) ? null : "The recorded templates are not at hand.";
}
