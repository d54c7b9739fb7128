namespace DtPipeline.Catalogue;

/// <summary>Reads tasks.csv.</summary>
internal static class TaskReader
{
    public static List<AssignedTask> Read(CatalogueTable table, IReadOnlyList<Organisation> organisations, IReadOnlyList<Indicator> indicators)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return table.Read(
            ["code", "title_en", "title_vi", "owner_code", "assigned_on", "due_date", "recurrence", "source"],
            t =>
            {
                var code = t.Code("code", seen);
                if (indicators.Any(i => i.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
                {
                    t.Note($"code '{code}' is an indicator's already");
                }

                var owners = t.RequiredList("owner_code");
                foreach (var owner in owners.Where(o => o != AssignedTask.Unnamed && organisations.Count > 0 && !organisations.Any(x => x.IsIn(o))))
                {
                    t.Note($"owner_code '{owner}' is neither a group nor in organisations.csv");
                }

                return new AssignedTask(
                    code, t.Name("title_en"), t.Name("title_vi"), owners,
                    t.Day("assigned_on"), t.OptionalDay("due_date"), t.OptionalYesNo("due_included", otherwise: true), t.Text("recurrence"), t.Text("source"));
            },
            "due_included");
    }
}
