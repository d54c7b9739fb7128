using System.Globalization;

namespace DtPipeline.Texts;

/// <summary>One sentence for people, in both languages of the system. Vietnamese is the one that senders read first.</summary>
public sealed record Bilingual(string Vi, string En)
{
    /// <summary>"1 day", "2 days": English counts change the noun, Vietnamese ones do not.</summary>
    internal static string Count(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 ? string.Empty : "s")}");
}
