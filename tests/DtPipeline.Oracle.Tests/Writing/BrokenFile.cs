using System.Text;

namespace DtPipeline.Oracle.Tests.Writing;

/// <summary>Files of which nothing can be read.</summary>
internal static class BrokenFile
{
    private static readonly Func<int, byte[]>[] Kinds =
    [
        _ => [],
        _ => Encoding.UTF8.GetBytes("indicator,value\n"),
        n => Encoding.UTF8.GetBytes($"Kính gửi Văn phòng Chính phủ, báo cáo số {n} sẽ được gửi sau.\n"),
        n => [0x50, 0x4B, 0x03, 0x04, .. BitConverter.GetBytes(n)],
        n => Encoding.UTF8.GetBytes($"[{{\"indicator\": {n}"),
    ];

    public static byte[] Draw(Random random) => Kinds[random.Next(Kinds.Length)](random.Next(10_000));
}
