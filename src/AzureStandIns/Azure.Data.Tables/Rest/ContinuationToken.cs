using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Where the next page begins, as one string: the service's headers, which are opaque, base64-like and without spaces.</summary>
internal static class ContinuationToken
{
    private static readonly (string Header, string Parameter)[] _parts =
    [
        ("x-ms-continuation-NextTableName", "NextTableName"),
        ("x-ms-continuation-NextPartitionKey", "NextPartitionKey"),
        ("x-ms-continuation-NextRowKey", "NextRowKey"),
    ];

    public static string? In(Response response)
    {
        var values = Array.ConvertAll(_parts, part => response.Headers.TryGetValue(part.Header, out var value) ? value : string.Empty);
        return Array.TrueForAll(values, value => value.Length == 0) ? null : string.Join(' ', values);
    }

    public static void Append(RequestUriBuilder uri, string token)
    {
        foreach (var (part, value) in _parts.Zip(token.Split(' ')))
        {
            if (value.Length > 0)
            {
                uri.AppendQuery(part.Parameter, value);
            }
        }
    }
}
