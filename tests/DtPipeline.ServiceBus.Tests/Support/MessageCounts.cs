namespace DtPipeline.ServiceBus.Tests.Support;

/// <summary>How many messages a queue or subscription holds; <c>Locked</c> ones are with a receiver.</summary>
internal sealed record MessageCounts(int Active = 0, int Locked = 0, int DeadLettered = 0, int Scheduled = 0);
