using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Grids.Json;

/// <summary>An object of a JSON file as a row of cells.</summary>
/// <param name="Names">Of its properties, each that of the cell in the same place.</param>
internal sealed record JsonRow(IReadOnlyList<string> Names, GridRow Row)
{
    public static JsonRow Of(JsonElement row, int number, GridSource source)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            var place = new Place(source.SheetName(null), number, null);
            return Damaged(number, FaultKinds.FileJsonShape.At(place, row.ValueKind.ToString().ToLowerInvariant(), "{ indicator, value }"));
        }

        var names = new List<string>();
        var cells = new List<GridCell>();
        foreach (var property in row.EnumerateObject())
        {
            names.Add(NameOf(property));
            cells.Add(CellOf(property.Value));
        }

        return new JsonRow(names, new GridRow(number, [.. cells]));
    }

    /// <summary>A row whose names stand elsewhere in the document.</summary>
    public static JsonRow Of(IReadOnlyList<string> names, IReadOnlyList<JsonElement> values, int number) =>
        new([.. names.Take(values.Count)], new GridRow(number, [.. values.Select(CellOf)]));

    public static JsonRow Damaged(int number, Fault damage) => new([], new GridRow(number, [], damage));

    /// <summary>The library's own search throws where any name has half of a character.</summary>
    public static JsonElement? Find(JsonElement root, string name)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (NameOf(property) == name)
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>What a JSON value says as text; nested ones are given as they are written, and will be no number.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value),
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    /// <summary>Half of a character is valid JSON and no text: such a string is given as written.</summary>
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static GridCell CellOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return GridCell.Of(number, NumberLook.Plain);
        }

        return new GridCell(RichText.Plain(TextOf(value)));
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return CellText.Clean(property.Name);
        }
        catch (InvalidOperationException)
        {
            return CellText.Clean(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property)));
        }
    }
}
