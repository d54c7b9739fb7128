namespace DtPipeline.Infra.Tests.Bicep;

internal enum BicepTokenKind
{
    Word,
    Number,
    Text,
    Mark,
    NewLine,
    End,
}

/// <param name="Value">Of a text what stands between its quotes, with escapes undone.</param>
internal sealed record BicepToken(BicepTokenKind Kind, string Value, int Start, int End);

internal static class BicepTokens
{
    public static IReadOnlyList<BicepToken> Of(string source)
    {
        var tokens = new List<BicepToken>();
        for (var at = 0; at < source.Length;)
        {
            var token = Next(source, ref at);
            if (token is not null)
            {
                tokens.Add(token);
            }
        }

        tokens.Add(new BicepToken(BicepTokenKind.End, string.Empty, source.Length, source.Length));
        return tokens;
    }

    private static BicepToken? Next(string source, ref int at)
    {
        var start = at;
        var c = source[at];
        if (c is ' ' or '\t' or '\r')
        {
            at++;
            return null;
        }

        if (c == '#' || source.AsSpan(at).StartsWith("//"))
        {
            at = source.IndexOf('\n', at) is var end and >= 0 ? end : source.Length;
            return null;
        }

        if (source.AsSpan(at).StartsWith("'''"))
        {
            var end = source.IndexOf("'''", at + 3, StringComparison.Ordinal);
            at = end + 3;
            return new BicepToken(BicepTokenKind.Text, source[(start + 3)..end].Trim('\n'), start, at);
        }

        if (c == '\'')
        {
            at = EndOfText(source, at);
            return new BicepToken(BicepTokenKind.Text, source[(start + 1)..(at - 1)].Replace("\\'", "'", StringComparison.Ordinal), start, at);
        }

        var kind = c == '\n' ? BicepTokenKind.NewLine : char.IsDigit(c) ? BicepTokenKind.Number : char.IsLetter(c) || c == '_' ? BicepTokenKind.Word : BicepTokenKind.Mark;
        do
        {
            at++;
        }
        while (kind is BicepTokenKind.Word or BicepTokenKind.Number && at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_'));

        return new BicepToken(kind, source[start..at], start, at);
    }

    /// <summary>Behind the closing quote; a text may hold <c>${…}</c> with texts of its own inside.</summary>
    private static int EndOfText(string source, int at)
    {
        for (at++; source[at] != '\'';)
        {
            if (source[at] == '\\')
            {
                at += 2;
            }
            else if (source.AsSpan(at).StartsWith("${"))
            {
                at = EndOfHole(source, at + 2);
            }
            else
            {
                at++;
            }
        }

        return at + 1;
    }

    private static int EndOfHole(string source, int at)
    {
        for (var depth = 1; depth > 0;)
        {
            depth += source[at] switch { '{' => 1, '}' => -1, _ => 0 };
            at = source[at] == '\'' ? EndOfText(source, at) : at + 1;
        }

        return at;
    }
}
