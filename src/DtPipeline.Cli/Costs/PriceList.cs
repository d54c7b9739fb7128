using System.Globalization;
using CsvHelper;

namespace DtPipeline.Cli.Costs;

/// <param name="Unit">How many are sold together.</param>
/// <param name="Usd">Of one unit.</param>
/// <param name="Free">How many a month cost nothing.</param>
/// <param name="On">The day on which it was looked up.</param>
/// <param name="IsVerified">False where only what is generally known of it was at hand.</param>
internal sealed record Price(string Meter, double Unit, double Usd, double Free, DateOnly On, bool IsVerified, string Source);

/// <summary>The file <c>prices.csv</c>: list prices as of a day. They differ by region and contract.</summary>
internal sealed class PriceList(IReadOnlyList<Price> prices)
{
    public IReadOnlyList<Price> All => prices;

    public DateOnly On => prices.Max(p => p.On);

    public Price Of(string meter) => prices.Single(p => p.Meter == meter);

    public static PriceList Read()
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.csv")!;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        var prices = new List<Price>();
        while (csv.Read())
        {
            prices.Add(new Price(
                csv.GetString("meter"),
                csv.Parse<double>("unit"),
                csv.Parse<double>("price_usd"),
                csv.Parse<double>("free"),
                DateOnly.ParseExact(csv.GetString("on"), "O", CultureInfo.InvariantCulture),
                csv.GetString("verified") == "yes",
                csv.GetString("source")));
        }

        return new PriceList(prices);
    }
}
