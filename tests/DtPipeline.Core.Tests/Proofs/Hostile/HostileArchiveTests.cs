using System.Text;
using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

public sealed class HostileArchiveTests
{
    private static readonly Action<Stream> Report = s => s.Write("indicator,value\nDG-05,12\n"u8);

    [Fact]
    public void AMemberThatUnpacksToFarMoreThanAReportIsABomb() =>
        HostileFile.IsKeptOut(HostileFile.Zip(("a.csv", HostileFile.Spaces(201))), "file.bomb");

    /// <summary>It costs its own unpacked size once, and not what a parser makes of it.</summary>
    [Fact]
    public void ALineWithoutEndIsNotHeldAsText() =>
        HostileFile.IsKeptOut(HostileFile.Zip(("a.csv", HostileFile.Letters(30))), "header.missing", mostMebibytes: 100);

    [Fact]
    public void ManyMembersThatAreABombTogetherAreABomb() =>
        HostileFile.IsKeptOut(HostileFile.Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}.csv", HostileFile.Spaces(9)))]), "file.bomb");

    [Theory]
    [InlineData(10u)]
    [InlineData(0u)]
    public void ABombThatDeclaresLittleIsNoReport(uint declared) =>
        HostileFile.IsKeptOut(HostileFile.WithDeclaredSize(HostileFile.Zip(("a.csv", HostileFile.Spaces(60))), declared), "file.empty");

    [Fact]
    public void MembersThatDeclareMoreThanCanBeCountedAreABomb() =>
        HostileFile.IsKeptOut(HostileZip64.Declaring(long.MaxValue, members: 3), "file.bomb");

    [Fact]
    public void TooManyMembersAreNotRead() =>
        HostileFile.IsKeptOut(HostileFile.Zip([.. Enumerable.Range(0, 201).Select(i => ($"{i}.csv", Report))]), "file.members");

    [Fact]
    public void AnArchiveInAnArchiveIsNotOpened()
    {
        var inner = HostileFile.Zip(("a.csv", Report));
        var report = HostileFile.Read(HostileFile.Zip(("a.zip", s => s.Write(inner)), ("b.csv", Report)));

        Assert.Equal(["file.member_skipped"], report.Faults.Select(f => f.Code));
        Assert.Single(report.Cells);
    }

    [Fact]
    public void AMemberNamedAsAPathOutsideIsOnlyAName()
    {
        var report = HostileFile.Read(HostileFile.Zip(("../../etc/passwd", Report)));

        Assert.Equal("../../etc/passwd", Assert.Single(report.Cells).Place.Sheet);
    }

    [Fact]
    public void AWorkbookInAnArchiveIsHeldToTheSameLimits() =>
        HostileFile.IsKeptOut(
            HostileFile.Zip(("a.xlsx", s => s.Write(SeedWorkbook.Parts(SeedWorkbook.Sheet(), ("xl/vbaProject.bin", "x"))))), "file.macros");

    [Fact]
    public void AnArchiveThatIsItsOwnBeginningAgainIsDamaged() =>
        HostileFile.IsKeptOut([.. "PK\x03\x04"u8, .. Encoding.ASCII.GetBytes(new string('P', 1_000)), .. "PK\x05\x06"u8], "file.corrupt");
}
