using System.Globalization;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>
/// How shapes look on a page before its style sheet has a say: by presentation attributes, which a strict content security policy allows, and in the colour
/// of the text, so that light and dark both can be read. States are told by pattern.
/// </summary>
internal static class SvgLook
{
    private const string Plain = " fill=\"currentColor\" fill-opacity=\"0.14\" stroke=\"currentColor\" stroke-width=\"0.6\"";

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["whole"] = " fill=\"currentColor\" fill-opacity=\"0.12\"",
        ["bar"] = " fill=\"currentColor\" fill-opacity=\"0.75\"",
        ["axis"] = " stroke=\"currentColor\" stroke-width=\"0.6\" opacity=\"0.6\"",
        ["aim"] = " stroke=\"currentColor\" stroke-dasharray=\"5 3\"",
        ["line"] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"",
        ["projected"] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\" stroke-dasharray=\"2 2\"",
        ["interval"] = " stroke=\"currentColor\" stroke-width=\"5\" opacity=\"0.25\"",
        ["gap"] = " stroke=\"currentColor\" stroke-dasharray=\"1 3\"",
        ["dot"] = " fill=\"currentColor\"",
        ["under"] = " fill=\"none\"",
        ["missing"] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"",
        ["no_figure"] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\" stroke-dasharray=\"3 2\"",
        ["expected"] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"0.4\"",
    };

    private static readonly Dictionary<string, string> PatternShapes = new(StringComparer.Ordinal)
    {
        ["late"] = "<path d=\"M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2\" stroke=\"currentColor\" stroke-width=\"1.2\"/>",
        ["faulty"] = "<circle cx=\"3\" cy=\"3\" r=\"1.1\" fill=\"currentColor\"/>",
        ["nil"] = "<path d=\"M1,3 h4\" stroke=\"currentColor\" stroke-width=\"1\"/>",
        ["exempt"] = "<path d=\"M0,0 l6,6\" stroke=\"currentColor\" stroke-width=\"0.7\"/>",
        ["not_comparable"] = "<path d=\"M0,0 l6,6 M0,6 l6,-6\" stroke=\"currentColor\" stroke-width=\"0.7\"/>",
        ["missed"] = "<path d=\"M3,0 v6\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        ["off_track"] = "<path d=\"M3,0 v6\" stroke=\"currentColor\" stroke-width=\"1\"/>",
        ["at_risk"] = "<path d=\"M0,3 h6\" stroke=\"currentColor\" stroke-width=\"1\"/>",
    };

    /// <returns>Attributes with a blank before each.</returns>
    public static string Of(string look, string page)
    {
        var names = look.Split(' ');
        return names[0] switch
        {
            "w" => Words(names),
            "tile" => names.Skip(1).Select(n => TileOf(n, page)).FirstOrDefault() ?? Plain,
            var name => Shapes.GetValueOrDefault(name) ?? Plain,
        };
    }

    /// <summary>Those that a drawing uses, with ids of their own.</summary>
    public static string Patterns(string page, string shapes) =>
        $"<defs>{string.Concat(PatternShapes.Where(p => shapes.Contains($"url(#{page}-{p.Key})", StringComparison.Ordinal)).Select(p => $"<pattern id=\"{page}-{p.Key}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">{p.Value}</pattern>"))}</defs>\n";

    private static string TileOf(string state, string page) =>
        PatternShapes.ContainsKey(state) ? $" fill=\"url(#{page}-{state})\" stroke=\"currentColor\" stroke-width=\"0.6\"" : Shapes.GetValueOrDefault(state) ?? Plain;

    private static string Words(string[] names) => string.Create(
        CultureInfo.InvariantCulture,
        $" fill=\"currentColor\"{(names.Contains("soft") ? " fill-opacity=\"0.75\"" : string.Empty)} font-size=\"{(names.Contains("tiny") ? 7 : names.Contains("small") ? 8.5 : 10):0.#}\"");
}
