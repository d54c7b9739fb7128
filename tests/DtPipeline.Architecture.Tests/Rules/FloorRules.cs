using DtPipeline.Architecture.Tests.Code;

namespace DtPipeline.Architecture.Tests.Rules;

/// <summary>Which arrows between the folders of a project there must not be, each as a sentence.</summary>
internal static class FloorRules
{
    private const int Examples = 5;

    /// <returns>The thinnest arrows first: the one that closed a circle is among them.</returns>
    public static IEnumerable<string> Circles(CodeBase code, string project)
    {
        var arrows = ArrowsIn(code, project, f => f.Folder);
        return arrows.Where(a => Reaches(a.Key.To, a.Key.From, arrows)).OrderBy(a => a.Count()).Select(a => $"in a circle: {Sentence(a)}");
    }

    public static IEnumerable<string> ArrowsUp(CodeBase code, string project) => ArrowsIn(code, project, f => f.Room)
        .Where(a => Plan.FloorOf(project, a.Key.From) < Plan.FloorOf(project, a.Key.To))
        .Select(a => $"upwards: {Sentence(a)}");

    public static IEnumerable<string> RoomsOnNoFloor(CodeBase code, string project) => code.Files
        .Where(f => f.Project == project && Plan.FloorOf(project, f.Room) < 0)
        .Select(f => $"{f.Path} stands on no floor: give its folder one in Plan.cs")
        .Distinct();

    private static IReadOnlyList<IGrouping<(string From, string To), Naming>> ArrowsIn(CodeBase code, string project, Func<SourceFile, string> place) =>
    [
        .. code.Namings
            .Where(n => n.By.Project == project && n.DeclaredIn?.Project == project)
            .GroupBy(n => (From: place(n.By), To: place(n.DeclaredIn!)))
            .Where(a => a.Key.From != a.Key.To),
    ];

    private static bool Reaches(string from, string to, IReadOnlyList<IGrouping<(string From, string To), Naming>> arrows)
    {
        var reached = new HashSet<string> { from };
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var room))
        {
            foreach (var arrow in arrows.Where(a => a.Key.From == room && reached.Add(a.Key.To)))
            {
                next.Enqueue(arrow.Key.To);
            }
        }

        return reached.Contains(to);
    }

    private static string Sentence(IGrouping<(string From, string To), Naming> arrow) =>
        $"{Named(arrow.Key.From)} -> {Named(arrow.Key.To)}: {string.Join(", ", arrow.Take(Examples))}";

    private static string Named(string place) => place.Length == 0 ? "the root" : place;
}
