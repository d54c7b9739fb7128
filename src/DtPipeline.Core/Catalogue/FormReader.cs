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
            "evidence_required",
            "after_end");
        var byFormCode = forms.ToDictionary(f => f.Code, StringComparer.Ordinal);
        foreach (var member in members.Where(_ => seen.Count > 0))
        {
            if (!seen.Contains(member.Form))
            {
                memberTable.NoteAt(member.Line, $"form '{member.Form}' is not in forms.csv");
            }
            else if (byFormCode.TryGetValue(member.Form, out var form)
                && byCode.TryGetValue(member.Indicator.Indicator, out var indicator)
                && WhyNotIn(form, indicator) is { } problem)
            {
                memberTable.NoteAt(member.Line, problem);
            }
        }

        return forms;
    }

    private string? WhyNotIn(Form form, Indicator indicator)
    {
        if (indicator.Frequency != form.Frequency)
        {
            return $"indicator '{indicator.Code}' is {indicator.Frequency.Name().En} and form '{form.Code}' {form.Frequency.Name().En}; ask for it in a form of its own frequency";
        }

        return indicator.NationalOnly && !organisations.Any(o => o.IsIn(form.OwedBy) && indicator.Owners.Any(x => x.Organisation == o.Code))
            ? $"indicator '{indicator.Code}' is a national figure and nobody of owed_by '{form.OwedBy}' is its owner; take the line out"
            : null;
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
                table.Name("name_en"),
                table.Name("name_vi"),
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
                PassesOn = table.OptionalOneOf("after_end", "body", "body", "successor") == "successor",
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
        var seen = new Dictionary<(string, string), List<ValidTime>>();
        return memberTable.Read(
            ["form", "indicator", "required"],
            t =>
            {
                var (form, indicator, valid) = (t.Required("form"), t.Required("indicator"), t.ValidTime());
                var others = seen.TryGetValue((form, indicator), out var times) ? times : seen[(form, indicator)] = [];
                if (others.Exists(valid.Overlaps))
                {
                    t.Note($"indicator '{indicator}' of form '{form}' is there twice{(others.Exists(o => o != default) || valid != default ? " at the same time" : string.Empty)}");
                }

                others.Add(valid);
                if (indicators.Count > 0 && !byCode.ContainsKey(indicator))
                {
                    t.Note($"indicator '{indicator}' is not in indicators.csv");
                }

                return new Member(form, new FormIndicator(indicator, t.YesNo("required")) { ValidFrom = valid.From, ValidTo = valid.To }, t.Line);
            },
            "valid_from",
            "valid_to");
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
        else if (hasMembers && indicators.Count > 0 && FirstWithoutIndicator(form) is { } without)
        {
            formTable.Note($"form '{form.Code}' asks for no indicator in {without}; end it with owed_to, or give it an indicator that is reported then");
        }
    }

    private Period? FirstWithoutIndicator(Form form)
    {
        var asked = form.Indicators.Select(i => (i.ValidTime, Reported: byCode.GetValueOrDefault(i.Indicator)?.ValidTime)).Where(i => i.Reported is not null).ToList();
        return FirstOwed(
            form,
            asked.SelectMany(i => new[] { i.ValidTime, i.Reported!.Value }),
            p => !asked.Exists(i => i.ValidTime.Contains(p.LastDay) && i.Reported!.Value.Contains(p.LastDay)));
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
        else if (FirstOwed(form, lines.Select(r => r.ValidTime), p => !lines.Exists(r => r.AppliesTo(p))) is { } without)
        {
            formTable.Note($"regime '{form.Regime}' has no line for {without} in regimes.csv");
        }
    }

    /// <param name="times">On which it hangs what holds: once all their days have passed, it is as in the period before.</param>
    /// <returns>The first period in which a form is owed and something holds of it; null where there is none.</returns>
    private static Period? FirstOwed(Form form, IEnumerable<ValidTime> times, Predicate<Period> holds)
    {
        var lastChange = times.SelectMany(t => new[] { t.From, t.To }).Max();
        for (var period = form.OwedFrom; period.Year <= Period.LastYear && form.IsOwed(period); period = period.Next)
        {
            if (holds(period))
            {
                return period;
            }

            if (lastChange is null || period.FirstDay > lastChange)
            {
                break;
            }
        }

        return null;
    }

    private sealed record Member(string Form, FormIndicator Indicator, int Line);
}
