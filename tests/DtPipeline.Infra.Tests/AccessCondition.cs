using System.Text.RegularExpressions;

namespace DtPipeline.Infra.Tests;

/// <summary>What somebody wants to do with a blob.</summary>
/// <param name="Action">Below <c>Microsoft.Storage/storageAccounts/blobServices/containers/</c>.</param>
/// <param name="Path">Of the blob; when listing, the prefix that is asked for.</param>
internal sealed record BlobAccess(string Action, string Container, string Path, bool IsListing = false);

/// <summary>
/// Works out a condition of a role assignment (version 2.0) as Azure documents it: as many of its functions, attributes and operators as
/// infra/ uses; anything else is an error.
/// </summary>
internal sealed partial class AccessCondition(string condition, BlobAccess access)
{
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";

    private readonly string[] tokens = [.. Token().Matches(condition).Select(m => m.Value)];
    private int at;

    public static bool Allows(string condition, BlobAccess access)
    {
        var evaluation = new AccessCondition(condition, access);
        var isAllowed = evaluation.Either();
        return evaluation.at == evaluation.tokens.Length ? isAllowed : throw new FormatException($"unexpected '{evaluation.tokens[evaluation.at]}'");
    }

    private bool Either()
    {
        var value = Both();
        while (TakeIf("OR"))
        {
            value |= Both();
        }

        return value;
    }

    private bool Both()
    {
        var value = One();
        while (TakeIf("AND"))
        {
            value &= One();
        }

        return value;
    }

    private bool One()
    {
        if (TakeIf("!") || TakeIf("NOT"))
        {
            return !One();
        }

        if (TakeIf("("))
        {
            var value = Either();
            return TakeIf(")") ? value : throw new FormatException("a parenthesis is not closed");
        }

        if (TakeIf("ActionMatches"))
        {
            return InBraces() == $"{Containers}/{access.Action}";
        }

        if (TakeIf("SubOperationMatches"))
        {
            return InBraces() == "Blob.List" && access.IsListing;
        }

        var (attribute, comparison, operand) = (tokens[at++], tokens[at++], tokens[at++].Trim('\''));
        return Compare(ValueOf(attribute), comparison, operand);
    }

    private string InBraces()
    {
        at++;
        var value = tokens[at++].Trim('\'');
        at++;
        return value;
    }

    private string? ValueOf(string attribute) => attribute switch
    {
        $"@Resource[{Containers}:name]" => access.Container,
        $"@Resource[{Containers}/blobs:path]" => access.IsListing ? null : access.Path,
        $"@Request[{Containers}/blobs:prefix]" => access.IsListing ? access.Path : null,
        _ => throw new FormatException($"no attribute '{attribute}'"),
    };

    /// <summary>A comparison with an attribute that the request has not is false.</summary>
    private static bool Compare(string? value, string comparison, string operand) => value is not null && comparison switch
    {
        "StringEquals" => value == operand,
        "StringNotEquals" => value != operand,
        "StringLike" => Regex.IsMatch(value, $"^{Regex.Escape(operand).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline),
        _ => throw new FormatException($"no operator '{comparison}'"),
    };

    private bool TakeIf(string token)
    {
        var isIt = at < tokens.Length && tokens[at] == token;
        at += isIt ? 1 : 0;
        return isIt;
    }

    [GeneratedRegex(@"@\w+\[[^\]]*\]|'[^']*'|\w+|[^\s\w]")]
    private static partial Regex Token();
}
