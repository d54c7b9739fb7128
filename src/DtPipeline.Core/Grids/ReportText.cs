using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Grids;

/// <summary>A report as text, in whichever encoding it came, or the fault that keeps it from being text.</summary>
/// <param name="Fault">Keeps the whole file out.</param>
/// <param name="Remarks">What the sender should know although the text was read.</param>
internal sealed record ReportText(Fault? Fault, IReadOnlyList<Fault> Remarks)
{
    /// <summary>Bytes that are decoded at once, where there are as many: so many make the share of each call small.</summary>
    private const int BufferSize = 16_384;

    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    // Control characters that no text file has: all but tab, line feed, form feed, carriage return and the old end-of-file mark.
    private static readonly SearchValues<byte> BinaryBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 12 or 13 or 26)).Select(b => (byte)b)]);

    private Func<TextReader> Source { get; init; } = () => TextReader.Null;

    /// <summary>Finds the encoding in one pass over the bytes; no text is made before it is read.</summary>
    public static ReportText Decode(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (Utf16.Find(bytes, out var marked) is { } utf16)
        {
            return DecodeUtf16(content[marked..], utf16);
        }

        var isMarked = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (isMarked)
        {
            content = content[Encoding.UTF8.Preamble.Length..];
            bytes = content.Span;
        }

        if (bytes.ContainsAny(BinaryBytes))
        {
            return Unreadable(FaultKinds.FileBinary.At(Place.WholeFile, "binary data", ReadableFormats.Names));
        }

        if (Utf8.IsValid(bytes))
        {
            return Readable(() => Reader(content, Utf8WithoutMark));
        }

        return !isMarked && EncodingChoice.Of(ByteWords.Of(bytes)) is { } old
            ? Readable(() => new OldEncodingReader(content, old), FaultKinds.FileTextEncoding.At(Place.WholeFile, old.Name))
            : WrongByteOn(Utf8Bytes.FirstWrongLine(bytes));
    }

    /// <summary>Text that somebody else has decoded.</summary>
    public static ReportText Of(string text) => Readable(() => new StringReader(text));

    /// <summary>
    /// Streams the text, which a large file never needs to hold as a whole. Its letters may have their marks behind them:
    /// whoever takes a cell out of it puts it through <see cref="CellText.Clean"/>. Without any text where there is a fault.
    /// </summary>
    public TextReader Open() => Source();

    /// <summary>The whole text in normal form C, for texts that are known to be small.</summary>
    public string ReadAll()
    {
        using var reader = Open();
        return CellText.Compose(reader.ReadToEnd());
    }

    private static ReportText DecodeUtf16(ReadOnlyMemory<byte> content, Encoding encoding) => Utf16.FindWrong(content.Span, encoding) switch
    {
        null => Readable(() => Reader(content, encoding)),
        { IsControl: true } => Unreadable(FaultKinds.FileBinary.At(Place.WholeFile, "binary data", ReadableFormats.Names)),
        { Line: var line } => WrongByteOn(line),
    };

    private static ReportText Readable(Func<TextReader> source, params IReadOnlyList<Fault> remarks) => new(null, remarks) { Source = source };

    private static ReportText Unreadable(Fault fault) => new(fault, []);

    private static ReportText WrongByteOn(int line) =>
        Unreadable(FaultKinds.FileEncoding.At(Place.WholeFile, line.ToString(CultureInfo.InvariantCulture), "UTF-8"));

    private static StreamReader Reader(ReadOnlyMemory<byte> content, Encoding encoding) =>
        new(ContentStream.Of(content), encoding, detectEncodingFromByteOrderMarks: false, Math.Min(Math.Max(content.Length, 1), BufferSize));
}
