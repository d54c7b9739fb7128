using System.Globalization;

namespace DtPipeline.Faults;

/// <summary>Sizes of files as faults say them.</summary>
internal static class SizeText
{
    private const decimal Mebibyte = 1_048_576;

    public static string Of(decimal bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:0.#} MiB");

    /// <summary>In MiB, or in bytes where the two sizes would look alike.</summary>
    public static string Beside(long bytes, long other) =>
        Precisely(bytes) == Precisely(other) ? string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes") : Precisely(bytes);

    private static string Precisely(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:0.0} MiB");
}
