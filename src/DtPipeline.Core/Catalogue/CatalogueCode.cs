namespace DtPipeline.Catalogue;

/// <summary>The one rule of every code: it becomes part of a key in tables, of a path, of the name of a file, of a header of a mail.</summary>
internal static class CatalogueCode
{
    // An alert's key names up to two codes, and is told from others by at most 107 characters.
    private const int Longest = 40;

    /// <summary>Words that stand in keys where a code would.</summary>
    private static readonly string[] Taken = [Recipient.Tasks, "catalogue", "unplaced"];

    /// <returns>What is wrong with it and what to write; null for a good one.</returns>
    public static string? ProblemOf(string code) =>
        code.Length is 0 or > Longest || !code.All(IsPart) || !char.IsAsciiLetterOrDigit(code[0]) || !char.IsAsciiLetterOrDigit(code[^1])
            ? $"expected at most {Longest} letters of the English alphabet, digits, dashes, dots and underscores, with a letter or digit at both ends"
        : Taken.Contains(code, StringComparer.OrdinalIgnoreCase) ? "a word that the pipeline uses itself; choose another code"
        : null;

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_';
}
