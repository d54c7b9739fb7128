using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Asks page after page; a page may be short, or even empty, and still have a next one.</summary>
internal sealed class PagedQuery<T>(
    TableRest rest,
    string path,
    string? filter,
    string? select,
    int? maxPerPage,
    Func<JsonElement, T> read,
    CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        => PagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string? token,
        int? top,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await PageAsync(token, top, cancellationToken).ConfigureAwait(false);
            token = page.ContinuationToken;
            yield return page;
        }
        while (token is not null);
    }

    private async Task<Page<T>> PageAsync(string? token, int? top, CancellationToken cancellationToken)
    {
        using var message = rest.Message(RequestMethod.Get, path);
        AppendQuery(message.Request.Uri, top);
        if (token is not null)
        {
            ContinuationToken.Append(message.Request.Uri, token);
        }

        var response = await rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
        using var body = JsonDocument.Parse(response.Content.ToMemory());
        List<T> values = [.. body.RootElement.GetProperty("value").EnumerateArray().Select(read)];
        return Page<T>.FromValues(values, ContinuationToken.In(response), response);
    }

    private void AppendQuery(RequestUriBuilder uri, int? top)
    {
        if (!string.IsNullOrEmpty(filter))
        {
            uri.AppendQuery("$filter", filter);
        }

        if (select is not null)
        {
            uri.AppendQuery("$select", select);
        }

        if (top is { } count)
        {
            uri.AppendQuery("$top", count.ToString(CultureInfo.InvariantCulture));
        }
    }
}
