using System.Text;
using System.Xml;

namespace DtPipeline.Grids.Xlsx;

/// <summary>The strings that the cells of a workbook share. They are kept as bytes, half as large as text, and never copied while they grow.</summary>
internal sealed class XlsxStrings
{
    /// <summary>Unpacked bytes of the part: what is kept of it, with its index, stays below 200 MB.</summary>
    public const long Most = 48L * 1_048_576;

    private const int BlockSize = 1_048_576;

    private readonly List<byte[]> blocks = [];
    private readonly List<(int Block, int Start, int Length)[]> index = [];
    private readonly HashSet<int> struck = [];
    private int count;
    private int used;

    /// <summary>What is the same text as before is the same object again, for the strings that sheets are full of.</summary>
    private readonly string?[] recent = new string?[4_096];
    private readonly int[] recentNumbers = new int[4_096];

    public static XlsxStrings Read(XmlReader xml)
    {
        var strings = new XlsxStrings();
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                {
                    var text = XlsxText.Read(xml, default);
                    strings.Add(text.Text, text.HasStruck);
                }
            }
        }

        return strings;
    }

    public (string Text, bool HasStruck) this[int number]
    {
        get
        {
            if ((uint)number >= (uint)count)
            {
                return (string.Empty, false);
            }

            var place = number % recent.Length;
            if (recent[place] is not { } text || recentNumbers[place] != number)
            {
                var (block, start, length) = index[number / BlockSize][number % BlockSize];
                text = Encoding.UTF8.GetString(blocks[block], start, length);
                (recent[place], recentNumbers[place]) = (text, number);
            }

            return (text, struck.Contains(number));
        }
    }

    private void Add(string text, bool hasStruck)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (blocks.Count == 0 || used + length > blocks[^1].Length)
        {
            blocks.Add(new byte[Math.Max(length, blocks.Count == 0 ? 16_384 : BlockSize)]);
            used = 0;
        }

        if (count % BlockSize == 0)
        {
            index.Add([]);
        }

        var last = index[^1];
        if (count % BlockSize == last.Length)
        {
            Array.Resize(ref last, Math.Clamp(last.Length * 2, 256, BlockSize));
            index[^1] = last;
        }

        last[count % BlockSize] = (blocks.Count - 1, used, Encoding.UTF8.GetBytes(text, blocks[^1].AsSpan(used)));
        used += length;
        if (hasStruck)
        {
            struck.Add(count);
        }

        count++;
    }
}
