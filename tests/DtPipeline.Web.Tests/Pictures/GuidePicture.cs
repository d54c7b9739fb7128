using BigGustave;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pictures;

/// <summary>
/// A picture of the guides, held against what it shows: its words to the letter, which stand beside this file, and its look by a tolerance, for letters are drawn otherwise on every machine.
/// With DTP_ACCEPT=1 both are written anew: look at the picture.
/// </summary>
internal static class GuidePicture
{
    /// <summary>Parts of a side by which two pictures may differ in size.</summary>
    private const double SizeTolerance = 0.1;

    // The mean difference of lightness of the fields of a grid, of 255: another colour or a missing part is far beyond it.
    private const double LookTolerance = 12;
    private const int Fields = 24;

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "DtPipeline.Core", "Answers", "Help", "Pictures");
    private static readonly string Words = Path.Combine(Repository.Root, "tests", "DtPipeline.Web.Tests", "Pictures");

    /// <param name="part">Of the page, as a selector of CSS.</param>
    public static async Task HoldsAsync(IPage page, string part, string name)
    {
        var shown = await page.Locator(part).ScreenshotAsync();
        var said = await page.Locator(part).InnerTextAsync() + "\n";
        var (picture, words) = (Path.Combine(Folder, $"{name}.png"), Path.Combine(Words, $"{name}.txt"));
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            await File.WriteAllBytesAsync(picture, shown);
            await File.WriteAllTextAsync(words, said);
        }

        Assert.Equal(await File.ReadAllTextAsync(words), said);
        var (kept, now) = (Png.Open(picture), Png.Open(shown));
        Assert.InRange((double)now.Width / kept.Width, 1 - SizeTolerance, 1 + SizeTolerance);
        Assert.InRange((double)now.Height / kept.Height, 1 - SizeTolerance, 1 + SizeTolerance);
        Assert.InRange(Difference(kept, now), 0, LookTolerance);
    }

    public static double Difference(Png one, Png other) =>
        Enumerable.Range(0, Fields * Fields).Average(f => Math.Abs(Lightness(one, f % Fields, f / Fields) - Lightness(other, f % Fields, f / Fields)));

    private static double Lightness(Png picture, int column, int row)
    {
        var (sum, count) = (0.0, 0);
        for (var y = row * picture.Height / Fields; y < (row + 1) * picture.Height / Fields; y++)
        {
            for (var x = column * picture.Width / Fields; x < (column + 1) * picture.Width / Fields; x++)
            {
                var pixel = picture.GetPixel(x, y);
                sum += (0.299 * pixel.R) + (0.587 * pixel.G) + (0.114 * pixel.B);
                count++;
            }
        }

        return sum / count;
    }
}
