using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DtPipeline.Core.Tests.Answers.Views;

/// <summary>Small views as a whole, as the page gets them; with DTP_ACCEPT=1 they are written anew.</summary>
public sealed class ViewGoldenTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task EveryViewIsWhatItWas(string language)
    {
        foreach (var (i, view) in new DrawnStore(22, 3).Views(language).Index())
        {
            var file = Repository.Folder("tests", "DtPipeline.Core.Tests", "Answers", "Views", "Golden", $"{i + 1:00}-{view.View.Replace('/', '-')}.{language}.json");
            var shown = JsonSerializer.Serialize(view, Options) + "\n";
            if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
            {
                await File.WriteAllTextAsync(file, shown);
            }

            Assert.Equal(await File.ReadAllTextAsync(file), shown);
        }
    }
}
