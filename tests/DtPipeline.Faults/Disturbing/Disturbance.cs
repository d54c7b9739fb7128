namespace DtPipeline.FaultInjection.Disturbing;

/// <summary>Counts the calls that one process makes to storage and Service Bus, and says which of them goes wrong and how.</summary>
internal sealed class Disturbance
{
    // What Azure's libraries try by themselves after the first time.
    private const int Retries = 3;

    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private readonly List<(Call Call, Fault Fault)> met = [];
    private readonly List<Func<Task>> late = [];
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyDictionary<int, Fault>? planned;
    private (Call Call, Fault Fault, int Left) lasting;
    private bool isAway;

    /// <summary>Ends when the process is killed.</summary>
    public Task Died => died.Task;

    /// <summary>Since it was planned, in their order, without those that only tried again what was refused for good.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<(Call Call, Fault Fault)> Met
    {
        get
        {
            lock (gate)
            {
                return [.. met];
            }
        }
    }

    /// <param name="faults">By the number of the call, from zero and from now on.</param>
    public void Plan(IReadOnlyDictionary<int, Fault> faults)
    {
        lock (gate)
        {
            calls.Clear();
            planned = faults;
        }
    }

    /// <summary>From now on all goes well, and what was late arrives.</summary>
    public async Task EndAsync()
    {
        lock (gate)
        {
            planned = null;
            isAway = false;
            lasting = default;
        }

        await ArriveLateAsync();
    }

    /// <returns>What happens to this call; null where nothing does.</returns>
    public Fault? Meet(Call call)
    {
        lock (gate)
        {
            if (Died.IsCompleted)
            {
                return new Fault(Kind.Dropped);
            }

            if (planned is null || isAway)
            {
                return isAway ? new Fault(Kind.Away) : null;
            }

            if (lasting.Left > 0 && lasting.Call == call)
            {
                lasting.Left--;
                return lasting.Fault;
            }

            calls.Add(call);
            if (!planned.TryGetValue(calls.Count - 1, out var fault))
            {
                return null;
            }

            met.Add((call, fault));
            isAway = fault.Kind == Kind.Away;
            lasting = (call, fault, fault.ForGood ? Retries : 0);
            return fault;
        }
    }

    /// <summary>The process has no effect any more: whatever it still asks for is dropped.</summary>
    public void Kill() => died.TrySetResult();

    public void Later(Func<Task> request)
    {
        lock (gate)
        {
            late.Add(request);
        }
    }

    public async Task ArriveLateAsync()
    {
        List<Func<Task>> arriving;
        lock (gate)
        {
            arriving = [.. late];
            late.Clear();
        }

        foreach (var request in arriving)
        {
            await request();
        }
    }
}
