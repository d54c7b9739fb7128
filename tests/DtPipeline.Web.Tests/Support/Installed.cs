namespace DtPipeline.Web.Tests.Support;

/// <summary>Programs of the machine that a test calls.</summary>
internal static class Installed
{
    /// <summary>Who lacks one sees the test skipped; where <c>CI</c> is <c>true</c> nothing is skipped.</summary>
    public static void Need(string program, string howToGetIt)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", $"There is no {program} here: {howToGetIt}.");
    }
}
