using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

public sealed class ConnectionStringTests
{
    private const string Secret = "c2VjcmV0";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData(
        $"DefaultEndpointsProtocol=http;AccountName=reports;AccountKey={Secret};EndpointSuffix=example.org",
        "http://reports.table.example.org/")]
    [InlineData($"AccountName=reports;AccountKey={Secret}", "https://reports.table.core.windows.net/")]
    [InlineData($"AccountName=reports;AccountKey={Secret};TableEndpoint=http://127.0.0.1:5/reports;", "http://127.0.0.1:5/reports")]
    [InlineData("TableEndpoint=https://reports.example.org/;SharedAccessSignature=sv=2020&sig=a%3D", "https://reports.example.org/")]
    public void TheEndpointIsGivenOrDerived(string connectionString, string endpoint)
        => Assert.Equal(endpoint, new TableServiceClient(connectionString).Uri.AbsoluteUri);

    [Theory]
    [InlineData($"AccountKey={Secret}", "The connection string lacks TableEndpoint, and AccountName to derive it from.")]
    [InlineData("AccountName=reports", "The connection string lacks AccountKey (or SharedAccessSignature).")]
    [InlineData($"AccountKey={Secret};TableEndpoint=http://127.0.0.1:5", "The connection string has AccountKey but lacks AccountName.")]
    [InlineData($"AccountName=reports;AccountKey={Secret}!", "AccountKey in the connection string is not base64.")]
    [InlineData($"AccountName=reports;AccountKey={Secret};AccountKey={Secret}", "The connection string has more than one AccountKey.")]
    [InlineData($"AccountName=reports;{Secret}", "The connection string is not a list of Name=value settings separated by semicolons.")]
    [InlineData(
        $"AccountName=reports;AccountKey={Secret};TableEndpoint=here",
        "TableEndpoint in the connection string is not an absolute address.")]
    public void WhatIsWrongIsNamedWithoutTheSecret(string connectionString, string message)
        => Assert.Equal(message, Assert.Throws<FormatException>(() => new TableClient(connectionString, "Reports")).Message);
}
