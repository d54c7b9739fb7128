namespace DtPipeline.Answers;

/// <summary>Where the help is served, as receipts, workbooks and mails link to it.</summary>
/// <param name="PublicUrl">Of the function app.</param>
public sealed record HelpAddress(string PublicUrl)
{
    internal const string Senders = "senders";
    internal const string Secretariat = "secretariat";
    internal const string Faults = "faults";
    internal const string Words = "words";
    internal const string Codes = "codes";

    /// <summary>What each sender starts with.</summary>
    public Uri OfSenders(string language) => Of(language, Senders);

    /// <summary>How a receipt is read.</summary>
    public Uri OfReceipts(string language) => Of(language, Senders, "receipt");

    /// <summary>How an alert is worked.</summary>
    public Uri OfAlerts(string language) => Of(language, Secretariat, "alerts");

    /// <summary>All that a receipt can say, with an anchor for each code.</summary>
    public Uri OfFaults(string language) => Of(language, Faults);

    /// <param name="code">Of the kind of fault, such as <c>value.not_number</c>.</param>
    public Uri OfFault(string language, string code) => Of(language, Faults, code);

    private Uri Of(string language, string page, string? anchor = null) =>
        new($"{PublicUrl.TrimEnd('/')}/help/{language}/{page}{(anchor is null ? string.Empty : $"#{anchor}")}");
}
