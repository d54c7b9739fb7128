using System.Text;
using System.Text.Json.Nodes;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>The cells of a report as JSON in the three shapes that are taken.</summary>
internal static class JsonFile
{
    /// <returns>The content, and for each cell its place in the array or its line.</returns>
    public static (byte[] Content, Dictionary<string, int> Rows) Of(ReportCase report, ValueWriter values, HashSet<string> doubtful)
    {
        var rows = new List<JsonObject>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in report.Cells)
        {
            var written = values.Write(cell);
            if (values.IsDoubtful)
            {
                doubtful.Add(cell.Indicator.Code);
            }

            rows.Add(new JsonObject { ["indicator"] = cell.Indicator.Code, ["value"] = Value(written), ["note"] = cell.Note });
            places[cell.Indicator.Code] = rows.Count;
        }

        var text = report.Format switch
        {
            FileFormat.NdJson => string.Join('\n', rows.Select(r => r.ToJsonString())),
            FileFormat.JsonArray => new JsonArray([.. rows]).ToJsonString(),
            _ => new JsonObject { ["organisation"] = "P63-01", ["period"] = "2023-Q2", ["observations"] = new JsonArray([.. rows]) }.ToJsonString(),
        };
        return (Encoding.UTF8.GetBytes(text), places);
    }

    /// <summary>JSON knows no percent format: there the number stands with its sign.</summary>
    private static JsonValue? Value(WrittenCell written) => written switch
    {
        { Number: { } number, As: WrittenAs.Plain } => JsonValue.Create(number),
        { Text: "true" } => JsonValue.Create(true),
        { Text: "false" } => JsonValue.Create(false),
        { Text.Length: 0 } => null,
        _ => JsonValue.Create(written.Text),
    };
}
