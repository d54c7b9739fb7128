namespace DtPipeline.Reading;

/// <summary>SDMX-CSV may write the name of a code behind it: "2023-Q2: second quarter", "OBS_VALUE: Observation value".</summary>
internal static class SdmxLabel
{
    /// <summary>The code without its name; the whole text where it has none.</summary>
    public static string Without(string text) => text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? text[..colon] : text;
}
