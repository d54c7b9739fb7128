using System.Text;
using System.Text.RegularExpressions;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>An <c>.eml</c> file read as a mail program reads it, without the classes that wrote it: text and HTML as alternatives, both in Base64.</summary>
internal sealed partial class Mail
{
    private readonly ILookup<string, string> headers;

    private Mail(ILookup<string, string> headers, string body, string html)
    {
        this.headers = headers;
        Body = body;
        Html = html;
    }

    /// <summary>As text.</summary>
    public string Body { get; }

    public string Html { get; }

    /// <summary>The header's decoded value. It stands once.</summary>
    public string this[string header] => Decode(headers[header].Single());

    public static async Task<Mail> ReadAsync(string file)
    {
        var (headers, body) = Split(await File.ReadAllTextAsync(file, Encoding.ASCII));
        var boundary = Boundary().Match(headers["Content-Type"].Single()).Groups[1].Value;
        Assert.NotEmpty(boundary);
        var parts = body.Split($"--{boundary}")[1..];
        Assert.Equal(3, parts.Length);
        Assert.StartsWith("--", parts[2], StringComparison.Ordinal);
        return new Mail(headers, Part(parts[0], "text/plain; charset=utf-8"), Part(parts[1], "text/html; charset=utf-8"));
    }

    private static string Part(string part, string type)
    {
        var (headers, body) = Split(part.TrimStart('\r', '\n'));
        Assert.Equal((type, "base64"), (headers["Content-Type"].Single(), headers["Content-Transfer-Encoding"].Single()));
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(body));
        Assert.DoesNotMatch("(?<!\r)\n", text);
        return text.ReplaceLineEndings("\n");
    }

    private static (ILookup<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Unfold().Replace(text[..end], " ")
            .Split("\r\n")
            .Select(line => line.Split(':', 2))
            .ToLookup(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return (headers, text[(end + 4)..]);
    }

    private static string Decode(string value) => Word().Replace(
        BetweenWords().Replace(value, string.Empty),
        word => word.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
            : Encoding.UTF8.GetString(Quoted(word.Groups[2].Value)));

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            var isCode = text[i] == '=';
            bytes.Add(isCode ? Convert.FromHexString(text.AsSpan(i + 1, 2))[0] : text[i] == '_' ? (byte)' ' : (byte)text[i]);
            i += isCode ? 2 : 0;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Unfold();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("^multipart/alternative; boundary=\"([^\"]+)\"$")]
    private static partial Regex Boundary();
}
