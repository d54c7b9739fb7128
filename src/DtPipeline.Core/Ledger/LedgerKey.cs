using System.Security.Cryptography;
using System.Text;
using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

/// <summary>Names of ledger partitions and files. They are part of the storage layout: changing them means rebuilding from the archive.</summary>
public static class LedgerKey
{
    /// <summary>Stands where an organisation would, for files whose path belongs to nobody.</summary>
    public const string Unplaced = "unplaced";

    /// <summary>Stands where a period would, for the alerts of tasks.</summary>
    public const string Tasks = "tasks";

    /// <summary>Stands where a period would, for the alerts of targets.</summary>
    public const string Targets = "targets";

    /// <summary>Stands where an organisation would, for alerts about the catalogue itself.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Stands where an organisation would, for work on a period that a new catalogue makes necessary: it may be about everybody.</summary>
    public const string Amendment = "@amendment";

    /// <summary>Stands where an organisation would in what marks a period as to be published anew, though nothing of it has changed.</summary>
    public const string Publication = "@publication";

    public static string Of(Period period, string organisation) => $"{period}~{organisation}";

    /// <summary>Alerts about a whole form live in a partition of their own beside the organisations' ones.</summary>
    public static string OfForm(Period period, string form) => $"{period}~@{form}";

    /// <summary>Alerts of an owner's tasks belong to no period: they have a partition without one.</summary>
    public static string OfTasks(string owner) => $"{Tasks}~{owner}";

    /// <summary>And alerts about a task of a whole group, one of theirs.</summary>
    public static string OfTask(string task) => OfTasks($"@{task}");

    /// <summary>Alerts of targets belong to no period either.</summary>
    /// <param name="whose">A group, or an organisation's code.</param>
    public static string OfTargets(string whose) => $"{Targets}~{whose}";

    /// <summary>Between which keys all lie that begin with this part: from the first, that one included, to the second.</summary>
    public static (string From, string To) EndsOf(string first) => ($"{first}~", $"{first}{(char)('~' + 1)}");

    /// <summary>What stands behind a partition's period, or what stands for one: an organisation's code or a form's behind its sign.</summary>
    public static string WhoseOf(string partition) => partition[(partition.IndexOf('~') + 1)..];

    /// <returns>Null for a partition that belongs to no organisation's period, or to an organisation that the catalogue no longer knows.</returns>
    public static Owner? OwnerOf(string partition, ReportingCatalogue catalogue) =>
        partition.Split('~') is [var name, var code] && Period.TryParse(name, out var period) && catalogue.FindOrganisation(code) is { } organisation
            ? new Owner(organisation, period)
            : null;

    /// <returns>Null for a partition that belongs to no period.</returns>
    public static Period? PeriodOf(string partition) => Period.TryParse(partition.Split('~')[0], out var period) ? period : null;

    public static string Of(Filing filing) => Of(filing.Whose, filing.Path);

    public static string Of(Owner? whose, string path) =>
        whose is { } owner ? Of(owner.Period, owner.Organisation.Code) : $"{Unplaced}~{HashOf(path)}";

    /// <summary>A file is one uploaded version: the same content at the same path at the same time.</summary>
    /// <param name="version">What tells one upload at a path from the next: the blob's version, or its last-modified time and ETag.</param>
    public static string FileId(string path, string sha256, string version) => HashOf($"{path}\n{sha256}\n{version}");

    /// <summary>Of what <see cref="HashOf"/> gives.</summary>
    public const int HashLength = 16;

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashLength / 2));
}
