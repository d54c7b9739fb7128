namespace DtPipeline.LocalHost.Showing;

/// <summary>How storage and Service Bus are shown: by the whole connection strings of the host's own, which are no secrets, and by name those of somebody else.</summary>
internal sealed record ShownServices(string Storage, string ServiceBus);
