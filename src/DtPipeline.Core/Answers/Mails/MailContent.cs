using DtPipeline.Texts;

namespace DtPipeline.Answers.Mails;

/// <summary>What a mail says, as text and as HTML of the same meaning. The HTML loads nothing from anywhere.</summary>
/// <param name="Subject">One line.</param>
public sealed record MailContent(string Subject, string Text, string Html)
{
    // Mail programs show so much of it at most.
    private const int LongestSubject = 200;

    /// <summary>Vietnamese first, English below, then where to look and where help is.</summary>
    internal static MailContent Of(string subject, MailPart vietnamese, MailPart english, MailLinks links)
    {
        var line = OneLine.Of(subject, LongestSubject);
        return new MailContent(line, MailAsText.Of(vietnamese, english, links), MailAsHtml.Of(line, vietnamese, english, links));
    }
}

/// <summary>One language of a mail.</summary>
/// <param name="Closing">Said below the lists; null for nothing.</param>
internal sealed record MailPart(string Heading, IReadOnlyList<MailList> Lists, string? Closing = null)
{
    public string Heading { get; } = OneLine.Of(Heading, MailLine.Longest);
}

/// <param name="Title">Null for a list that needs none.</param>
/// <param name="Rest">Said at its end of what it leaves out; null where it is whole.</param>
internal sealed record MailList(string? Title, IReadOnlyList<MailLine> Lines, string? Rest = null);

/// <summary>One line whatever is quoted in it, so that nothing in it passes for another part of the mail.</summary>
/// <param name="Mark">Said in front of it.</param>
internal sealed record MailLine(string Text, MailMark? Mark = null)
{
    public const int Longest = 4_000;

    public string Text { get; } = OneLine.Of(Text, Longest);
}

/// <param name="Colour">As CSS takes it.</param>
internal sealed record MailMark(string Word, string Colour);
