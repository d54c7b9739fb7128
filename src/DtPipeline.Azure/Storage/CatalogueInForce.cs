using System.Text.Json.Serialization;
using DtPipeline.Amending;

namespace DtPipeline.Azure.Storage;

/// <summary>The catalogue by which everything is judged, as it is kept beside what people put into its container.</summary>
/// <param name="Texts">Of every file by which is judged: <see cref="CatalogueFiles.Judging"/>.</param>
/// <param name="Confirmed">The last one by which the past was judged anew, this or one before it; null where there was none.</param>
internal sealed record CatalogueInForce(string Hash, DateTimeOffset Since, IReadOnlyDictionary<string, string> Texts, ConfirmedCatalogue? Confirmed)
{
    [JsonIgnore]
    public CatalogueFiles Files => CatalogueFiles.Of(Texts);
}

/// <summary>Who has said that a catalogue is meant to judge the past anew.</summary>
internal sealed record CatalogueConfirmation(string By, DateTimeOffset At);
