namespace DtPipeline.Azure.Storage;

/// <summary>Names that triggers, storage and infra share.</summary>
public static class StorageNames
{
    public const string Reports = "reports";
    public const string Archive = "archive";
    public const string Receipts = "receipts";
    public const string Published = "published";
    public const string Catalogue = "catalogue";

    public const string LedgerTable = "Ledger";
    public const string ObligationsTable = "Obligations";
    public const string TasksTable = "Tasks";
    public const string AlertsTable = "Alerts";
    public const string PendingTable = "Pending";

    public const string AlertsTopic = "alerts";
    public const string SecretariatSubscription = "secretariat";

    /// <summary>
    /// Settings: connection of blobs and tables, and of the Service Bus namespace. Host and worker look a connection up as <c>AzureWebJobs</c>
    /// and its name first, so that one called <c>Storage</c> would be the host's own account.
    /// </summary>
    public const string StorageConnection = "Reporting";
    public const string ServiceBusConnection = "ServiceBus";

    public static readonly IReadOnlyList<string> Containers = [Reports, Archive, Receipts, Published, Catalogue];

    public static readonly IReadOnlyList<string> Tables = [LedgerTable, ObligationsTable, TasksTable, AlertsTable, PendingTable];
}
