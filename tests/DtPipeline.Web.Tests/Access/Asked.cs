using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DtPipeline.Web.Tests.Access;

/// <summary>A request as somebody makes it, and what came back.</summary>
internal sealed record Asked(int Status, JsonNode? Json)
{
    public string? Code => (string?)Json?["code"];

    /// <param name="role">A word such as <c>reporter:P34-31</c>.</param>
    /// <param name="path">Below <c>api/v1/</c>, sent as it is written.</param>
    public static async Task<Asked> AsAsync(HttpClient http, string role, string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{http.BaseAddress}api/v1/{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.Add("DtPipeline-As", role);
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        var type = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
        return new Asked((int)response.StatusCode, type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(await response.Content.ReadAsStringAsync()) : null);
    }

    public static Task<Asked> ForUploadAsync(HttpClient http, string role, string organisation, string period, string fileName, long bytes = 64) =>
        AsAsync(http, role, "POST", "uploads", new { organisation, period, fileName, bytes });
}
