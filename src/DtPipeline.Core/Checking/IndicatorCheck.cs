using System.Buffers;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Reading;
using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>Which indicator a row is about: by its code, else by its name.</summary>
internal sealed class IndicatorCheck(ReadContext context)
{
    private const int MostSuggestions = 1_000;
    private const int MostNames = 1_000;
    private static readonly SearchValues<char> RowNumber = SearchValues.Create("0123456789.IVXivx()");

    private readonly Dictionary<string, Indicator?> names = new(StringComparer.Ordinal);
    private int suggestions;

    private DateOnly Day => context.Path.Period.LastDay;

    /// <returns>Null where a fault keeps the row out, which is told.</returns>
    public Indicator? Check(ReportRow row)
    {
        if (Find(row) is not { } indicator)
        {
            return null;
        }

        var period = context.Path.Period;
        var fault = indicator switch
        {
            { NationalOnly: true } when indicator.OwnerOf(period) != context.Path.Organisation.Code => FaultKinds.IndicatorNational.At(row.At(ReportColumn.Indicator), indicator.Code, OwnerOf(indicator)),
            _ when indicator.Task is null && indicator.Frequency != period.Frequency => FaultKinds.IndicatorFrequency.At(row.At(ReportColumn.Indicator), indicator.Code, indicator.Frequency.Name()),
            _ when indicator.IsReportedFor(period) => null,
            { ValidFrom: { } from } when period.LastDay < from => FaultKinds.IndicatorNotBegun.At(row.At(ReportColumn.Indicator), indicator.Code, $"{from:O}"),
            _ => FaultKinds.IndicatorClosed.At(row.At(ReportColumn.Indicator), indicator.Code, $"{indicator.ValidTo:O}"),
        };
        if (fault is not null)
        {
            context.Faults.Add(fault);
        }

        return fault is null ? indicator : null;
    }

    /// <summary>From whom alone the figure of the period is taken.</summary>
    private Bilingual OwnerOf(Indicator indicator) =>
        indicator.OwnerOf(context.Path.Period) is { } code && context.Catalogue.FindOrganisation(code) is { } owner
            ? new Bilingual($"{owner.NameVi} ({code})", $"{owner.NameEn} ({code})")
            : new Bilingual("không cơ quan nào", "nobody");

    private Indicator? Find(ReportRow row)
    {
        var (code, name) = (row.Text(ReportColumn.Indicator), row.Text(ReportColumn.Name));
        if (code.Length == 0 && name.Length == 0)
        {
            context.Faults.Add(FaultKinds.IndicatorMissing.At(row.At(ReportColumn.Indicator), expected: "GOV-01"));
            return null;
        }

        var named = name.Length > 0 ? Named(name) : null;
        if ((context.Catalogue.FindIndicator(code) ?? Labelled(code)) is { } coded)
        {
            if (named is null || named.Code == coded.Code)
            {
                return coded;
            }

            context.Faults.Add(FaultKinds.IndicatorNameConflict.At(row.At(ReportColumn.Name), name, named.Code));
            return null;
        }

        var (written, column) = code.Length > 0 && !(named is not null && IsRowNumber(code)) ? (code, ReportColumn.Indicator) : (name, ReportColumn.Name);
        if (Mojibake.Find(written) is { } meant && context.Catalogue.Names.FindIndicator(meant, Day) is { } mended)
        {
            context.Faults.Add(FaultKinds.TextMojibake.At(row.At(column), written, meant));
            return mended;
        }

        // "Mã số" 01, 02 beside exact names are the numbers of the rows.
        if ((code.Length > 0 && !(named is not null && IsRowNumber(code)) ? context.Catalogue.Names.FindIndicator(code, Day) : named) is { } byName)
        {
            var kind = byName.Task is null ? FaultKinds.IndicatorByName : FaultKinds.TaskByName;
            context.Faults.Add(kind.At(row.At(column), written, byName.Code));
            return byName;
        }

        context.Faults.Add(FaultKinds.IndicatorUnknown.At(row.At(column), written, named?.Code ?? Suggested(written) ?? "GOV-01, DG-05"));
        return null;
    }

    private Indicator? Named(string name)
    {
        if (!names.TryGetValue(name, out var indicator))
        {
            indicator = context.Catalogue.Names.FindIndicator(name, Day);
            if (names.Count < MostNames)
            {
                names[name] = indicator;
            }
        }

        return indicator;
    }

    private static bool IsRowNumber(string code) => code.Length <= 6 && !code.AsSpan().ContainsAnyExcept(RowNumber);

    /// <summary>SDMX-CSV may write a value as "GOV-01: Action plan issued".</summary>
    private Indicator? Labelled(string code) =>
        code.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? context.Catalogue.FindIndicator(code[..colon].TrimEnd()) : null;

    /// <summary>The code or name that was probably meant; null where nothing is near.</summary>
    private string? Suggested(string written)
    {
        if (suggestions++ >= MostSuggestions)
        {
            return null;
        }

        var folded = Fold.Of(written);
        if (context.Catalogue.Readable.FirstOrDefault(i => IsCarelessly(i.Code, folded)) is { } sameCode)
        {
            return sameCode.Code;
        }

        var near = context.Catalogue.Readable
            .Select(i => (i.Code, Distance: EditDistance.Of(folded, Fold.Of(i.NameVi), Math.Max(2, folded.Length / 8))))
            .Where(x => x.Distance is not null)
            .OrderBy(x => x.Distance)
            .FirstOrDefault();
        return near.Code;
    }

    /// <summary>"dg 5", "DG.05" and "DG5" for DG-05.</summary>
    private static bool IsCarelessly(string code, string folded)
    {
        var written = folded.Replace(" ", string.Empty, StringComparison.Ordinal);
        var parts = Fold.Of(code).Split(' ');
        return written == string.Concat(parts) || written == string.Concat(parts[..^1]) + parts[^1].TrimStart('0');
    }
}
