namespace DtPipeline.Answers.Receipts;

/// <summary>One HTML file that needs nothing else and runs nothing, whatever it is about.</summary>
internal static class HtmlPage
{
    /// <param name="language">Of the text that stands first.</param>
    /// <param name="body">What stands between the tags of the body.</param>
    public static string Of(string language, string title, Html style, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style>{style}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """).ToString();
}
