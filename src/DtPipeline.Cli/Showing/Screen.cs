using DtPipeline.Azure.Storage;
using Spectre.Console;

namespace DtPipeline.Cli.Showing;

/// <summary>Everything that the commands print: results on standard output, complaints and progress bars on standard error.</summary>
internal sealed class Screen(TextWriter output, TextWriter errors)
{
    private static readonly ProgressColumn[] Columns = [new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()];

    public void Say(string text) => output.WriteLine(text);

    public void Complain(string text) => errors.WriteLine(text);

    /// <summary>Shows how far the work is: a bar for each step on a terminal, a line for each step where the output goes to a file.</summary>
    public Task<T> WhileAsync<T>(Func<IProgress<WorkProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? console.Progress().Columns(Columns).StartAsync(context => work(new Bars(context)))
            : work(new Lines(output));
    }

    private sealed class Bars(ProgressContext context) : IProgress<WorkProgress>
    {
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

    private sealed class Lines(TextWriter output) : IProgress<WorkProgress>
    {
        private string last = string.Empty;

        public void Report(WorkProgress value)
        {
            lock (output)
            {
                if (value.Step != last)
                {
                    output.WriteLine($"{value.Step} …");
                    last = value.Step;
                }
            }
        }
    }
}
