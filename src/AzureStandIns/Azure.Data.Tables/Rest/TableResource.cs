using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Rest;

/// <summary>Creating and deleting whole tables.</summary>
internal static class TableResource
{
    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(TableRest rest, string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        using var message = rest.Message(RequestMethod.Post, "Tables");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, TableRest.Json);
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new { TableName = name }));

        var response = await rest.SendAsync(message, cancellationToken, 409).ConfigureAwait(false);
        if (response.Status == 409 && new RequestFailedException(response) is var conflict
            && conflict.ErrorCode != TableErrorCode.TableAlreadyExists)
        {
            throw conflict;
        }

        return Response.FromValue(new TableItem(name), response);
    }

    public static async Task<Response> DeleteAsync(TableRest rest, string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        using var message = rest.Message(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(name)}')");
        return await rest.SendAsync(message, cancellationToken, 404).ConfigureAwait(false);
    }
}
