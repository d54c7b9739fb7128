using System.Text;
using System.Text.RegularExpressions;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>An <c>.eml</c> file read as a mail program reads it, without the classes that wrote it.</summary>
internal sealed partial class Mail
{
    private readonly ILookup<string, string> headers;

    private Mail(ILookup<string, string> headers, string body)
    {
        this.headers = headers;
        Body = body;
    }

    public string Body { get; }

    /// <summary>The header's decoded value. It stands once.</summary>
    public string this[string header] => Decode(headers[header].Single());

    public static async Task<Mail> ReadAsync(string file)
    {
        var text = await File.ReadAllTextAsync(file, Encoding.ASCII);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Unfold().Replace(text[..end], " ")
            .Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .ToLookup(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        Assert.Equal("base64", headers["Content-Transfer-Encoding"].Single());
        return new Mail(headers, Encoding.UTF8.GetString(Convert.FromBase64String(text[end..])));
    }

    private static string Decode(string value) => Word().Replace(
        BetweenWords().Replace(value, string.Empty), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Unfold();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
