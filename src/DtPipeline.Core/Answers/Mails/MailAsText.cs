using System.Globalization;
using System.Text;

namespace DtPipeline.Answers.Mails;

/// <summary>A mail as plain text: lists with a dash, the languages apart by a line of two.</summary>
internal static class MailAsText
{
    public static string Of(MailPart vietnamese, MailPart english, MailLinks links)
    {
        var text = new StringBuilder();
        Write(text, vietnamese);
        text.Append("\n--\n\n");
        Write(text, english);
        return text.Append(CultureInfo.InvariantCulture, $"\n{links.Look.AbsoluteUri}\nTrợ giúp – Help: {links.Help.AbsoluteUri}\n").ToString();
    }

    private static void Write(StringBuilder text, MailPart part)
    {
        text.Append(CultureInfo.InvariantCulture, $"{part.Heading}\n");
        foreach (var list in part.Lists)
        {
            text.Append(list.Title is { } title ? $"\n{title}\n" : "\n");
            foreach (var line in list.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {(line.Mark is { } mark ? $"[{mark.Word}] " : string.Empty)}{line.Text}\n");
            }

            if (list.Rest is { } rest)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {rest}\n");
            }
        }

        if (part.Closing is { } closing)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{closing}\n");
        }
    }
}
