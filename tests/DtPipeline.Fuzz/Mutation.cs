using System.IO.Compression;
using System.Text;

namespace DtPipeline.Fuzz;

/// <summary>Damages a file in one of many ways, the same way for the same random numbers.</summary>
internal static class Mutation
{
    /// <summary>What readers of tables, XML, JSON and archives trip over.</summary>
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "0", "-1", "1048577", "4294967296", "99999999999999999999", "1e999", "NaN", "XFD1048577", "AAAAAAA1", "\"", "\"\"", "'", ",", ";", "\n", "\r", "\t", "<", ">", "&", "&#0;",
            "&a;", "<!--", "]]>", "<![CDATA[", "<!DOCTYPE a>", "{", "}", "[", "]", "\\ud800", "\\u0000", "null", "=1+1", "%", "(", ")", "1.234", "1,234", "\uFEFF", "\uFFFE", "\u0301", "t=\"s\"", "t=\"e\"", "r=\"A0\"", "sep=;",
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0xFF], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
    ];

    public static byte[] Of(byte[] content, IReadOnlyList<SeedFile> seeds, Random random)
    {
        if (content.AsSpan().StartsWith("PK"u8) && random.Next(4) > 0 && InsideZip(content, seeds, random) is { } repacked)
        {
            return repacked;
        }

        var times = random.Next(3) == 0 ? random.Next(1, 20) : 1;
        for (var i = 0; i < times && content.Length > 0; i++)
        {
            content = Once(content, seeds, random);
        }

        return content;
    }

    private static byte[] Once(byte[] content, IReadOnlyList<SeedFile> seeds, Random random)
    {
        var at = random.Next(content.Length);
        switch (random.Next(8))
        {
            case 0:
                return Changed(content, at, (byte)(content[at] ^ (1 << random.Next(8))));
            case 1:
                return Changed(content, at, (byte)random.Next(256));
            case 2:
                return content[..at];
            case 3:
                var other = seeds[random.Next(seeds.Count)].Content;
                return [.. content.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length))];
            case 4:
                return Inserted(content, at, Enumerable.Repeat(content[at], random.Next(1, random.Next(10) == 0 ? 200_000 : 300)).ToArray());
            case 5:
                return Inserted(content, at, Tokens[random.Next(Tokens.Length)]);
            case 6:
                var length = Math.Min(random.Next(1, 200), content.Length - at);
                return Inserted(content, random.Next(content.Length), content.AsSpan(at, length));
            default:
                return NumberReplaced(content, at, random);
        }
    }

    /// <summary>Changes a member before it is packed, so that what is damaged is the XML or text itself.</summary>
    private static byte[]? InsideZip(byte[] content, IReadOnlyList<SeedFile> seeds, Random random)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            var members = zip.Entries.Select(e => (e.FullName, Content: Bytes(e))).ToArray();
            var chosen = random.Next(members.Length);
            members[chosen].Content = Of(members[chosen].Content, seeds, random);
            return SeedFiles.Pack(members);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Changed(byte[] content, int at, byte value)
    {
        var changed = content.ToArray();
        changed[at] = value;
        return changed;
    }

    private static byte[] Inserted(byte[] content, int at, ReadOnlySpan<byte> run) => [.. content.AsSpan(0, at), .. run, .. content.AsSpan(at)];

    /// <summary>The next run of digits or the next word becomes something else.</summary>
    private static byte[] NumberReplaced(byte[] content, int at, Random random)
    {
        while (at < content.Length && !char.IsAsciiLetterOrDigit((char)content[at]))
        {
            at++;
        }

        var end = at;
        while (end < content.Length && char.IsAsciiLetterOrDigit((char)content[end]))
        {
            end++;
        }

        return [.. content.AsSpan(0, at), .. Tokens[random.Next(Tokens.Length)], .. content.AsSpan(end)];
    }
}
