using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Reads <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>, or failing that the x-ms-error-code header.</summary>
internal sealed class ODataErrorParser : RequestFailedDetailsParser
{
    public static ODataErrorParser Shared { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = FromBody(response) ?? FromHeader(response);
        return error is not null;
    }

    private static ResponseError? FromBody(Response response)
    {
        try
        {
            using var body = JsonDocument.Parse(response.Content.ToMemory());
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("odata.error", out var error)
                && error.TryGetProperty("code", out var code)
                && error.TryGetProperty("message", out var message)
                && message.TryGetProperty("value", out var text)
                    ? new ResponseError(code.GetString(), text.GetString())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ResponseError? FromHeader(Response response)
        => response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null;
}
