using System.Text;

namespace DtPipeline.Core.Tests.Answers.Views;

/// <summary>Records of RFC 4180 by its letter.</summary>
internal static class ShownText
{
    public static List<List<string>> Records(string text)
    {
        var (records, record, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
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
            else if (!quoted && text[i] == ',')
            {
                record.Add(cell.ToString());
                cell.Clear();
            }
            else if (!quoted && text[i] == '\n')
            {
                record.Add(cell.ToString());
                cell.Clear();
                records.Add(record);
                record = [];
            }
            else if (quoted || text[i] != '\r')
            {
                cell.Append(text[i]);
            }
        }

        return records;
    }
}
