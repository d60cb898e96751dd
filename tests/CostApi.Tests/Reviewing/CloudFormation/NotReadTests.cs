using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>What the stack will have that does not stand in its template is said.</summary>
public sealed class NotReadTests
{
    [Theory]
    [InlineData("R: { Type: AWS::CloudFormation::Stack }", "R", "This is a nested stack. Its template is not part of this one, so its resources are not read. Review that template as well.")]
    [InlineData("R: { Type: AWS::CloudFormation::StackSet }", "R", "This is a stack set. It creates stacks in the accounts and Regions that it specifies, and their resources are not read. Review its template as well.")]
    [InlineData("R: { Type: AWS::Serverless::Application }", "R", "This is an application of the AWS Serverless Application Repository, which becomes a nested stack. Its resources are not read. Review its template as well.")]
    [InlineData("R: { Type: AWS::ServiceCatalog::CloudFormationProvisionedProduct }", "R", "This is a product of AWS Service Catalog. The resources that it provisions are not read. Review its template as well.")]
    [InlineData("R: { Type: My::Own::Network::MODULE }", "R", "This is a module (My::Own::Network::MODULE). Its resources are not read.")]
    [InlineData("Fn::Transform: { Name: Mine }", "", "A macro of Fn::Transform adds resources when the stack is deployed. They are not read.")]
    [InlineData("R: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, Fn::Transform: { Name: Mine } } }", "R", "A macro of Fn::Transform sets properties when the stack is deployed. They are not read.")]
    [InlineData("R: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-12345 } }", "", "vpc-12345 is a placeholder that the AWS CDK uses for values that it has not looked up, so the VPC, its subnets and its Availability Zones are not read. Run cdk synth with credentials for the account, or with its cdk.context.json, and send the template that it writes.")]
    [InlineData("R: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, AvailabilityZone: dummy1a } }", "", "dummy1a is a placeholder that the AWS CDK uses for values that it has not looked up, so the VPC, its subnets and its Availability Zones are not read. Run cdk synth with credentials for the account, or with its cdk.context.json, and send the template that it writes.")]
    public void It_is_said(string resource, string address, string why) =>
        Assert.Contains(new Unread(address, why), Reading.Network($"Resources: {{ {resource} }}").Unread);

    [Fact]
    public void Macros_are_named_and_the_language_extensions_are_none()
    {
        var network = Reading.Network("Transform: [AWS::LanguageExtensions, Mine, AWS::Serverless-2016-10-31]\nResources: {}\n");
        Assert.Equal(
            ["The macro Mine runs when the stack is deployed. What it adds or changes is not read.",
                "The transform AWS::Serverless creates functions, APIs and similar resources from the template. They are not read. It does not "
                    + "create VPC resources."],
            network.Unread.Select(unread => unread.Why));
    }
}
