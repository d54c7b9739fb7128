using DtPipeline.Azure.Storage;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>Puts the catalogue of a day into its container, as people do, and gives the word where one is waited for.</summary>
internal sealed class CatalogueShelf(TestPipeline pipeline, Simulation simulation)
{
    private readonly Func<DateOnly, CatalogueFiles> catalogueOn = simulation.InForce(c => c);

    private CatalogueFiles? inForce;

    public async Task PutAsync(DateOnly day)
    {
        var catalogue = catalogueOn(day);
        if (catalogue == inForce)
        {
            return;
        }

        foreach (var (file, text) in catalogue.All.Where(c => c.Text != inForce?.Find(c.File)))
        {
            await pipeline.PutCatalogueAsync(file, text);
        }

        inForce = catalogue;
        var catalogues = pipeline.Get<CatalogueStore>();
        if ((await catalogues.StandingAsync(CancellationToken.None)).Held is { } held)
        {
            Assert.True(await catalogues.ConfirmAsync(held.Hash, "Lan", CancellationToken.None));
        }
    }
}
