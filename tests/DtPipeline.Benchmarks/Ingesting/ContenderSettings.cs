using System.Globalization;

namespace DtPipeline.Benchmarks.Ingesting;

/// <param name="Storage">Connection string of the account that it works on.</param>
/// <param name="Model">Of the account from which the bare loops take what they write: there a report has been taken in already.</param>
/// <param name="AtOnce">Files at once, or of the quickstarts upserts at once.</param>
internal sealed record ContenderSettings(string Name, string Storage, string Model, int Indicators, int AtOnce)
{
    public string[] Arguments => [Name, Storage, Model, Text(Indicators), Text(AtOnce)];

    public static ContenderSettings Parse(IReadOnlyList<string> arguments) => new(
        arguments[0], arguments[1], arguments[2], int.Parse(arguments[3], CultureInfo.InvariantCulture), int.Parse(arguments[4], CultureInfo.InvariantCulture));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
