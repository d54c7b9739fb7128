namespace DtPipeline.Core.Tests.Catalogue;

public sealed class TileTests
{
    private const string Header = "code,col,row,grid,label\n";

    [Fact]
    public void EveryProvinceHasATileOfItsOwn()
    {
        var provinces = TheCatalogue.Default.Organisations.Where(o => o.IsIn("@provinces")).ToList();

        Assert.Equal(provinces.Select(o => o.Code).Order(StringComparer.Ordinal), TheCatalogue.Default.Tiles.Select(t => t.Organisation).Order(StringComparer.Ordinal));
        foreach (var day in new[] { new DateOnly(2024, 6, 30), new DateOnly(2025, 9, 30) })
        {
            var there = TheCatalogue.Default.Tiles.Where(t => TheCatalogue.Organisation(t.Organisation).IsValidOn(day)).ToList();
            Assert.Distinct(there.Select(t => (t.Column, t.Row)));
        }
    }

    [Fact]
    public void AWrongLineCostsItsOwnTileAndIsTold()
    {
        var reading = TheCatalogue.SmallWithFile("tile-grid.csv", $"{Header}N,1,2,63,Bắc\nS,-1,2,63,Nam\n");

        Assert.Equal(["tile-grid.csv, line 3: col is -1 and row is 2, expected numbers from 0 to 99"], reading.Problems.Select(p => p.ToString()));
        Assert.Equal(["N"], reading.Catalogue!.Tiles.Select(t => t.Organisation));
    }
}
