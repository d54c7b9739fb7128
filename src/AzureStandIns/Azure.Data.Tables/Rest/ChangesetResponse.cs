using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>The answer to one operation of a transaction: an HTTP response written out inside the answer to the batch.</summary>
internal sealed class ChangesetResponse : Response
{
    private readonly List<HttpHeader> _headers = [];

    private ChangesetResponse(string text, string clientRequestId)
    {
        ClientRequestId = clientRequestId;
        using var lines = new StringReader(text);
        var status = lines.ReadLine()!.Split(' ', 3);
        Status = int.Parse(status[1], CultureInfo.InvariantCulture);
        ReasonPhrase = status.Length > 2 ? status[2] : string.Empty;
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(lines.ReadToEnd().Trim()));
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    /// <summary>Each answer begins at its status line; the part headers before it say nothing more.</summary>
    public static IReadOnlyList<Response> ReadAll(Response batch)
    {
        var text = batch.Content.ToString();
        return
        [
            .. text.Split($"--{BoundaryIn(text)}")
                .Select(part => (part, start: part.IndexOf("HTTP/1.1 ", StringComparison.Ordinal)))
                .Where(found => found.start >= 0)
                .Select(found => new ChangesetResponse(found.part[found.start..], batch.ClientRequestId)),
        ];
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers;

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = _headers.Find(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    private static string BoundaryIn(string text)
    {
        const string Marker = "boundary=";
        var start = text.IndexOf(Marker, StringComparison.Ordinal);
        return start < 0
            ? throw new FormatException("The answer to the transaction is not a multipart changeset.")
            : text[(start + Marker.Length)..].Split('\r', '\n', ';')[0].Trim('"', ' ');
    }
}
