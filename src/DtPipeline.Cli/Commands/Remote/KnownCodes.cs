using System.CommandLine;
using DtPipeline.Catalogue;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>What a shell offers for a code: those of the catalogue that is built in, so that completion asks no server. A server may know others.</summary>
internal static class KnownCodes
{
    public static Argument<string> Organisation() => Offered(new Argument<string>("ORGANISATION") { Description = "Its code, for example P34-01 or MIC." }, c => c.Organisations.Select(o => o.Code));

    public static Argument<string> Indicator() => Offered(new Argument<string>("INDICATOR") { Description = "Its code, for example DG-01." }, c => c.Indicators.Select(i => i.Code));

    public static Option<string?> OrganisationOption(string description) => Offered(new Option<string?>("--organisation") { Description = description, HelpName = "CODE" }, c => c.Organisations.Select(o => o.Code));

    public static Option<string?> FormOption() => Offered(new Option<string?>("--form") { Description = "Only of this form.", HelpName = "CODE" }, c => c.Forms.Select(f => f.Code));

    private static Argument<string> Offered(Argument<string> argument, Func<ReportingCatalogue, IEnumerable<string>> codes)
    {
        argument.CompletionSources.Add(_ => In(codes));
        return argument;
    }

    private static Option<string?> Offered(Option<string?> option, Func<ReportingCatalogue, IEnumerable<string>> codes)
    {
        option.CompletionSources.Add(_ => In(codes));
        return option;
    }

    private static IEnumerable<string> In(Func<ReportingCatalogue, IEnumerable<string>> codes) =>
        CatalogueReader.ReadBytes(DefaultCatalogue.BytesOf).Catalogue is { } catalogue ? codes(catalogue) : [];
}
