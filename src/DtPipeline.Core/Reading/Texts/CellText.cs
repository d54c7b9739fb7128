using System.Text;

namespace DtPipeline.Reading.Texts;

internal static class CellText
{
    public static string Clean(string cell) => cell.Normalize(NormalizationForm.FormC).Trim();
}
