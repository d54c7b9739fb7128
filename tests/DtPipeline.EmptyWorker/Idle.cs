using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.EmptyWorker;

/// <summary>What every isolated worker pays before it does anything: the function app is measured beside it.</summary>
public sealed class Idle
{
    [Function(nameof(Idle))]
    public static void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer)
    {
    }
}
