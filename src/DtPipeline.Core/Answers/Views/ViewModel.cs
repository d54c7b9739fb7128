namespace DtPipeline.Answers.Views;

/// <summary>
/// All that a view of the page says, in one language and with every word in it: whoever shows it knows no rule. The <c>.csv</c> of the view is written from
/// it too, so that what is shown and what is taken away cannot differ.
/// </summary>
/// <param name="View">Its path: <c>today</c>, <c>compliance</c>, <c>indicators/DG-01</c>.</param>
/// <param name="Language"><c>vi</c> or <c>en</c>.</param>
/// <param name="Address">Of the page that shows it, with its query: a path that begins with a slash. With <c>.csv</c> behind the path it is the same as text.</param>
public sealed record ViewModel(string View, string Language, string Title, string Address)
{
    public string? Subtitle { get; init; }

    /// <summary>Up to when what it shows is known, in words.</summary>
    public string? AsOf { get; init; }

    /// <summary>Why there is nothing to show, and what will fill it; null where there is something.</summary>
    public string? Empty { get; init; }

    /// <summary>The few figures that answer the view's question, to be shown large.</summary>
    public IReadOnlyList<ViewNumber> Numbers { get; init; } = [];

    /// <summary>What each class means that stands anywhere in the view, in the order of its importance.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    public IReadOnlyList<ViewFilter> Filters { get; init; } = [];

    /// <summary>Each drawn from the rows of a table of this view.</summary>
    public IReadOnlyList<ViewChart> Charts { get; init; } = [];

    public IReadOnlyList<ViewTable> Tables { get; init; } = [];

    /// <summary>What has to be known to read the figures right: how they are made, what is not in them.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<ViewLink> Links { get; init; } = [];
}

/// <param name="Text">The figure with its unit.</param>
/// <param name="Change">Since when and by how much, in words.</param>
/// <param name="Class">As in <see cref="ViewCell"/>.</param>
/// <param name="Href">To what it is made of.</param>
public sealed record ViewNumber(string Label, string Text, string? Change = null, string? Class = null, string? Mark = null, string? Href = null);

/// <param name="Class">For style sheets, as in <see cref="ViewCell"/>.</param>
/// <param name="Mark">One character, which tells the class where colours do not.</param>
public sealed record LegendEntry(string Class, string Mark, string Label);

/// <param name="Name">Of the parameter in the query.</param>
/// <param name="Kind"><c>select</c> for one of the options, <c>date</c> for a day (<c>2024-07-01</c>) or nothing.</param>
/// <param name="Value">What holds now; empty where nothing is chosen.</param>
public sealed record ViewFilter(string Name, string Kind, string Label, string Value, IReadOnlyList<FilterOption> Options);

/// <param name="Value">Empty for all.</param>
public sealed record FilterOption(string Value, string Label);

/// <param name="Kind"><c>bars</c>, <c>map</c>, <c>trend</c> or <c>spark</c>.</param>
/// <param name="Svg">A whole <c>svg</c> element, with a title on each shape and no style in it but classes and presentation attributes.</param>
/// <param name="Table">Id of the table that has the same figures.</param>
public sealed record ViewChart(string Kind, string Title, string Svg, string Table)
{
    /// <summary>Key of the row beside which it stands; null where it stands beside the table.</summary>
    public string? Row { get; init; }
}

public sealed record ViewLink(string Label, string Href);
