using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DtPipeline.Web.Tests.Api;

/// <summary><c>docs/openapi.json</c> as another program reads it, which knows nothing of how it was made.</summary>
public sealed class OpenApiTests
{
    private readonly ReadResult read = OpenApiDocument.Parse(File.ReadAllText(ApiDescription.File), OpenApiConstants.Json);

    [Fact]
    public void TheDescriptionIsOpenApiWithoutAnErrorOrAWarning()
    {
        var diagnostic = read.Diagnostic!;

        Assert.Empty(diagnostic.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
    }

    [Fact]
    public void EveryOperationIsReadWithWhatItAnswers()
    {
        var described = new ApiDescription().Operations;

        var operations = read.Document!.Paths.SelectMany(p => p.Value.Operations!.Select(o => (Method: $"{o.Key}".ToLowerInvariant(), Path: p.Key, Operation: o.Value))).ToList();

        Assert.Equal(
            described.Select(o => $"{o.Method} {o.Path} {o.Id}: {string.Join(' ', o.Node["responses"]!.AsObject().Select(r => r.Key))}"),
            operations.Select(o => $"{o.Method} {o.Path} {o.Operation.OperationId}: {string.Join(' ', o.Operation.Responses!.Keys)}"));
    }

    [Fact]
    public void WhatIsNoOpenApiIsNotTakenForIt()
    {
        var broken = OpenApiDocument.Parse(File.ReadAllText(ApiDescription.File).Replace("\"operationId\"", "\"operation\"", StringComparison.Ordinal).Replace("\"in\": \"path\"", "\"in\": \"way\"", StringComparison.Ordinal), OpenApiConstants.Json);

        Assert.NotEmpty(broken.Diagnostic!.Errors);
    }
}
