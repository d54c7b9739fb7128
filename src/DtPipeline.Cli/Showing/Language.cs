using DtPipeline.Texts;

namespace DtPipeline.Cli.Showing;

/// <summary>In which people are answered.</summary>
internal enum Language
{
    Vi,
    En,
}

internal static class LanguageText
{
    public static string In(this Bilingual text, Language language) => language == Language.Vi ? text.Vi : text.En;
}
