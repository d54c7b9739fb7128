using System.Text.Json;

namespace DtPipeline.Grids.Json;

/// <summary>Where the rows of a JSON document stand: in an array, beside <c>organisation</c> and <c>period</c>, or in one of the shapes that pandas writes.</summary>
internal static class JsonShapes
{
    private const int MostCellsAValue = 16;

    /// <param name="wrong">What the document is instead, where nothing is found.</param>
    /// <returns>What makes the row of a number; null where the document has no shape of a report.</returns>
    public static IEnumerable<Func<int, GridSource, JsonRow>>? Find(JsonElement root, out string wrong)
    {
        wrong = Kind(root);
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().Select(Object);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (JsonRow.Find(root, "observations") is { } observations)
        {
            wrong = $"observations: {Kind(observations)}";
            return observations.ValueKind == JsonValueKind.Array ? observations.EnumerateArray().Select(Object) : null;
        }

        return Split(root) ?? ByRow(root) ?? ByColumn(root) ?? [Object(root)];
    }

    /// <summary>pandas "split" and "table": <c>{ columns: [ … ], data: [ [ … ] ] }</c>, <c>{ schema, data: [ { … } ] }</c>.</summary>
    private static IEnumerable<Func<int, GridSource, JsonRow>>? Split(JsonElement root)
    {
        if (JsonRow.Find(root, "data") is not { ValueKind: JsonValueKind.Array } data)
        {
            return null;
        }

        if (JsonRow.Find(root, "columns") is not { ValueKind: JsonValueKind.Array } columns)
        {
            return JsonRow.Find(root, "schema") is null ? null : data.EnumerateArray().Select(Object);
        }

        List<string> names = [.. columns.EnumerateArray().Select(JsonRow.TextOf)];
        return data.EnumerateArray().Select<JsonElement, Func<int, GridSource, JsonRow>>(row => row.ValueKind == JsonValueKind.Array && row.GetArrayLength() <= names.Count
            ? (number, _) => JsonRow.Of(names, [.. row.EnumerateArray()], number)
            : Object(row));
    }

    /// <summary>pandas "index": <c>{ "0": { … }, "1": { … } }</c>.</summary>
    private static IEnumerable<Func<int, GridSource, JsonRow>>? ByRow(JsonElement root) =>
        AreNumbered(root) && root.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Object) ? root.EnumerateObject().Select(p => Object(p.Value)) : null;

    /// <summary>pandas "columns": <c>{ indicator: { "0": … }, value: { "0": … } }</c>.</summary>
    private static IEnumerable<Func<int, GridSource, JsonRow>>? ByColumn(JsonElement root)
    {
        if (!root.EnumerateObject().Any() || !root.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Object && AreNumbered(p.Value)))
        {
            return null;
        }

        List<string> names = [.. root.EnumerateObject().Select(JsonRow.NameOf)];
        var columns = root.EnumerateObject().Select(p => p.Value.EnumerateObject().GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Last().Value, StringComparer.Ordinal)).ToList();
        var keys = columns.SelectMany(c => c.Keys).Distinct(StringComparer.Ordinal).ToList();

        // Where few columns have a value in a row the whole is no table, and would be a very large one.
        return (long)keys.Count * columns.Count > MostCellsAValue * columns.Sum(c => (long)c.Count) ? null : keys
            .Select<string, Func<int, GridSource, JsonRow>>(key => (number, _) => JsonRow.Of(names, [.. columns.Select(c => c.GetValueOrDefault(key))], number));
    }

    private static bool AreNumbered(JsonElement root) => root.EnumerateObject().Any() && root.EnumerateObject().All(p => JsonRow.NameOf(p) is { Length: > 0 and < 10 } name && name.All(char.IsAsciiDigit));

    private static Func<int, GridSource, JsonRow> Object(JsonElement row) => (number, source) => JsonRow.Of(row, number, source);

    private static string Kind(JsonElement element) => element.ValueKind.ToString().ToLowerInvariant();
}
