using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Addresses as they were before they had a version: in mails, briefs and receipts that were sent long ago.</summary>
public sealed class OldAddresses
{
    private const string Current = "v1";

    // The Functions host asks routes in the order of the functions' names, and the first that fits is called: this one, which fits all of the API, comes last.
    [Function(nameof(UpdateAddress))]
    public Task<IActionResult> UpdateAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/{*rest}")] HttpRequest request, string? rest) =>
        Task.FromResult<IActionResult>(rest is null or Current || rest.StartsWith($"{Current}/", StringComparison.Ordinal)
            ? Problem.Unknown("route.unknown", new Bilingual(
                "Không có địa chỉ này; /api/v1/openapi.json liệt kê mọi địa chỉ.", "There is no such address; /api/v1/openapi.json lists all of them."))
            : new RedirectResult($"{new PathString($"/api/{Current}/{rest}").ToUriComponent()}{request.QueryString.ToUriComponent()}", permanent: true, preserveMethod: true));
}
