namespace DtPipeline.Catalogue;

/// <summary>Reads forms.csv and form_indicators.csv, and what they say of each other and of the files that they name.</summary>
internal sealed class FormReader(
    CatalogueTable formTable, CatalogueTable memberTable, IReadOnlyList<Indicator> indicators, IReadOnlyList<Regime> regimes, IReadOnlyList<Organisation> organisations)
{
    private readonly Dictionary<string, Indicator> byCode = indicators.ToDictionary(i => i.Code, StringComparer.Ordinal);

    public List<Form> Read()
    {
        var members = ReadMembers();
        var byForm = members.ToLookup(m => m.Form, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var forms = formTable.Read(
            ["code", "name_en", "name_vi", "frequency", "owed_by", "regime", "owed_from", "owed_to"],
            t =>
            {
                var form = ReadForm(t, seen, byForm);
                if (form is not null && t.IsSound)
                {
                    NoteWhatCannotBe(form, members.Count > 0);
                }

                return form;
            },
            "level",
            "strict",
            "evidence_required");
        var byFormCode = forms.ToDictionary(f => f.Code, StringComparer.Ordinal);
        foreach (var member in members.Where(_ => seen.Count > 0))
        {
            if (!seen.Contains(member.Form))
            {
                memberTable.NoteAt(member.Line, $"form '{member.Form}' is not in forms.csv");
            }
            else if (byFormCode.TryGetValue(member.Form, out var form) && byCode.TryGetValue(member.Indicator.Indicator, out var indicator) && indicator.Frequency != form.Frequency)
            {
                memberTable.NoteAt(
                    member.Line, $"indicator '{indicator.Code}' is {indicator.Frequency.Name().En} and form '{form.Code}' {form.Frequency.Name().En}; ask for it in a form of its own frequency");
            }
        }

        return forms;
    }

    private static Form? ReadForm(CatalogueTable table, HashSet<string> seen, ILookup<string, Member> byForm)
    {
        var code = table.Code("code", seen);
        table.Required("owed_from");
        var frequency = table.FrequencyOf("frequency");
        var (from, to) = (PeriodOf(table, "owed_from", frequency), PeriodOf(table, "owed_to", frequency));
        return from is null
            ? null
            : new Form(
                code,
                table.Required("name_en"),
                table.Required("name_vi"),
                frequency,
                table.Required("owed_by"),
                table.Required("regime"),
                from,
                to,
                table.OptionalYesNo("strict"),
                [.. byForm[code].Select(m => m.Indicator)])
            {
                Level = RegimeReader.LevelOf(table),
                IsEvidenceRequired = table.OptionalYesNo("evidence_required"),
            };
    }

    private static Period? PeriodOf(CatalogueTable table, string column, Frequency frequency)
    {
        var period = table.OptionalPeriod(column);
        if (period is not null && table.IsSound && period.Frequency != frequency)
        {
            table.Note($"{column} is '{period}', expected a period of the form's own frequency, {table.Text("frequency")}");
        }

        return period;
    }

    private List<Member> ReadMembers()
    {
        var seen = new HashSet<(string, string)>();
        return memberTable.Read(
            ["form", "indicator", "required"],
            t =>
            {
                if (!seen.Add((t.Text("form"), t.Text("indicator"))))
                {
                    t.Note($"indicator '{t.Text("indicator")}' of form '{t.Text("form")}' is there twice");
                }

                if (indicators.Count > 0 && !byCode.ContainsKey(t.Text("indicator")))
                {
                    t.Note($"indicator '{t.Text("indicator")}' is not in indicators.csv");
                }

                return new Member(t.Required("form"), new FormIndicator(t.Required("indicator"), t.YesNo("required")), t.Line);
            });
    }

    private void NoteWhatCannotBe(Form form, bool hasMembers)
    {
        if (form.OwedTo is { } to && to.FirstDay < form.OwedFrom.FirstDay)
        {
            formTable.Note($"owed_to {to} is before owed_from {form.OwedFrom}; exchange them, or mend the wrong one");
            return;
        }

        if (organisations.Count > 0)
        {
            NoteWhoOwes(form);
        }

        if (regimes.Count > 0)
        {
            NoteWhenDue(form);
        }

        if (hasMembers && form.Indicators.Count == 0)
        {
            formTable.Note($"form '{form.Code}' has no indicator in form_indicators.csv");
        }
        else if (hasMembers && indicators.Count > 0 && FirstOwed(form, p => !form.Indicators.Any(i => byCode.TryGetValue(i.Indicator, out var indicator) && indicator.IsReportedFor(p))) is { } without)
        {
            formTable.Note($"form '{form.Code}' asks for no indicator in {without}; end it with owed_to, or give it an indicator that is reported then");
        }
    }

    private void NoteWhoOwes(Form form)
    {
        if (!organisations.Any(o => o.IsIn(form.OwedBy)))
        {
            formTable.Note($"owed_by '{form.OwedBy}' is neither a group nor in organisations.csv");
        }
        else if (!organisations.Any(o => o.IsIn(form.OwedBy) && o.ValidTime.Overlaps(new ValidTime(form.OwedFrom.LastDay, form.OwedTo?.LastDay))))
        {
            formTable.Note($"nobody of owed_by '{form.OwedBy}' exists from owed_from {form.OwedFrom} on; name who owes the form then, or take it out");
        }
    }

    private void NoteWhenDue(Form form)
    {
        var lines = regimes.Where(form.IsUnder).ToList();
        if (lines.Count == 0)
        {
            var level = form.Level == Regime.ReportingBody ? string.Empty : $" of a {form.Level}";
            formTable.Note($"regime '{form.Regime}' has no line for {formTable.Text("frequency")} reports{level} in regimes.csv");
        }
        else if (FirstOwed(form, p => !lines.Exists(r => r.AppliesTo(p))) is { } without)
        {
            formTable.Note($"regime '{form.Regime}' has no line for {without} in regimes.csv");
        }
    }

    /// <returns>The first period in which a form is owed and something holds of it; null where there is none.</returns>
    private static Period? FirstOwed(Form form, Predicate<Period> holds)
    {
        for (var period = form.OwedFrom; period.Year <= Period.LastYear && form.IsOwed(period); period = period.Next)
        {
            if (holds(period))
            {
                return period;
            }
        }

        return null;
    }

    private sealed record Member(string Form, FormIndicator Indicator, int Line);
}
