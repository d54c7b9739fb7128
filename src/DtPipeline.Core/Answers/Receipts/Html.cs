using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>A piece of HTML. What is put into it by interpolation is encoded, whoever wrote it, unless it is such a piece itself.</summary>
internal sealed class Html
{
    private readonly string text;

    private Html(string text) => this.text = text;

    public static Html Nothing { get; } = new(string.Empty);

    public static Html Of(Interpolated interpolated) => new(interpolated.Written);

    /// <summary>Text that is part of this program and no report's.</summary>
    public static Html Own(string html) => new(html);

    /// <summary>Vietnamese, and below it English.</summary>
    public static Html Both(Bilingual said) => Of($"""{said.Vi}<span class="en" lang="en">{said.En}</span>""");

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.text)));

    public override string ToString() => text;

    [InterpolatedStringHandler]
    internal readonly ref struct Interpolated(int literalLength, int formattedCount)
    {
        private const int UsualLength = 20;

        private readonly StringBuilder written = new(literalLength + (formattedCount * UsualLength));

        public string Written => written.ToString();

        public void AppendLiteral(string literal) => written.Append(literal);

        public void AppendFormatted(Html piece) => written.Append(piece.text);

        public void AppendFormatted(string? value) => written.Append(HtmlText.Encoded(value ?? string.Empty));

        public void AppendFormatted(int value) => written.Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
