using System.Globalization;
using System.Net;
using System.Text;
using DtPipeline.Architecture.Tests.Code;
using DtPipeline.Architecture.Tests.Rules;

namespace DtPipeline.Architecture.Tests.Documents;

/// <summary>The page <c>docs/floors.svg</c>: the plan, with what each room names as the code has it.</summary>
internal sealed class FloorPicture
{
    private const int Width = 920;
    private const int Edge = 12;
    private const int Gap = 6;
    private const int BoxHeight = 42;
    private const int LineHeight = 16;
    private const int TitleHeight = 26;

    private readonly CodeBase code;
    private readonly StringBuilder drawn = new();
    private int y = Edge;

    private FloorPicture(CodeBase code) => this.code = code;

    public static string Of(CodeBase code)
    {
        var picture = new FloorPicture(code);
        foreach (var storey in Plan.Storeys.Reverse())
        {
            picture.Draw(storey);
        }

        return picture.Text();
    }

    private void Draw(Project[] storey)
    {
        if (storey is [var single])
        {
            DrawFloors(single);
        }
        else
        {
            DrawRow(storey, Edge, p => (p.Name, p.Purpose, FoldersOf(p.Name), ProjectsNamedBy(p.Name)));
        }

        y += Edge;
    }

    private void DrawFloors(Project project)
    {
        var (top, lines) = (y, drawn.Length);
        y += TitleHeight;
        foreach (var floor in project.Floors.Reverse().Where(f => f.Any(r => r.Name.Length > 0)))
        {
            DrawRow(floor, 2 * Edge, r => (r.Name, r.Purpose, FoldersOf(project.Name, r.Name), RoomsNamedBy(project.Name, r.Name)));
        }

        y += Gap;
        drawn.Insert(lines, $"""
              <rect class="project" x="{Edge}" y="{top}" width="{Width - (2 * Edge)}" height="{y - top}" rx="8"/>
              <text x="{2 * Edge}" y="{top + 18}"><tspan class="name">{project.Name}</tspan><tspan dx="10">{Escaped(project.Purpose)}</tspan></text>

            """);
    }

    private void DrawRow<T>(T[] row, int edge, Func<T, (string Name, string Purpose, IReadOnlyList<string> Folders, IReadOnlyList<string> Names)> describe)
    {
        var boxes = row.Select(describe).ToList();
        var width = (Width - (2 * edge) - ((row.Length - 1) * Gap)) / row.Length;
        var height = BoxHeight + (boxes.Exists(b => b.Folders.Count > 0) ? LineHeight : 0);
        for (var i = 0; i < boxes.Count; i++)
        {
            var (name, purpose, folders, names) = boxes[i];
            var x = edge + (i * (width + Gap));
            Line($"""<rect class="room" x="{x}" y="{y}" width="{width}" height="{height}" rx="5"/>""");
            Line($"""<text x="{x + 10}" y="{y + 17}"><tspan class="name">{name}</tspan><tspan dx="8">{Escaped(purpose)}</tspan></text>""");
            if (folders.Count > 0)
            {
                Line($"""<text class="folders" x="{x + 10}" y="{y + 17 + LineHeight}">{string.Join(", ", folders)}</text>""");
            }

            if (names.Count > 0)
            {
                Line($"""<text class="names" x="{x + 10}" y="{y + height - 9}">↓ {string.Join(", ", names)}</text>""");
            }
        }

        y += height + Gap;
    }

    private IReadOnlyList<string> RoomsNamedBy(string project, string room) => InOrder(code.Namings
        .Where(n => n.By.Project == project && n.By.Room == room && n.DeclaredIn?.Project == project && n.DeclaredIn.Room != room)
        .Select(n => n.DeclaredIn!.Room));

    private IReadOnlyList<string> ProjectsNamedBy(string project) => InOrder(code.Namings
        .Where(n => n.By.Project == project && n.DeclaredIn is { } file && file.Project != project)
        .Select(n => n.DeclaredIn!.Project.Replace("DtPipeline.", string.Empty, StringComparison.Ordinal)));

    private IReadOnlyList<string> FoldersOf(string project, string? room = null) => InOrder(code.Files
        .Where(f => f.Project == project && (room is null ? f.Room.Length > 0 : f.Room == room && !f.Folder.EndsWith($"/{room}", StringComparison.Ordinal)))
        .Select(f => room is null ? f.Room : f.Folder[(f.Folder.LastIndexOf('/') + 1)..]));

    private static IReadOnlyList<string> InOrder(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private string Text() => string.Create(CultureInfo.InvariantCulture, $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{y}}" font-family="system-ui, sans-serif" font-size="12" role="img">
          <title>The floors: what stands on what</title>
          <style>
            .page{fill:#ffffff} .project{fill:#e0f2fe;stroke:#0369a1} .room{fill:#ffffff;stroke:#94a3b8} text{fill:#0f172a} .name{font-weight:600} .folders{font-size:11px} .names{fill:#475569;font-size:11px}
            @media (prefers-color-scheme: dark){ .page{fill:#0d1117} .project{fill:#0c2d48;stroke:#38bdf8} .room{fill:#161b22;stroke:#64748b} text{fill:#e6edf3} .names{fill:#a9b4c0} }
          </style>
          <rect class="page" width="{{Width}}" height="{{y}}"/>
        {{drawn}}</svg>

        """);

    private void Line(string text) => drawn.Append("  ").Append(text).Append('\n');

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
