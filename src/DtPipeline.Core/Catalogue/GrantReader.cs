namespace DtPipeline.Catalogue;

/// <summary>Reads grants.csv, which the secretariat drops.</summary>
internal static class GrantReader
{
    public const string File = "grants.csv";

    public static Grants Read(CatalogueTable table, IReadOnlyList<Form> forms, IReadOnlyList<Organisation> organisations) => new(table.Read(
        ["form", "organisation", "period", "kind", "until", "granted_by", "granted_on", "reason"],
        t =>
        {
            var kind = t.OneOf("kind", ("extension", GrantKind.Extension), ("exemption", GrantKind.Exemption), ("closure", GrantKind.Closure));
            var until = t.OptionalDay("until");
            if (kind == GrantKind.Extension && until is null && t.Text("until").Length == 0)
            {
                t.Note("until is empty; an extension needs the last day on which the report is on time");
            }

            if (kind == GrantKind.Closure && until is not null)
            {
                t.Note($"until is '{t.Text("until")}'; a closure has no end: leave it empty, and take the line out should the report be awaited again");
            }

            t.Required("period");
            NoteWhatIsNotOwed(t, forms, organisations);
            return new Grant(
                t.Required("form"), t.Required("organisation"), t.Text("period"), kind, until, t.Required("granted_by"), t.Day("granted_on"), t.Required("reason"));
        }));

    private static void NoteWhatIsNotOwed(CatalogueTable table, IReadOnlyList<Form> forms, IReadOnlyList<Organisation> organisations)
    {
        var form = forms.FirstOrDefault(f => f.Code == table.Text("form"));
        var organisation = organisations.FirstOrDefault(o => o.Code == table.Text("organisation"));
        if (form is null && table.Text("form").Length > 0 && forms.Count > 0)
        {
            table.Note($"form '{table.Text("form")}' is not in forms.csv");
        }

        if (organisation is null && table.Text("organisation").Length > 0 && organisations.Count > 0)
        {
            table.Note($"organisation '{table.Text("organisation")}' is not in organisations.csv");
        }

        if (table.OptionalPeriod("period") is { } period && form is not null && organisation is not null && !form.IsOwed(period, organisation))
        {
            table.Note($"{organisation.Code} does not owe {form.Code} for {period}");
        }
    }
}
