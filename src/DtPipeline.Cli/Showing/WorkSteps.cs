using DtPipeline.Azure.Storage;

namespace DtPipeline.Cli.Showing;

/// <summary>How far work is, in a file: a line for each step.</summary>
internal sealed class WorkSteps(TextWriter output) : IProgress<WorkProgress>
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
