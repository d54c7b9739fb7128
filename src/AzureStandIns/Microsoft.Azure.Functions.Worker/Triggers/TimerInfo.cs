namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about the occurrence it runs for.</summary>
public class TimerInfo
{
    /// <summary>Null where <see cref="TimerTriggerAttribute.UseMonitor"/> is off.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    public bool IsPastDue { get; set; }
}
