using NCrontab;

namespace DtPipeline.Catalogue;

/// <summary>The file <c>sources.csv</c>.</summary>
internal static class SourceReader
{
    private static readonly string[] Formats = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "ndjson", "xml", "zip"];

    // Any schedule at all, in place of one that was noted as wrong.
    private static readonly CrontabSchedule Daily = CrontabSchedule.Parse("0 0 * * *");

    public static List<Source> Read(CatalogueTable table, List<Organisation> organisations, bool allowHttp)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return table.Read(
            ["code", "organisation", "url", "format", "frequency", "schedule", "valid_from", "valid_to", "note"],
            t =>
            {
                var code = t.Code("code", seen);
                var organisation = t.Required("organisation");
                if (organisation.Length > 0 && organisations.Count > 0 && !organisations.Exists(o => o.Code == organisation))
                {
                    t.Note($"organisation '{organisation}' is not in organisations.csv");
                }

                var valid = t.ValidTime();
                return new Source(
                    code,
                    organisation,
                    UrlOf(t, allowHttp),
                    t.OneOf("format", Formats),
                    t.FrequencyOf("frequency"),
                    ScheduleOf(t),
                    valid.From,
                    valid.To);
            });
    }

    private static string UrlOf(CatalogueTable table, bool allowHttp)
    {
        var url = table.Required("url");
        if (url.Length > 0 && Source.ProblemOf(url, allowHttp) is { } problem)
        {
            table.Note($"url is '{url}': {problem}");
        }

        return url;
    }

    private static CrontabSchedule ScheduleOf(CatalogueTable table)
    {
        var text = table.Required("schedule");
        var schedule = CrontabSchedule.TryParse(text);
        if (text.Length > 0 && schedule is null)
        {
            table.Note($"schedule is '{text}', expected five fields: minute, hour, day, month, day of the week, like 0 7 * * *");
        }

        return schedule ?? Daily;
    }
}
