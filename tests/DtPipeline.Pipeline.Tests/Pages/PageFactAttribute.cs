namespace DtPipeline.Pipeline.Tests.Pages;

/// <summary>A test in Chromium. Who has none sees it skipped and how to get it; where <c>CI</c> is <c>true</c> nothing is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageFactAttribute : FactAttribute
{
    public const string HowToGetIt = "The tests of pages need Chromium: 'apt-get install chromium' as root, or set DTP_CHROMIUM to the path of a Chrome or Chromium.";

    public PageFactAttribute() => Skip = IsSkipped ? HowToGetIt : null;

    public static bool IsSkipped => Chromium.Executable is null && Environment.GetEnvironmentVariable("CI") != "true";
}
