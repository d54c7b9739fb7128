using System.Text.Json.Serialization;

namespace DtPipeline.Answers.Lists;

/// <summary>A part of a list.</summary>
/// <param name="Next">What to ask with as <c>after</c> for what follows; null at the end of the list.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

public static class Page
{
    /// <summary>The first of those that stand behind what was asked for.</summary>
    /// <param name="placeOf">Where an item stands: a text of its own, in the order of which (ordinal) the list is.</param>
    public static Page<T> Of<T>(IEnumerable<T> all, Func<T, string> placeOf, PageRequest asked)
    {
        var behind = all
            .Select(item => (Item: item, Place: placeOf(item)))
            .Where(x => asked.After is not { } after || string.CompareOrdinal(x.Place, after) > 0)
            .OrderBy(x => x.Place, StringComparer.Ordinal)
            .ToList();
        return new Page<T>(
            [.. behind.Take(asked.Limit).Select(x => x.Item)],
            behind.Count > asked.Limit ? PageRequest.Written(behind[asked.Limit - 1].Place) : null);
    }
}
