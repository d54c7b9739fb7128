using System.Text.RegularExpressions;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What the name of a file, or of a folder or member of an archive, says of the period. It is a hint: names are left as they were for years.</summary>
internal static partial class NamesOfFiles
{
    public static void Check(string name, ReadContext context)
    {
        var own = context.Path.Period;
        var written = string.Join(' ', name.Split('/').Select(p => p.LastIndexOf('.') is > 0 and var dot ? p[..dot] : p));
        var mentions = PeriodMention.In(written, own);
        if (mentions.Count > 0 && mentions.All(m => m.Period != own && (m.HasYear || Named().IsMatch(Fold.Of(written)))))
        {
            context.Faults.Add(FaultKinds.FileNamePeriod.At(context.Whole, name, own.ToString()));
        }
    }

    /// <summary>"quý 2" and "tháng 7", while "q2" and "t7" alone may be anything.</summary>
    [GeneratedRegex(@"\b(quy|quarter|thang) ?([ivx]+|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
