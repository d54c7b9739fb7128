namespace DtPipeline.Catalogue;

/// <summary>A catalogue, or what keeps it from being one by file and line. Beside a catalogue problems are lines of grants.csv and recipients.csv that do not count.</summary>
public sealed record CatalogueReading(ReportingCatalogue? Catalogue, IReadOnlyList<CatalogueProblem> Problems);

public static class CatalogueReader
{
    private const string SourcesFile = "sources.csv";

    // A line of holidays.csv that the Government has announced; others are computed from the Labour Code.
    private const string Official = "official";

    public static readonly IReadOnlyList<string> Files =
        ["organisations.csv", "indicators.csv", "forms.csv", "form_indicators.csv", "regimes.csv", "tasks.csv", "holidays.csv", SourcesFile, GrantReader.File, RecipientReader.File];

    /// <summary>Files that the secretariat writes itself: a wrong line costs only itself. A wrong line of another file costs the whole catalogue.</summary>
    public static bool IsTakenByLine(string file) => file is GrantReader.File or RecipientReader.File;

    /// <param name="textOf">The text of a catalogue file by its name; null where there is none.</param>
    /// <param name="allowHttpSources">Take addresses of sources that are not encrypted, for one machine alone.</param>
    public static CatalogueReading Read(Func<string, string?> textOf, bool allowHttpSources = false)
    {
        var problems = new List<CatalogueProblem>();

        CatalogueTable Table(string file)
        {
            var text = textOf(file);
            if (text is null)
            {
                problems.Add(new CatalogueProblem(file, 1, "the file is missing"));
            }

            return new CatalogueTable(file, text ?? string.Empty, problems);
        }

        var organisations = ReadOrganisations(Table("organisations.csv"));
        var indicators = ReadIndicators(Table("indicators.csv"));
        var regimes = ReadRegimes(Table("regimes.csv"));
        var members = ReadMembers(Table("form_indicators.csv"), indicators);
        var forms = ReadForms(Table("forms.csv"), members, regimes, organisations, problems);
        var tasks = ReadTasks(Table("tasks.csv"), organisations, indicators);
        var calendar = ReadCalendar(Table("holidays.csv"));

        // Files that a catalogue may be without: older ones are.
        var sources = textOf(SourcesFile) is null ? [] : SourceReader.Read(Table(SourcesFile), organisations, allowHttpSources);
        if (problems.Count > 0)
        {
            return new CatalogueReading(null, problems);
        }

        // What the secretariat writes itself: a wrong line costs only itself, and it is told.
        var dropped = new List<CatalogueProblem>();
        var grants = textOf(GrantReader.File) is { } granted
            ? GrantReader.Read(new CatalogueTable(GrantReader.File, granted, dropped), forms, organisations)
            : Grants.None;
        var recipients = textOf(RecipientReader.File) is { } named
            ? RecipientReader.Read(new CatalogueTable(RecipientReader.File, named, dropped), forms, organisations)
            : [];
        return new CatalogueReading(
            new ReportingCatalogue(organisations, indicators, forms, regimes, tasks, calendar) { Sources = sources, Grants = grants, Recipients = recipients },
            dropped);
    }

    private static List<Organisation> ReadOrganisations(CatalogueTable table)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return table.Read(
            ["code", "kind", "name_en", "name_vi", "valid_from", "valid_to", "successor_code", "gso_code", "iso_3166_2", "aliases"],
            t =>
            {
                return new Organisation(
                    t.Key("code", seen),
                    t.OneOf("kind", ("province", OrganisationKind.Province), ("ministry", OrganisationKind.Ministry), ("agency", OrganisationKind.Agency)),
                    t.Required("name_en"),
                    t.Required("name_vi"),
                    t.OptionalDay("valid_from"),
                    t.OptionalDay("valid_to"),
                    t.OptionalText("successor_code"),
                    t.OptionalText("gso_code"),
                    t.OptionalText("iso_3166_2"),
                    t.List("aliases"));
            });
    }

    private static List<Indicator> ReadIndicators(CatalogueTable table)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return table.Read(
            ["code", "name_en", "name_vi", "unit", "kind", "frequency", "aggregation", "scope", "cumulative", "min", "max", "target_value", "target_due", "move_threshold", "valid_to"],
            t =>
            {
                return new Indicator(
                    t.Key("code", seen),
                    t.Required("name_en"),
                    t.Required("name_vi"),
                    t.OneOf("unit", "count", "percent", "yes_no", "score", "rank", "vnd_million", "usd_million"),
                    t.OneOf("kind", ("stock", IndicatorKind.Stock), ("flow", IndicatorKind.Flow), ("ratio", IndicatorKind.Ratio), ("flag", IndicatorKind.Flag)),
                    t.FrequencyOf("frequency"),
                    t.OneOf("aggregation", ("sum", Aggregation.Sum), ("mean", Aggregation.Mean), ("weighted_mean", Aggregation.WeightedMean), ("count_yes", Aggregation.CountYes), ("max", Aggregation.Max)),
                    t.OneOf("scope", ("organisation", false), ("national", true)),
                    t.YesNo("cumulative"),
                    t.OptionalNumber("min"),
                    t.OptionalNumber("max"),
                    t.OptionalNumber("target_value"),
                    t.OptionalDay("target_due"),
                    t.OptionalNumber("move_threshold"),
                    t.OptionalDay("valid_to"));
            });
    }

    private static List<Regime> ReadRegimes(CatalogueTable table) => table.Read(
        ["code", "frequency", "data_from_day", "data_from_months", "data_to_day", "data_to_months", "due_day", "due_months", "roll_over", "valid_from", "valid_to"],
        t => new Regime(
            t.Required("code"),
            t.FrequencyOf("frequency"),
            new DayRule(t.Whole("data_from_day"), t.Whole("data_from_months")),
            new DayRule(t.Whole("data_to_day"), t.Whole("data_to_months")),
            new DayRule(t.Whole("due_day"), t.Whole("due_months")),
            t.OneOf("roll_over", ("none", RollOver.None), ("next_working_day", RollOver.NextWorkingDay)),
            t.Day("valid_from"),
            t.OptionalDay("valid_to"))
        {
            Level = LevelOf(t),
        });

    private static string LevelOf(CatalogueTable table) => table.OptionalOneOf("level", Regime.ReportingBody, Regime.ReportingBody, Regime.ReceivingUnit);

    private static List<Member> ReadMembers(CatalogueTable table, List<Indicator> indicators)
    {
        var seen = new HashSet<(string, string)>();
        return table.Read(
            ["form", "indicator", "required"],
            t =>
            {
                if (!seen.Add((t.Text("form"), t.Text("indicator"))))
                {
                    t.Note($"indicator '{t.Text("indicator")}' of form '{t.Text("form")}' is there twice");
                }

                if (indicators.Count > 0 && !indicators.Exists(i => i.Code == t.Text("indicator")))
                {
                    t.Note($"indicator '{t.Text("indicator")}' is not in indicators.csv");
                }

                return new Member(t.Required("form"), new FormIndicator(t.Required("indicator"), t.YesNo("required")), t.Line);
            });
    }

    private static List<Form> ReadForms(CatalogueTable table, List<Member> members, List<Regime> regimes, List<Organisation> organisations, List<CatalogueProblem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var forms = table.Read(
            ["code", "name_en", "name_vi", "frequency", "owed_by", "regime", "owed_from", "owed_to"],
            t =>
            {
                var code = t.Key("code", seen);
                var frequency = t.FrequencyOf("frequency");
                var level = LevelOf(t);
                bool IsUnder(Regime regime) => regime.Code == t.Text("regime") && regime.Frequency == frequency && regime.Level == level;
                if (regimes.Count > 0 && !regimes.Exists(IsUnder))
                {
                    t.Note($"regime '{t.Text("regime")}' has no line for {t.Text("frequency")} reports{(level == Regime.ReportingBody ? string.Empty : $" of a {level}")} in regimes.csv");
                }

                t.Required("owed_from");
                var from = t.OptionalPeriod("owed_from");
                if (from is not null && from.Frequency != frequency)
                {
                    t.Note($"owed_from is '{from}', expected a period of the form's own frequency, {t.Text("frequency")}");
                }

                var owned = members.Where(m => m.Form == code).Select(m => m.Indicator).ToList();
                if (members.Count > 0 && owned.Count == 0)
                {
                    t.Note($"form '{code}' has no indicator in form_indicators.csv");
                }

                var to = t.OptionalPeriod("owed_to");
                if (from is not null && from.Frequency == frequency && regimes.Exists(IsUnder) && FirstWithout(from, to, [.. regimes.Where(IsUnder)]) is { } without)
                {
                    t.Note($"regime '{t.Text("regime")}' has no line for {without} in regimes.csv");
                }

                var owedBy = t.Required("owed_by");
                if (owedBy.Length > 0 && organisations.Count > 0 && !organisations.Exists(o => o.IsIn(owedBy)))
                {
                    t.Note($"owed_by '{owedBy}' is neither a group nor in organisations.csv");
                }

                return from is null
                    ? null
                    : new Form(code, t.Required("name_en"), t.Required("name_vi"), frequency, owedBy, t.Required("regime"), from, to, t.OptionalYesNo("strict"), owned)
                    {
                        Level = level,
                        IsEvidenceRequired = t.OptionalYesNo("evidence_required"),
                        PassesOn = t.OptionalOneOf("after_end", "body", "body", "successor") == "successor",
                    };
            });
        problems.AddRange(members
            .Where(m => seen.Count > 0 && !seen.Contains(m.Form))
            .Select(m => new CatalogueProblem("form_indicators.csv", m.Line, $"form '{m.Form}' is not in forms.csv")));
        return forms;
    }

    /// <returns>The first period owed for which no line says when it is due; null where there is none.</returns>
    private static Period? FirstWithout(Period from, Period? to, List<Regime> regimes)
    {
        for (var period = from; period.FirstDay.Year <= Period.LastYear && (to is null || period.FirstDay <= to.FirstDay); period = period.Next)
        {
            if (!regimes.Exists(r => r.AppliesTo(period)))
            {
                return period;
            }
        }

        return null;
    }

    private static List<AssignedTask> ReadTasks(CatalogueTable table, List<Organisation> organisations, List<Indicator> indicators)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return table.Read(
            ["code", "title_en", "title_vi", "owner_code", "assigned_on", "due_date", "recurrence", "source"],
            t =>
            {
                var code = t.Key("code", seen);
                if (indicators.Exists(i => i.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
                {
                    t.Note($"code '{code}' is an indicator's already");
                }

                t.Required("owner_code");
                foreach (var owner in t.List("owner_code").Where(o => o != AssignedTask.Unnamed && organisations.Count > 0 && !organisations.Exists(x => x.IsIn(o))))
                {
                    t.Note($"owner_code '{owner}' is neither a group nor in organisations.csv");
                }

                return new AssignedTask(
                    code, t.Required("title_en"), t.Required("title_vi"), t.List("owner_code"),
                    t.Day("assigned_on"), t.OptionalDay("due_date"), t.OptionalYesNo("due_included", otherwise: true), t.Text("recurrence"), t.Text("source"));
            });
    }

    private static WorkingCalendar ReadCalendar(CatalogueTable table)
    {
        var days = new Dictionary<DateOnly, bool>();
        var announced = new HashSet<int>();
        table.Read(
            ["date", "is_day_off"],
            t =>
            {
                // "maybe" is a day that only one of two announced options makes a holiday: counted as a working day.
                var off = t.OneOf("is_day_off", "yes", "no", "maybe");
                var day = t.Day("date");
                if (off != "maybe" && !days.TryAdd(day, off == "yes"))
                {
                    t.Note($"date '{t.Text("date")}' is there twice");
                }

                if (t.OptionalOneOf("status", Official, Official, "estimated", "alternative") == Official)
                {
                    announced.Add(day.Year);
                }

                return t;
            });
        return new WorkingCalendar(days, announced);
    }

    private sealed record Member(string Form, FormIndicator Indicator, int Line);
}
