using System.Text;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Help.Lists;

namespace DtPipeline.Answers.Help;

/// <summary>What is served under <c>/help</c>: the guides in both languages, and their pictures.</summary>
public static class HelpSite
{
    private const string PicturesFolder = "pictures/";
    private const string Embedded = "help/";

    /// <param name="path">Behind <c>/help/</c>, such as <c>vi/faults</c> or <c>pictures/receipt.png</c>; empty for where the help begins.</param>
    /// <returns>Null where there is nothing.</returns>
    public static HelpAnswer? Find(string path, HelpInput input) =>
        path.StartsWith(PicturesFolder, StringComparison.Ordinal) ? Picture(path) : Page(path.Split('/'), input);

    /// <returns>Null where nothing of that name is embedded.</returns>
    internal static byte[]? Read(string name)
    {
        using var stream = typeof(HelpSite).Assembly.GetManifestResourceStream(Embedded + name);
        if (stream is null)
        {
            return null;
        }

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    internal static string ReadText(string name) => Encoding.UTF8.GetString(Read(name)!);

    private static HelpAnswer? Picture(string path) =>
        path.EndsWith(".png", StringComparison.Ordinal) && Read(path) is { } picture ? new HelpAnswer(picture, "image/png", HelpShell.NoPolicy) : null;

    private static HelpAnswer? Page(string[] path, HelpInput input)
    {
        var (code, name) = path switch
        {
            [""] => (BriefLanguage.Vietnamese.Code, string.Empty),
            [var only] => (only, string.Empty),
            [var first, var second] => (first, second),
            _ => (string.Empty, string.Empty),
        };
        return BriefLanguage.All.FirstOrDefault(l => l.Code == code) is { } language && HelpPage.Find(name) is { } page
            ? new HelpAnswer(Encoding.UTF8.GetBytes(HelpShell.Of(page, language, HelpGuide.Body(page, language, input))), "text/html; charset=utf-8", HelpShell.Policy)
            : null;
    }
}

/// <param name="Policy">As the header Content-Security-Policy has it.</param>
public sealed record HelpAnswer(byte[] Content, string Type, string Policy);
