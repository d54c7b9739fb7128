using System.Globalization;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Answers.Views;

/// <summary>A figure as a cell: a value with its marks, or in its place the word for what stands there.</summary>
internal static class FigureCell
{
    public static ViewCell Of(ViewWriter write, Observation observation, string unit, string? href) => observation switch
    {
        { IsAnswer: false } => write.State(ViewClass.NoFigure, href, write.Of("đã rút lại", "taken back")),
        { Value: { } value } => Of(write, value, observation.Unit ?? unit, observation.Status, href),
        _ => write.State(ViewClass.Nil, href),
    };

    /// <param name="status">SDMX OBS_STATUS; null for a figure that nobody gave as it is.</param>
    public static ViewCell Of(ViewWriter write, double value, string unit, string? status, string? href)
    {
        var cell = new ViewCell(Said(write, value, unit)) { Value = value, Href = href };
        return status switch
        {
            "E" => With(cell, ViewClass.Estimated),
            "R" => With(cell, ViewClass.Revised),
            "B" => With(cell, ViewClass.Break),
            _ => cell,
        };
    }

    /// <summary>The same with a mark behind the number.</summary>
    public static ViewCell With(ViewCell cell, ViewClass mark) => cell with
    {
        Text = $"{cell.Text} {mark.Mark}",
        Class = cell.Class is { } other ? $"{other} {mark.Name}" : mark.Name,
        Mark = cell.Mark + mark.Mark,
    };

    public static string Said(ViewWriter write, double value, string unit) => unit == "yes_no"
        ? value == 1 ? write.Of("có", "yes") : write.Of("không", "no")
        : Amount.Of(value, unit, write.Said);

    /// <summary>Where it stands in its file.</summary>
    public static string Place(Place place) => string.Join(
        "!", new[] { place.Sheet, place.Cell ?? (place.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"{row}") : null) }.OfType<string>());
}
