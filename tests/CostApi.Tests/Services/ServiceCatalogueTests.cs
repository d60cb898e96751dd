using CostApi.Core.Services;

namespace CostApi.Tests.Services;

public sealed class ServiceCatalogueTests
{
    [Theory]
    [InlineData("s3", "eu-west-1", "s3")]
    [InlineData("ecr.dkr", "eu-west-1", "ecr.dkr")]
    [InlineData("com.amazonaws.eu-west-1.ecr.dkr", "eu-west-1", "ecr.dkr")]
    [InlineData("cn.com.amazonaws.cn-north-1.sqs", "cn-north-1", "sqs")]
    [InlineData("com.amazonaws.cn-north-1.sqs", "cn-north-1", "sqs")]
    [InlineData("cn.com.amazonaws.cn-north-1.transcribe.cn", "cn-north-1", "transcribe")]
    [InlineData("cn.com.amazonaws.cn-northwest-1.elasticfilesystem-fips", "cn-northwest-1", "elasticfilesystem")]
    [InlineData("eu.amazonaws.eusc-de-east-1.ecr.api", "eusc-de-east-1", "ecr.api")]
    [InlineData("com.amazonaws.eusc-de-east-1.sqs", "eusc-de-east-1", "sqs")]
    [InlineData("com.amazonaws.iam", "eu-west-1", "iam")]
    [InlineData("iam", "eu-west-1", "iam")]
    [InlineData("aws.sagemaker.eu-west-1.studio", "eu-west-1", "studio")]
    [InlineData("com.amazonaws.us-gov-west-1.ecr-fips.dkr", "us-gov-west-1", "ecr.dkr")]
    [InlineData("kms-fips", "us-gov-west-1", "kms")]
    public void A_service_is_found_by_every_name_that_AWS_gives_it(string name, string region, string service) =>
        Assert.Equal(service, Assert.IsType<ServiceMatch.Known>(Find(name, region)).Service.Service);

    [Theory]
    [InlineData("athena", "eu-west-1", ServiceEndpointType.Interface, "com.amazonaws.eu-west-1.athena")]
    [InlineData("athena", "cn-north-1", ServiceEndpointType.Interface, "cn.com.amazonaws.cn-north-1.athena")]
    [InlineData("kms", "cn-north-1", ServiceEndpointType.Interface, "com.amazonaws.cn-north-1.kms")]
    [InlineData("account", "cn-north-1", ServiceEndpointType.Interface, "com.amazonaws.cn-north-1.account")]
    [InlineData("account", "cn-northwest-1", ServiceEndpointType.Interface, "cn.com.amazonaws.cn-northwest-1.account")]
    [InlineData("s3", "cn-north-1", ServiceEndpointType.Interface, "cn.com.amazonaws.cn-north-1.s3")]
    [InlineData("s3", "cn-north-1", ServiceEndpointType.Gateway, "com.amazonaws.cn-north-1.s3")]
    [InlineData("transcribe", "cn-north-1", ServiceEndpointType.Interface, "cn.com.amazonaws.cn-north-1.transcribe.cn")]
    [InlineData("ecr.dkr", "eusc-de-east-1", ServiceEndpointType.Interface, "eu.amazonaws.eusc-de-east-1.ecr.dkr")]
    public void A_service_is_named_as_its_Region_names_it(string service, string region, ServiceEndpointType type, string name) =>
        Assert.Equal(name, Assert.IsType<ServiceMatch.Known>(Find(service, region)).Service.ServiceNameIn(Shipped.Snapshot.Regions[region], type));

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.brand-new", false)]
    [InlineData("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0", true)]
    public void A_full_name_that_is_not_listed_is_taken_as_it_is(string name, bool isPrivate) =>
        Assert.Equal(isPrivate, Assert.IsType<ServiceMatch.Unknown>(Find(name, "eu-west-1")).IsPrivate);

    [Theory]
    [InlineData("sqss", "'sqs'")]
    [InlineData("S3", "'s3'")]
    [InlineData("ecr", "'ecr.api', 'ecr.dkr'")]
    [InlineData("com.amazonaws.us-east-1.sqs", "is a service in us-east-1")]
    [InlineData("com.amazonaws.vpce.us-east-1.vpce-svc-1", "is a service in us-east-1")]
    [InlineData("com.amazonaws.", "is empty")]
    public void What_cannot_be_meant_says_what_may_be(string name, string message) =>
        Assert.Contains(message, Assert.IsType<ServiceMatch.Invalid>(Find(name, "eu-west-1")).Message, StringComparison.Ordinal);

    [Fact]
    public void Companions_are_services_of_the_catalogue() => Assert.All(
        Shipped.Snapshot.Services.Services.SelectMany(service => service.Companions),
        companion => Assert.IsType<ServiceMatch.Known>(Find(companion.Service, "eu-west-1")));

    private static ServiceMatch Find(string name, string region) => Shipped.Snapshot.Services.Find(name, Shipped.Snapshot.Regions[region]);
}
