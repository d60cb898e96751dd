namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads the paid products that are not priced.</summary>
internal static class OtherProducts
{
    public static IReadOnlyList<NotPriced> Read(Stack stack) =>
        [.. stack.Resources.Select(resource => Of(resource, stack)).OfType<NotPriced>()];

    private static NotPriced? Of(Resource resource, Stack stack)
    {
        // What forwards the traffic of others must have this check off: the mark of a NAT instance.
        if (resource.Type == "AWS::EC2::Instance" && Named.Truth(stack.Property(resource, "SourceDestCheck")) == false)
            return new NotPriced(resource.Address, resource.Type, PaidProducts.ForwardingInstance);
        var what = PaidProducts.NotPriced(resource.Type, Setting);
        return what is null ? null : new NotPriced(resource.Address, resource.Type, what);

        string? Setting(PaidSetting setting) => (stack.Property(resource, setting.CloudFormationProperty) as Value.Text)?.Content;
    }
}
