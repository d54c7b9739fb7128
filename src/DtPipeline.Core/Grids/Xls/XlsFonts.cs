namespace DtPipeline.Grids.Xls;

/// <summary>How the fonts and cell styles of an XLS write: struck out, above or below the line.</summary>
internal sealed class XlsFonts
{
    private const int Struck = 0x0008;
    private readonly List<TextLook> fonts = [];
    private readonly List<int> styles = [];

    /// <summary>Whether any font writes otherwise than on the line and whole.</summary>
    public bool AreSpecial { get; private set; }

    public void Take(ushort type, ReadOnlySpan<byte> data)
    {
        if (type == XlsRecord.Font && data.Length >= 10)
        {
            var look = new TextLook((XlsRecord.Short(data, 2) & Struck) != 0, XlsRecord.Short(data, 8) switch { 1 => 1, 2 => -1, _ => 0 });
            fonts.Add(look);
            AreSpecial |= look != default;
        }
        else if (type == XlsRecord.Style && data.Length >= 2)
        {
            styles.Add(XlsRecord.Short(data, 0));
        }
    }

    /// <param name="number">As records count fonts: there is none with the number 4.</param>
    public TextLook Font(int number)
    {
        var at = number > 4 ? number - 1 : number;
        return at < fonts.Count && number != 4 ? fonts[at] : default;
    }

    public TextLook Style(int number) => number < styles.Count ? Font(styles[number]) : default;
}
