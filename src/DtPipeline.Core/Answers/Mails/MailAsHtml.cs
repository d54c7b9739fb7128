using DtPipeline.Answers.Receipts;

namespace DtPipeline.Answers.Mails;

/// <summary>A mail as HTML that any mail program shows: no style sheet, no picture, nothing that runs or is loaded. What is quoted in it is encoded.</summary>
internal static class MailAsHtml
{
    public static string Of(string subject, MailPart vietnamese, MailPart english, MailLinks links) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8" />
        <title>{subject}</title>
        </head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 48em">
        {Part(vietnamese)}
        <hr />
        <div lang="en">
        {Part(english)}
        </div>
        <p><a href="{links.Look.AbsoluteUri}">{links.Look.AbsoluteUri}</a></p>
        <p>Trợ giúp – Help: <a href="{links.Help.AbsoluteUri}">{links.Help.AbsoluteUri}</a></p>
        </body>
        </html>

        """).ToString();

    private static Html Part(MailPart part) => Html.Of($"""
        <p><strong>{part.Heading}</strong></p>
        {Html.Join(part.Lists.Select(List))}
        {(part.Closing is { } closing ? Html.Of($"<p>{closing}</p>") : Html.Nothing)}
        """);

    private static Html List(MailList list) => Html.Of($"""
        {(list.Title is { } title ? Html.Of($"<h2 style=\"font-size: 1em; margin-bottom: 0\">{title}</h2>") : Html.Nothing)}
        <ul>
        {Html.Join(list.Lines.Select(Line))}
        {(list.Rest is { } rest ? Html.Of($"<li>{rest}</li>") : Html.Nothing)}
        </ul>

        """);

    private static Html Line(MailLine line) => Html.Of($"""
        <li>{(line.Mark is { } mark ? Html.Of($"<strong style=\"color: {mark.Colour}\">{mark.Word}</strong> ") : Html.Nothing)}<bdi>{line.Text}</bdi></li>

        """);
}
