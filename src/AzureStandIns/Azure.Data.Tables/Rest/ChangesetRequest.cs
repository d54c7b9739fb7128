using System.Text;

namespace Azure.Data.Tables.Rest;

/// <summary>The operations of a transaction as one changeset inside one multipart batch.</summary>
internal static class ChangesetRequest
{
    public static (string ContentType, byte[] Body) Write(TableRest rest, IReadOnlyList<EntityOperation> operations)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var changeset = $"changeset_{Guid.NewGuid()}";
        using var buffer = new MemoryStream();

        Line(buffer, $"--{batch}");
        Line(buffer, $"Content-Type: multipart/mixed; boundary={changeset}");
        Line(buffer);
        foreach (var operation in operations)
        {
            Line(buffer, $"--{changeset}");
            WriteOperation(buffer, rest, operation);
        }

        Line(buffer, $"--{changeset}--");
        Line(buffer, $"--{batch}--");
        return ($"multipart/mixed; boundary={batch}", buffer.ToArray());
    }

    private static void WriteOperation(MemoryStream buffer, TableRest rest, EntityOperation operation)
    {
        Line(buffer, "Content-Type: application/http");
        Line(buffer, "Content-Transfer-Encoding: binary");
        Line(buffer);
        Line(buffer, $"{operation.Method} {rest.Address(operation.Path).AbsoluteUri} HTTP/1.1");
        Line(buffer, $"Accept: {TableRest.JsonWithTypes}");
        Line(buffer, "DataServiceVersion: 3.0");
        foreach (var (name, value) in operation.Headers)
        {
            Line(buffer, $"{name}: {value}");
        }

        Line(buffer);
        buffer.Write(operation.Body);
        Line(buffer);
    }

    private static void Line(MemoryStream buffer, string text = "") => buffer.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
}
