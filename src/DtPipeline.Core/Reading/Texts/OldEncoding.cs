using System.Text;

namespace DtPipeline.Reading.Texts;

internal static class OldEncoding
{
    public static readonly Encoding Of1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
