using System.Text;

namespace DtPipeline.Core.Tests.Answers.Extracts;

/// <summary>The cells of RFC 4180 by its letter, apart from the reader that is tested.</summary>
internal static class CsvCells
{
    public static IEnumerable<string> Of(string text)
    {
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] is (',' or '\r' or '\n'))
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(text[i]);
            }
        }
    }
}
