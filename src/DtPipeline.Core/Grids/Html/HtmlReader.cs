using AngleSharp;
using AngleSharp.Html.Parser;
using DtPipeline.Faults;
using DtPipeline.Grids.Documents;

namespace DtPipeline.Grids.Html;

/// <summary>The tables of HTML, which programs save as <c>.xls</c>. It is parsed and nothing else: no script runs, no style or picture is fetched.</summary>
internal static class HtmlReader
{
    private const string Name = "HTML";

    /// <summary>Bytes: of so much HTML the parsed document takes up to 200 MB.</summary>
    public const int MostBytes = 4 * 1_048_576;

    /// <summary>Elements: a document of nothing but small ones takes the most memory.</summary>
    private const int MostElements = 300_000;

    public static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (content.Length > MostBytes)
        {
            source.KeepOut(FaultKinds.FileTooLarge.At(source.Whole, $"{Name}: {SizeText.Of(content.Length)}", SizeText.Of(MostBytes)));
            return [];
        }

        var text = HtmlText.Decode(content);
        foreach (var fault in text.Remarks)
        {
            source.Faults.Add(fault with { Place = source.Whole });
        }

        if (text.Fault is { } unreadable)
        {
            source.KeepOut(unreadable with { Place = source.Whole });
            return [];
        }

        return Grids(text.ReadAll(), source);
    }

    public static IEnumerable<Grid> Grids(string html, GridSource source)
    {
        var depth = HtmlBounds.DepthOf(html);
        var elements = html.AsSpan().Count('<');
        if (depth > HtmlBounds.Deepest || elements > MostElements)
        {
            source.KeepOut(depth > HtmlBounds.Deepest
                ? FaultKinds.FileTooLarge.At(source.Whole, $"{depth} nested elements", $"{HtmlBounds.Deepest}")
                : FaultKinds.FileTooLarge.At(source.Whole, $"{elements:N0} elements", $"{MostElements:N0}"));
            return [];
        }

        return Damage.Guarded(() => Tables(html, source), source, Name) is { } tables ? tables.Grids() : [];
    }

    private static DocumentTables Tables(string html, GridSource source)
    {
        using var context = BrowsingContext.New(Configuration.Default);
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }, context).ParseDocument(html);
        var tables = new DocumentTables(source);
        new HtmlTables(tables, HtmlStyles.Of(document), source).Walk(document.Body);
        return tables;
    }
}
