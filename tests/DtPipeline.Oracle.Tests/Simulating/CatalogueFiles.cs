using DtPipeline.Oracle.Catalogue;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.VisualBasic.FileIO;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>The texts of a catalogue: the repository's own, with the organisations of a plan and its grants.</summary>
internal sealed class CatalogueFiles
{
    private const string GrantsHeader = "form,organisation,period,kind,until,granted_by,granted_on,reason";

    private readonly Dictionary<string, string> texts;

    private CatalogueFiles(Dictionary<string, string> texts) => this.texts = texts;

    public IEnumerable<(string File, string Text)> All => texts.Select(t => (t.Key, t.Value));

    public static CatalogueFiles Of(Plan plan, Random random)
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "catalogue"), "*.csv")
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
        var whole = ReportingCatalogue.Read(f => texts[f]);
        var provinces = whole.Organisations.Where(o => o.Kind == "province" && o.To is null).Select(o => o.Code).ToArray();
        random.Shuffle(provinces);
        var taken = provinces.Take(plan.Provinces).ToHashSet(StringComparer.Ordinal);
        var left = whole.Organisations
            .Where(o => o.Kind == "province" && !taken.Contains(o.Code) && !(o.Successor is { } heir && taken.Contains(heir)))
            .Select(o => o.Code)
            .ToHashSet(StringComparer.Ordinal);
        texts["organisations.csv"] = string.Join('\n', texts["organisations.csv"].Split('\n').Where(line => !left.Contains(line.Split(',')[0])));
        return new CatalogueFiles(texts);
    }

    /// <summary>As the oracle reads them.</summary>
    public ReportingCatalogue Read() => ReportingCatalogue.Read(f => texts[f]);

    public string? Find(string file) => texts.GetValueOrDefault(file);

    public CatalogueFiles With(IEnumerable<string> grantLines) => With("grants.csv", string.Join('\n', [GrantsHeader, .. grantLines, string.Empty]));

    /// <summary>Puts another value into a column of some lines.</summary>
    public CatalogueFiles Change(string file, Func<string[], bool> isMeant, int column, string value)
    {
        using var parser = new TextFieldParser(new StringReader(texts[file])) { Delimiters = [","] };
        var lines = new List<string>();
        while (parser.ReadFields() is { } fields)
        {
            if (isMeant(fields))
            {
                fields[column] = value;
            }

            lines.Add(string.Join(',', fields.Select(f => f.Contains(',', StringComparison.Ordinal) || f.Contains('"', StringComparison.Ordinal) ? $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : f)));
        }

        return With(file, string.Join('\n', [.. lines, string.Empty]));
    }

    private CatalogueFiles With(string file, string text) => new(new Dictionary<string, string>(texts, StringComparer.Ordinal) { [file] = text });
}
