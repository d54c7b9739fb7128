namespace DtPipeline.Access;

/// <summary>A role as one word: <c>secretariat</c>, <c>viewer</c>, <c>reporter:P34-01</c>, of several organisations <c>reporter:P34-01,P34-02</c>, and <c>nobody</c>.</summary>
public static class CallerText
{
    private const string ReporterOf = "reporter:";

    /// <summary>The words, as they are told to somebody who wrote another.</summary>
    public const string Words = "secretariat, viewer, reporter:P34-01, nobody";

    /// <returns>Null where the text is none of the words.</returns>
    public static Caller? Parse(string text, string? name) => text switch
    {
        "secretariat" => new Caller(CallerRole.Secretariat, [], name),
        "viewer" => new Caller(CallerRole.Viewer, [], name),
        "nobody" => new Caller(CallerRole.None, [], name),
        _ when text.StartsWith(ReporterOf, StringComparison.Ordinal) && text[ReporterOf.Length..].Split(',') is var codes && Array.TrueForAll(codes, IsCode) =>
            new Caller(CallerRole.Reporter, codes, name),
        _ => null,
    };

    public static string Of(Caller caller) => caller.Role switch
    {
        CallerRole.Reporter => ReporterOf + string.Join(',', caller.Organisations),
        CallerRole.None => "nobody",
        _ => NameOf(caller.Role)!,
    };

    /// <returns>Null for nobody in particular.</returns>
    public static string? NameOf(CallerRole role) => role switch
    {
        CallerRole.Secretariat => "secretariat",
        CallerRole.Reporter => "reporter",
        CallerRole.Viewer => "viewer",
        _ => null,
    };

    private static bool IsCode(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
