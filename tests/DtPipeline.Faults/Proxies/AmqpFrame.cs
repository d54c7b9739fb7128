using System.Buffers.Binary;
using System.Text;

namespace DtPipeline.FaultInjection.Proxies;

/// <summary>A frame of AMQP 1.0 (section 2.3 of its transport part), or the eight bytes before all frames, as they are on the wire.</summary>
internal sealed record AmqpFrame(byte[] Bytes)
{
    public const byte Attach = 0x12;
    public const byte Transfer = 0x14;
    public const byte Disposition = 0x15;

    private const byte Open = 0x10;
    private const byte Close = 0x18;
    private const byte Error = 0x1D;
    private const byte Rejected = 0x25;
    private const byte List8 = 0xC0;
    private const int HeaderLength = 8;

    /// <summary>Zero where it has none.</summary>
    public byte Performative => Bytes is [_, _, _, _, 2, 0, _, _, 0, 0x53, var code, ..] ? code : (byte)0;

    /// <summary>Null for what only keeps a connection going.</summary>
    public string? Name => Performative switch { Open => "open", Attach => "attach", Transfer => "transfer", Disposition => "disposition", _ => null };

    /// <returns>Null at the end of the stream.</returns>
    public static async Task<AmqpFrame?> ReadAsync(Stream stream)
    {
        var start = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(start, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        if (start.AsSpan().StartsWith("AMQP"u8))
        {
            return new AmqpFrame(start);
        }

        var bytes = new byte[BinaryPrimitives.ReadInt32BigEndian(start)];
        start.CopyTo(bytes, 0);
        await stream.ReadExactlyAsync(bytes.AsMemory(HeaderLength));
        return new AmqpFrame(bytes);
    }

    /// <summary>Ends the connection with an error.</summary>
    public static AmqpFrame CloseWith(string condition) => Of(0, Close, ErrorOf(condition));

    /// <summary>What a disposition says, turned into a refusal of the same deliveries.</summary>
    public AmqpFrame AsRejected(string condition)
    {
        // Behind the descriptor a list: its code, size and count, then the role (one byte) and the first delivery (one, two or five).
        var fields = Bytes.AsSpan(HeaderLength + 3 + (Bytes[HeaderLength + 3] == List8 ? 3 : 9));
        var first = fields[1] switch { 0x43 => 1, 0x52 => 2, _ => 5 };
        byte[] state = [0, 0x53, Rejected, .. List(ErrorOf(condition))];
        return Of(Bytes[7], Disposition, [fields[0]], fields.Slice(1, first).ToArray(), [0x40], [0x41], state);
    }

    private static AmqpFrame Of(byte channel, byte performative, params byte[][] fields)
    {
        byte[] bytes = [0, 0, 0, 0, 2, 0, 0, channel, 0, 0x53, performative, .. List(fields)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        return new AmqpFrame(bytes);
    }

    private static byte[] ErrorOf(string condition) => [0, 0x53, Error, .. List(Text(0xA3, condition), Text(0xA1, "A fault that was asked for."))];

    private static byte[] List(params byte[][] fields) => [List8, (byte)(fields.Sum(f => f.Length) + 1), (byte)fields.Length, .. fields.SelectMany(f => f)];

    private static byte[] Text(byte code, string text) => [code, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
