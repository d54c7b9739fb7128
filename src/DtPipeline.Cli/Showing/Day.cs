using System.Globalization;

namespace DtPipeline.Cli.Showing;

/// <summary>A day as people write it: 25/06/2024, 25 June 2024.</summary>
internal static class Day
{
    public static string In(DateOnly? day, Language language) => day?.ToString(language == Language.Vi ? "dd/MM/yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture) ?? string.Empty;
}
