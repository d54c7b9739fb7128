using System.Diagnostics;
using System.Globalization;

namespace DtPipeline.LocalHost.Showing;

/// <summary>A trace as lines: every span below the one that it belongs to, with its duration and when it began, counted from the first.</summary>
internal static class TraceTree
{
    // What a span is about, the first that it has.
    private static readonly string[] Subjects = ["path", "alert", "partition", "source", "recipient", "period"];
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<string> LinesOf(IReadOnlyCollection<Activity> spans)
    {
        var known = spans.Select(s => s.SpanId).ToHashSet();
        var children = spans.OrderBy(s => s.StartTimeUtc).ToLookup(s => known.Contains(s.ParentSpanId) ? s.ParentSpanId : default);
        var rows = new List<(string Text, Activity Span)>();
        Add(default, string.Empty, string.Empty);
        var width = rows.Max(r => r.Text.Length);
        var begin = rows.Min(r => r.Span.StartTimeUtc);
        return [$"trace {rows[0].Span.TraceId}", .. rows.Select(r => $"{r.Text.PadRight(width)}  {Took(r.Span)}{Began(r.Span.StartTimeUtc - begin)}")];

        void Add(ActivitySpanId parent, string first, string next)
        {
            var below = children[parent].ToList();
            foreach (var span in below)
            {
                var isLast = span == below[^1];
                var isTop = parent == default;
                rows.Add(($"{first}{(isTop ? string.Empty : isLast ? "└─ " : "├─ ")}{LabelOf(span)}", span));
                var indent = isTop ? string.Empty : $"{next}{(isLast ? "   " : "│  ")}";
                Add(span.SpanId, indent, indent);
            }
        }
    }

    private static string LabelOf(Activity span)
    {
        var subject = Subjects.Select(span.GetTagItem).FirstOrDefault(t => t is not null);
        var label = string.Join(' ', new[] { span.OperationName, subject?.ToString(), span.GetTagItem("status")?.ToString() }.Where(t => t is not null));
        return span.Status == ActivityStatusCode.Error ? $"{label} failed: {span.GetTagItem("error.type")}" : label;
    }

    private static string Took(Activity span) => string.Create(CultureInfo.InvariantCulture, $"{span.Duration.TotalMilliseconds,8:N1} ms");

    private static string Began(TimeSpan after) => after < Noticeable ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"  after {after.TotalSeconds:N0} s");
}
