using System.Buffers.Binary;
using DtPipeline.Core.Tests.Answers.Annotated;
using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>Containers of XLS: a header, a sector of the allocation table, a sector of the directory.</summary>
public sealed class HostileCompoundFileTests
{
    private const int SectorSize = 512;
    private const uint EndOfChain = 0xFFFFFFFE;

    [Theory]
    [InlineData("EncryptedPackage", "file.encrypted")]
    [InlineData("WordDocument", "file.binary")]
    [InlineData("_VBA_PROJECT_CUR", "file.macros")]
    [InlineData("Nothing", "file.corrupt")]
    public void ThePartsOfAContainerTellWhatItIs(string part, string code) => HostileFile.IsKeptOut(Container(part), code);

    [Fact]
    public void AChainOfSectorsThatEndsInItselfIsDamage()
    {
        var content = Container("Workbook");
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(SectorSize + 4), 1);

        HostileFile.IsKeptOut(content, "file.corrupt");
    }

    [Fact]
    public void AListOfTablesThatEndsInItselfIsDamageAndCostsLittle()
    {
        var content = Container("Workbook", moreSectors: 8_000);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(68), 2);
        var list = content.AsSpan(SectorSize * 3, SectorSize);
        list.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(list[^4..], 2);

        HostileFile.IsKeptOut(content, "file.corrupt");
    }

    [Fact]
    public void AWorkbookWhoseStreamRunsInACircleIsDamage()
    {
        var good = SeedFiles.All().First(f => f.Name.EndsWith(".xls", StringComparison.Ordinal) && f.Content is [0xD0, 0xCF, ..]).Content;
        var content = good.ToArray();
        var table = SectorSize * (1 + (int)BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(76)));
        for (var sector = 0; sector < SectorSize / 4; sector++)
        {
            var next = content.AsSpan(table + (4 * sector));
            if (BinaryPrimitives.ReadUInt32LittleEndian(next) == EndOfChain)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(next, 0);
            }
        }

        Assert.NotEmpty(HostileFile.Read(good).Cells);
        HostileFile.IsKeptOut(content, "file.corrupt");
    }

    private static byte[] Container(string part, int moreSectors = 0) => [.. CompoundFileWriter.Of(part, []), .. new byte[SectorSize * moreSectors]];
}
