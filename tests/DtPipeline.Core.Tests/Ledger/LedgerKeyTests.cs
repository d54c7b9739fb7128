using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

public sealed class LedgerKeyTests
{
    [Fact]
    public void AlertsOfTasksBelongToNoPeriod()
    {
        Assert.Equal("tasks~P63-01", LedgerKey.OfTasks("P63-01"));
        Assert.Equal("tasks~@T24-03", LedgerKey.OfTask("T24-03"));
    }

    [Fact]
    public void AlertsOfTargetsBelongToNoPeriod()
    {
        Assert.Equal("targets~@provinces", LedgerKey.OfTargets("@provinces"));
        Assert.Null(LedgerKey.PeriodOf(LedgerKey.OfTargets("@provinces")));
    }

    [Fact]
    public void APartitionSaysWhoseItIs()
    {
        var partition = LedgerKey.Of(TheCatalogue.Period("2023-Q2"), "P63-01");

        Assert.Equal(new Owner(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2")), LedgerKey.OwnerOf(partition, TheCatalogue.Default));
        Assert.Equal(TheCatalogue.Period("2023-Q2"), LedgerKey.PeriodOf(partition));
    }

    [Theory]
    [InlineData("2023-Q2")]
    [InlineData("2023-Q2~P63-01~x")]
    [InlineData("2023-Q2~P99-99")]
    [InlineData("2023-Q2~@PROV-Q")]
    [InlineData("tasks~P63-01")]
    public void APartitionOfNoOrganisationsPeriodIsNobodys(string partition) => Assert.Null(LedgerKey.OwnerOf(partition, TheCatalogue.Default));

    [Fact]
    public void APartitionIsAnOrganisationsPeriod()
    {
        Assert.Equal("2023-Q2~P63-01", LedgerKey.Of(TheCatalogue.Period("2023-Q2"), "P63-01"));
        Assert.Equal("2023-Q2~P63-01", LedgerKey.Of(Sent.Rows("DG-05,12")));
        Assert.Equal("2023-Q2~@PROV-Q", LedgerKey.OfForm(TheCatalogue.Period("2023-Q2"), "PROV-Q"));
    }

    [Fact]
    public void AFileThatBelongsToNobodyHasAPartitionByItsPath()
    {
        var one = LedgerKey.Of(Sent.Text("x", "bao-cao.csv"));

        Assert.Matches("^unplaced~[0-9a-f]{16}$", one);
        Assert.Equal(one, LedgerKey.Of(Sent.Text("y", "bao-cao.csv")));
        Assert.NotEqual(one, LedgerKey.Of(Sent.Text("x", "bao-cao-2.csv")));
    }

    [Fact]
    public void AFileIsOneVersionOfOneContentAtOnePath()
    {
        var id = LedgerKey.FileId("a", "sha", "1");

        Assert.Matches("^[0-9a-f]{16}$", id);
        Assert.Equal(id, LedgerKey.FileId("a", "sha", "1"));
        Assert.Equal(4, new[] { id, LedgerKey.FileId("b", "sha", "1"), LedgerKey.FileId("a", "other", "1"), LedgerKey.FileId("a", "sha", "2") }.Distinct().Count());
    }

    [Fact]
    public void NamesNeverChangeBecauseTheStoreIsKeyedByThem() =>
        Assert.Equal("64eafc8033b066a4", LedgerKey.FileId("P63-01/2023-Q2/a.csv", "sha", "1"));
}
