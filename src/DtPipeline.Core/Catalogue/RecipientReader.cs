using System.Net.Mail;

namespace DtPipeline.Catalogue;

/// <summary>Reads recipients.csv.</summary>
internal static class RecipientReader
{
    public const string File = "recipients.csv";

    public static List<Recipient> Read(CatalogueTable table, IReadOnlyList<Form> forms, IReadOnlyList<Organisation> organisations)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return table.Read(
            ["code", "name", "address", "organisations", "forms", "least_severity", "told", "view"],
            t =>
            {
                var code = t.Code("code", seen);
                // Not quoted: problems are logged, and an address is somebody's.
                if (t.Required("address") is { Length: > 0 } address && !MailAddress.TryCreate(address, out _))
                {
                    t.Note("address is no e-mail address");
                }

                var isReporter = t.OneOf("view", ("overseer", false), ("reporter", true));
                return new Recipient(
                    code,
                    t.Required("name"),
                    t.Text("address"),
                    OrganisationsOf(t, isReporter, organisations),
                    FormsOf(t, forms),
                    t.OneOf("least_severity", ("green", AlertSeverity.Green), ("yellow", AlertSeverity.Yellow), ("red", AlertSeverity.Red)),
                    t.OneOf("told", ("first", false), ("next", true)),
                    isReporter);
            });
    }

    private static IReadOnlyList<string> OrganisationsOf(CatalogueTable table, bool isReporter, IReadOnlyList<Organisation> organisations)
    {
        var listed = table.RequiredList("organisations");
        foreach (var unknown in listed.Where(o => !organisations.Any(x => x.IsIn(o))))
        {
            table.Note($"organisation '{unknown}' is neither a group nor in organisations.csv");
        }

        if (isReporter && (listed.Count != 1 || listed[0].StartsWith('@')))
        {
            table.Note($"organisations is '{table.Text("organisations")}', expected one code: a reporter is told of nobody else's affairs");
        }

        return listed;
    }

    private static IReadOnlyList<string> FormsOf(CatalogueTable table, IReadOnlyList<Form> forms)
    {
        var listed = table.List("forms");
        foreach (var unknown in listed.Where(f => f != Recipient.Tasks && !forms.Any(x => x.Code == f)))
        {
            table.Note($"form '{unknown}' is not in forms.csv; expected codes of forms, '{Recipient.Tasks}', or nothing for all");
        }

        return listed;
    }
}
