using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Obligations;
using DtPipeline.Oracle.Tests.Writing;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>What one organisation sends of one form for one period, in one file or several.</summary>
internal sealed class Sender(Plan plan, ReportingCatalogue catalogue, Trend trend, Outbox outbox, Random random)
{
    public void Report(Habit habit, Form form, Organisation organisation, Period period)
    {
        var due = DueDay.Of(form, organisation, period, catalogue).Effective;
        var cells = Cells(form, organisation, period);
        if (Chance(habit.Never) || (IsExemptForGood(form, organisation, period) && Chance(0.7)))
        {
            return;
        }

        var day = Chance(habit.Late) ? due.AddDays(random.Next(1, 36)) : plan.LastMinute > 0 && Chance(plan.LastMinute) ? due : due.AddDays(-random.Next(0, 10));
        if (day < plan.From)
        {
            // Owed since before: a third of it comes now.
            if (!Chance(0.3))
            {
                return;
            }

            day = plan.From.AddDays(random.Next(0, 40));
        }

        Send(habit, organisation, period, day, WithTasks(organisation, cells, day));
    }

    private void Send(Habit habit, Organisation organisation, Period period, DateOnly day, List<Cell> cells)
    {
        var layout = LayoutFor(period);
        if (Chance(habit.Faulty))
        {
            day = SendFaulty(organisation, period, day, cells, layout);
            if (Chance(0.15))
            {
                return;
            }
        }

        switch (random.NextDouble())
        {
            case < 0.06:
                outbox.Send(organisation, period, day, [.. cells.Select(c => catalogue.FindIndicator(c.Code) is null ? c : Cell.Of(c.Code, Said.Nil))], layout);
                return;
            case < 0.12:
                outbox.Send(organisation, period, day, [.. cells.Where(c => c.Said == Said.Value).Select(c => Chance(0.4) ? Cell.Of(c.Code, Said.Blank) : c)], layout);
                return;
            case < 0.17:
                outbox.Send(organisation, period, day, [.. cells.Where((_, n) => n % 2 == 0)], layout);
                outbox.Send(organisation, period, day.AddDays(random.Next(1, 15)), [.. cells.Where((_, n) => n % 2 == 1)], LayoutFor(period));
                return;
            case < 0.22:
                cells = cells.ConvertAll(c => Chance(0.2) && catalogue.FindIndicator(c.Code) is not null ? Cell.Of(c.Code, Said.Nil) : c);
                break;
        }

        Correct(organisation, period, day, outbox.Send(organisation, period, day, cells, layout));
    }

    /// <returns>The day on which the right file comes.</returns>
    private DateOnly SendFaulty(Organisation organisation, Period period, DateOnly day, List<Cell> cells, Layout layout)
    {
        if (Chance(0.4))
        {
            outbox.SendBroken(organisation, period, day);
        }
        else
        {
            outbox.Send(organisation, period, day, [.. cells.Select(c => Chance(0.15) ? Cell.Of(c.Code, Said.Wrong) : c), Cell.Of("ZZ-99", Said.Wrong)], layout);
        }

        return day.AddDays(random.Next(0, 13));
    }

    private void Correct(Organisation organisation, Period period, DateOnly day, IReadOnlyList<Cell> said)
    {
        var later = day.AddDays(random.Next(1, 40));
        switch (random.NextDouble())
        {
            case < 0.08:
                outbox.Send(organisation, period, later, [.. said.Select(c => Chance(0.2) ? Corrected(c) : c)], LayoutFor(period));
                break;
            case < 0.11:
                outbox.Send(organisation, period, later, [.. said.Skip(1).Take(2).Select(c => Cell.Of(c.Code, Said.Withdrawn))], Layout.Long);
                break;
            case < 0.15:
                outbox.SendAgain(organisation, period, day.AddDays(random.Next(0, 3)));
                break;
            case < 0.17:
                // Withdrawn, and then said again.
                outbox.Send(organisation, period, day, [.. said.Take(1).Select(c => Cell.Of(c.Code, Said.Withdrawn))], Layout.Sdmx);
                outbox.Send(organisation, period, later, said, Layout.Json);
                break;
            case < 0.19:
                // All of it is taken back.
                outbox.Send(organisation, period, later, [.. said.Where(c => c.IsStored).Select(c => Cell.Of(c.Code, Said.Withdrawn))], Layout.Long);
                break;
        }
    }

    private Cell Corrected(Cell cell) => (cell, catalogue.FindIndicator(cell.Code)) switch
    {
        ({ Value: { } value }, { } indicator) => trend.Corrected(indicator, value),
        ({ Value: { } progress }, null) => cell with { Value = Math.Min(100, progress + 10) },
        _ => cell,
    };

    private List<Cell> Cells(Form form, Organisation organisation, Period period) =>
    [
        .. form.Indicators
            .Where(i => catalogue.FindIndicator(i.Code)!.IsReportedFor(period) && (i.IsRequired || Chance(0.5)))
            .Select(i => trend.Next(organisation, catalogue.FindIndicator(i.Code)!)),
    ];

    /// <summary>Some say beside their figures how far they are with a task, mostly farther than before.</summary>
    private List<Cell> WithTasks(Organisation organisation, List<Cell> cells, DateOnly day)
    {
        if (!Chance(0.2))
        {
            return cells;
        }

        var due = catalogue.Tasks.Where(t => t.LastDay is not null && day >= t.AssignedOn && t.Owners.Any(organisation.IsOf)).ToList();
        var told = due.Where(_ => Chance(0.4)).Select(t => new Cell(t.Code, Said.Value, Chance(0.3) ? 100 : random.Next(1, 20) * 5, null, null, "A"));
        return [.. cells, .. told];
    }

    private bool IsExemptForGood(Form form, Organisation organisation, Period period) => DueDay.IsExempt(form, organisation, period, plan.To, catalogue);

    private Layout LayoutFor(Period period)
    {
        var layout = (Layout)random.Next(5);
        return layout.CanBeOf(period.Frequency) ? layout : Layout.Long;
    }

    private bool Chance(double part) => random.NextDouble() < part;
}
