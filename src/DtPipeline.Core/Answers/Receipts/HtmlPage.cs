namespace DtPipeline.Answers.Receipts;

/// <summary>One HTML file that needs nothing else and runs nothing, whatever it is about.</summary>
internal static class HtmlPage
{
    // Whatever a page shows, nothing in it runs or is loaded.
    private const string OwnStyle = "default-src 'none'; style-src 'unsafe-inline'";

    /// <param name="language">Of the text that stands first.</param>
    /// <param name="body">What stands between the tags of the body.</param>
    /// <param name="policy">What it may load, as a Content-Security-Policy.</param>
    /// <param name="head">What stands in its head besides.</param>
    public static string Of(string language, string title, Html style, Html body, string policy = OwnStyle, Html? head = null) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="{Html.Own(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {head ?? Html.Nothing}<style>{style}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """).ToString();
}
