using System.Text.Json;
using DtPipeline.Azure.Access;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Serving;

/// <summary>What a request is answered with: content, or why there is none.</summary>
public sealed record Served(BinaryData? Content, Refusal? Refusal)
{
    public const string Json = "application/json; charset=utf-8";

    public string Type { get; init; } = Json;

    /// <summary>Of what is published, its version; null of what is worked out when asked.</summary>
    public string? Tag { get; init; }

    public static Served Of<T>(T answer) => new(BinaryData.FromString(JsonSerializer.Serialize(answer, Storage.Json.Indented)), null);

    public static Served Unknown(string code, string vi, string en) => new(null, new Refusal(404, code, new Bilingual(vi, en)));

    public static Served Malformed(Bilingual why) => new(null, new Refusal(400, "query.malformed", why));

    public static Served TooLarge(string code, string vi, string en) => new(null, new Refusal(413, code, new Bilingual(vi, en)));
}
