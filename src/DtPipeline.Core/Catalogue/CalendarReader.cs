namespace DtPipeline.Catalogue;

/// <summary>Reads holidays.csv.</summary>
internal static class CalendarReader
{
    // A line that the Government has announced; others are computed from the Labour Code.
    private const string Official = "official";

    public static WorkingCalendar Read(CatalogueTable table)
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
            },
            "status");
        return new WorkingCalendar(days, announced);
    }
}
