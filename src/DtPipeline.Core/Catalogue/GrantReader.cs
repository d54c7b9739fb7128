namespace DtPipeline.Catalogue;

/// <summary>Reads grants.csv, which the secretariat drops.</summary>
internal static class GrantReader
{
    public const string File = "grants.csv";

    /// <param name="catalogue">Without grants.</param>
    public static Grants Read(CatalogueTable table, ReportingCatalogue catalogue)
    {
        var lines = new Dictionary<(string Form, string Organisation, string Period, DateOnly GrantedOn), int>();
        return new(table.Read(
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
                NoteWhatIsNotOwed(t, kind, until, catalogue);
                var grant = new Grant(
                    t.Required("form"), t.Required("organisation"), t.Text("period"), kind, until, t.Required("granted_by"), t.Day("granted_on"), t.Required("reason"));
                if (t.IsSound && !lines.TryAdd((grant.Form, grant.Organisation, grant.Period, grant.GrantedOn), t.Line))
                {
                    t.Note($"line {lines[(grant.Form, grant.Organisation, grant.Period, grant.GrantedOn)]} grants something for the same report on the same day; take one of them out");
                }

                return grant;
            }));
    }

    private static void NoteWhatIsNotOwed(CatalogueTable table, GrantKind kind, DateOnly? until, ReportingCatalogue catalogue)
    {
        var form = catalogue.Forms.FirstOrDefault(f => f.Code == table.Text("form"));
        var organisation = catalogue.FindOrganisation(table.Text("organisation"));
        if (form is null && table.Text("form").Length > 0)
        {
            table.Note($"form '{table.Text("form")}' is not in forms.csv");
        }

        if (organisation is null && table.Text("organisation").Length > 0)
        {
            table.Note($"organisation '{table.Text("organisation")}' is not in organisations.csv");
        }

        if (table.OptionalPeriod("period") is not { } period || form is null || organisation is null)
        {
            return;
        }

        if (!form.IsOwed(period, organisation))
        {
            table.Note($"{organisation.Code} does not owe {form.Code} for {period}");
        }
        else if (kind == GrantKind.Extension
            && catalogue.Regimes.FirstOrDefault(r => form.IsUnder(r) && r.AppliesTo(period))?.EffectiveDue(period, catalogue.Calendar) is { } due
            && until < due)
        {
            table.Note($"until {until:O} is before the day on which the report is due anyway, {due:O}; write the later day that is granted");
        }
    }
}
