using DtPipeline.Access;

namespace DtPipeline.Core.Tests.Access;

public sealed class CallerTests
{
    [Theory]
    [InlineData("secretariat", true, true, true, true)]
    [InlineData("viewer", false, true, true, false)]
    [InlineData("reporter:P34-01", false, false, true, true)]
    [InlineData("reporter:P34-02,P34-01", false, false, true, true)]
    [InlineData("reporter:P34-02", false, false, false, false)]
    [InlineData("nobody", false, false, false, false)]
    public void ARoleMaySeeAndDoThisMuch(string word, bool acts, bool seesAll, bool sees, bool reports)
    {
        var caller = CallerText.Parse(word, "lan@example.gov.vn")!;

        Assert.Equal((acts, seesAll, sees, reports), (caller.MayAct, caller.MaySeeAll, caller.MaySee("P34-01"), caller.MayReport("P34-01")));
        Assert.Equal(seesAll, caller.MaySeePublished);
        Assert.True((caller with { PublishedIsOpen = true }).MaySeePublished);
        Assert.Equal(word, CallerText.Of(caller));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Secretariat")]
    [InlineData("reporter")]
    [InlineData("reporter:")]
    [InlineData("reporter:P34-01,")]
    [InlineData("reporter:P34-01/..")]
    [InlineData("reporter:*")]
    [InlineData("reporter:Ｐ34-01")]
    [InlineData("admin")]
    public void AnyOtherWordIsNoRole(string word) => Assert.Null(CallerText.Parse(word, null));

    [Theory]
    [InlineData("P34-01/2025-Q3/bao-cao.xlsx", true)]
    [InlineData("P34-01/2025-Q3/báo cáo (2).xlsx.receipt.html", true)]
    [InlineData("P34-02/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01", true)]
    [InlineData("P34-01/../P34-02/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01/./../P34-02/bao-cao.xlsx", false)]
    [InlineData("P34-01/.. /P34-02/bao-cao.xlsx", false)]
    [InlineData("P34-01/.../bao-cao.xlsx", false)]
    [InlineData("P34-01\\..\\P34-02/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01/2025-Q3\\..\\..\\P34-02/bao-cao.xlsx", false)]
    [InlineData("P34-01//bao-cao.xlsx", false)]
    [InlineData("/P34-01/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("p34-01/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01 /2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01./2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01%2f../2025-Q3/bao-cao.xlsx", false)]
    [InlineData("%2e%2e/P34-01/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("Ｐ34-01/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34‐01/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01/..%2f..%2fP34-02/bao-cao.xlsx", false)]
    [InlineData("P34-01/%2e%2e/P34-02/bao-cao.xlsx", false)]
    [InlineData("P34-01\0/2025-Q3/bao-cao.xlsx", false)]
    [InlineData("P34-01/2025-Q3/bao-cao\n.xlsx", false)]
    public void AReporterSeesWhatLiesInTheFolderOfItsOrganisationAndNothingThatCouldBeReadOtherwise(string path, bool isSeen)
    {
        Assert.Equal(isSeen, CallerText.Parse("reporter:P34-01", null)!.MaySeePath(path));
        Assert.False(CallerText.Parse("nobody", null)!.MaySeePath(path));
    }

    [Theory]
    [InlineData("P34-02/2025-Q3/bao-cao.xlsx", true)]
    [InlineData("bao-cao.xlsx", true)]
    [InlineData("a/../../archive/bao-cao.xlsx", false)]
    [InlineData("../archive/bao-cao.xlsx", false)]
    [InlineData("..%2farchive/bao-cao.xlsx", false)]
    public void NobodyLeavesTheContainerByAPath(string path, bool isSeen) => Assert.Equal(isSeen, CallerText.Parse("secretariat", null)!.MaySeePath(path));
}
