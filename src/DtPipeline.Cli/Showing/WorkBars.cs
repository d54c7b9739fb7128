using DtPipeline.Azure.Storage;
using Spectre.Console;

namespace DtPipeline.Cli.Showing;

/// <summary>How far work is, on a terminal: a bar for each step.</summary>
internal sealed class WorkBars(ProgressContext context) : IProgress<WorkProgress>
{
    public static readonly ProgressColumn[] Columns = [new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()];

    private readonly Dictionary<string, ProgressTask> steps = new(StringComparer.Ordinal);

    public void Report(WorkProgress value)
    {
        lock (steps)
        {
            if (!steps.TryGetValue(value.Step, out var step))
            {
                foreach (var before in steps.Values.Where(s => s.IsIndeterminate))
                {
                    before.IsIndeterminate(false).Value = before.MaxValue;
                }

                steps[value.Step] = step = context.AddTask(Markup.Escape(value.Step));
            }

            step.IsIndeterminate = value.Total is null;
            step.Description = Markup.Escape(value.Done > 0 ? $"{value.Step}: {value.Done:N0}" : value.Step);
            step.MaxValue = Math.Max(1, value.Total ?? value.Done);
            step.Value = value.Total is 0 ? 1 : value.Done;
        }
    }
}
