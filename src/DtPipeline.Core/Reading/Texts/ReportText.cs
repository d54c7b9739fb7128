using System.Buffers;
using System.Globalization;
using System.Text;
using DtPipeline.Checking;

namespace DtPipeline.Reading.Texts;

/// <summary>Text of a report in Unicode normal form C, or the fault that keeps it from being text.</summary>
internal sealed record ReportText(string Text, Fault? Fault)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public TextReader Open() => new StringReader(Text);

    // Control characters that no text file has: all but tab, line feed, form feed, carriage return and the old end-of-file mark.
    private static readonly SearchValues<byte> BinaryBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 12 or 13 or 26)).Select(b => (byte)b)]);

    public static ReportText Decode(ReadOnlyMemory<byte> bytes)
    {
        var content = bytes.Span;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        if (content.ContainsAny(BinaryBytes))
        {
            return new ReportText(string.Empty, FaultKinds.FileBinary.At(Place.WholeFile, "?", ReportFormats.Expected));
        }

        var wrong = FirstWrongByte(content);
        if (wrong >= 0)
        {
            var line = content[..wrong].Count((byte)'\n') + 1;
            return new ReportText(string.Empty, FaultKinds.FileEncoding.At(Place.WholeFile, line.ToString(CultureInfo.InvariantCulture), "UTF-8"));
        }

        // U+FFFE is valid UTF-8 but no character: Normalize refuses the whole text for it.
        var text = Encoding.UTF8.GetString(content).Replace('\uFFFE', '\uFFFD');
        return new ReportText(text.Normalize(NormalizationForm.FormC), null);
    }

    private static int FirstWrongByte(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (at < content.Length)
        {
            if (Rune.DecodeFromUtf8(content[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }
}
