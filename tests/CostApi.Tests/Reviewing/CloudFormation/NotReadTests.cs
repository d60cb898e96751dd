using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>What the stack will have that does not stand in its template is said.</summary>
public sealed class NotReadTests
{
    [Theory]
    [InlineData("R: { Type: AWS::CloudFormation::Stack }", "R", "A nested stack: its template is not in this one, so what it declares is not read. Review it too.")]
    [InlineData("R: { Type: AWS::CloudFormation::StackSet }", "R", "A stack set: it makes stacks in the accounts and Regions that it names, and what they declare is not read. Review its template too.")]
    [InlineData("R: { Type: AWS::Serverless::Application }", "R", "An application of the Serverless Application Repository, which becomes a nested stack: what it declares is not read. Review its template too.")]
    [InlineData("R: { Type: AWS::ServiceCatalog::CloudFormationProvisionedProduct }", "R", "A product of AWS Service Catalog: what it provisions is not read. Review its template too.")]
    [InlineData("R: { Type: My::Own::Network::MODULE }", "R", "A module (My::Own::Network::MODULE): what it declares is not read.")]
    [InlineData("Fn::Transform: { Name: Mine }", "", "A macro of Fn::Transform adds resources when the stack is deployed; they are not read.")]
    [InlineData("R: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, Fn::Transform: { Name: Mine } } }", "R", "A macro of Fn::Transform sets properties when the stack is deployed; they are not read.")]
    [InlineData("R: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-12345 } }", "", "The AWS CDK has not looked up what vpc-12345 stands for, so the VPC, its subnets and its Availability Zones are not read. Run cdk synth with credentials of the account, or with its cdk.context.json, and send the template that it writes.")]
    [InlineData("R: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, AvailabilityZone: dummy1a } }", "", "The AWS CDK has not looked up what dummy1a stands for, so the VPC, its subnets and its Availability Zones are not read. Run cdk synth with credentials of the account, or with its cdk.context.json, and send the template that it writes.")]
    public void It_is_said(string resource, string address, string why) =>
        Assert.Contains(new Unread(address, why), Reading.Network($"Resources: {{ {resource} }}").Unread);

    [Fact]
    public void Macros_are_named_and_the_language_extensions_are_none()
    {
        var network = Reading.Network("Transform: [AWS::LanguageExtensions, Mine, AWS::Serverless-2016-10-31]\nResources: {}\n");
        Assert.Equal(
            ["The macro Mine runs when the stack is deployed; what it adds or changes is not read.",
                "The transform AWS::Serverless makes functions, APIs and the like of the template's; they are not read. It makes no VPC "
                    + "resources."],
            network.Unread.Select(unread => unread.Why));
    }
}
