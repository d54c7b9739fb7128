using System.Globalization;
using System.Text;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A drawing in the making: shapes by position, in units of the drawing, and words that keep their kind.</summary>
/// <param name="page">Of a drawing on a page that has others, and light and dark colours of its own: what the ids in it begin with. Null on paper.</param>
internal sealed class Svg(int width, int height, string? page = null)
{
    private readonly StringBuilder shapes = new();
    private readonly Stack<string> ends = [];
    private bool hasLinks;

    public int Width => width;

    public int Height => height;

    public bool IsOnPage => page is not null;

    public void Box(double x, double y, double w, double h, string look) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{h:0.#}\"{Look(look)}/>\n");

    public void Stroke(double x1, double y1, double x2, double y2, string look) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"{Look(look)}/>\n");

    public void Dot(double x, double y, double radius, string look) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"{Look(look)}/>\n");

    public void Path(IEnumerable<(double X, double Y)> points, string look) => shapes.Append(
        CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")))}\"{Look(look)}/>\n");

    /// <summary>What follows, up to <see cref="End"/>, is one thing with a name, which may lead somewhere. Paper has neither.</summary>
    public void Begin(string title, string? href = null)
    {
        if (IsOnPage)
        {
            shapes.Append(href is null ? "<g>" : $"<a href=\"{HtmlText.Encoded(href)}\">").Append("<title>").Append(HtmlText.Encoded(title)).Append("</title>\n");
            hasLinks |= href is not null;
            ends.Push(href is null ? "</g>\n" : "</a>\n");
        }
    }

    public void End()
    {
        if (IsOnPage)
        {
            shapes.Append(ends.Pop());
        }
    }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Words(double x, double y, Line line, string anchor = "start", string look = "w")
    {
        shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\"{Look(look)}>");
        foreach (var run in line.Runs)
        {
            var text = HtmlText.Encoded(run.Text);
            shapes.Append(run switch
            {
                { Kind: RunKind.Figure, Figure: { } id } => $"<a href=\"{FigureLink.Of(id)}\" data-figure=\"{HtmlText.Encoded(id)}\">{text}</a>",
                { Kind: RunKind.Text } => text,
                _ => $"<tspan class=\"{run.Kind.ToString().ToLowerInvariant()}\">{text}</tspan>",
            });
        }

        shapes.Append("</text>\n");
    }

    /// <param name="title">Read out in place of the drawing; before what is in it where that leads somewhere.</param>
    /// <param name="style">Where the drawing stands alone; null on a page that has one.</param>
    public string Written(string title, string? style = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"{(hasLinks ? "group" : "img")}\" aria-label=\"{HtmlText.Encoded(title)}\">{(style is null ? string.Empty : $"<style>{style}</style>")}\n{(page is null ? Patterns : SvgLook.Patterns(page, shapes.ToString()))}{shapes}</svg>");

    private string Look(string look) => page is null ? $" class=\"{look}\"" : $" class=\"{look}\"{SvgLook.Of(look, page)}";

    /// <summary>States are told by pattern too: late by lines, faulty by dots.</summary>
    private const string Patterns = """
        <defs>
        <pattern id="late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fdf0d5"/><line x1="0" y1="0" x2="0" y2="5" stroke="#854d00" stroke-width="1.6"/></pattern>
        <pattern id="faulty" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fbe3e4"/><circle cx="2.5" cy="2.5" r="1" fill="#a3151b"/></pattern>
        </defs>

        """;
}
