using System.Buffers.Binary;
using System.Text;
using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>Containers of XLS: a header, a sector of the allocation table, a sector of the directory.</summary>
public sealed class HostileCompoundFileTests
{
    private const int SectorSize = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint Table = 0xFFFFFFFD;

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
        var good = SeedFiles.All().First(f => f.Name.EndsWith(".xls", StringComparison.Ordinal)).Content;
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

    private static byte[] Container(string part, int moreSectors = 0)
    {
        var content = new byte[SectorSize * (3 + moreSectors)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(content, 0);
        Write16(content, 24, 0x3E, 3, 0xFFFE, 9, 6);
        Write32(content, 44, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0);
        content.AsSpan(80, 432).Fill(0xFF);
        content.AsSpan(SectorSize, SectorSize).Fill(0xFF);
        Write32(content, SectorSize, Table, EndOfChain);
        Entry(content, 0, "Root Entry", 5);
        Entry(content, 1, part, 2);
        return content;
    }

    private static void Entry(byte[] content, int number, string name, byte kind)
    {
        var at = (2 * SectorSize) + (128 * number);
        var letters = Encoding.Unicode.GetBytes(name + '\0');
        letters.CopyTo(content, at);
        Write16(content, at + 64, (ushort)letters.Length);
        content[at + 66] = kind;
        Write32(content, at + 68, Free, Free, number == 0 ? 1 : Free);
        Write32(content, at + 116, EndOfChain, 0);
    }

    private static void Write16(byte[] content, int at, params ushort[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(at + (2 * i)), values[i]);
        }
    }

    private static void Write32(byte[] content, int at, params uint[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(at + (4 * i)), values[i]);
        }
    }
}
