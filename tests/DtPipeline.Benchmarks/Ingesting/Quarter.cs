namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>A period of the contest, and the moment at which its reports are taken in, in time for it.</summary>
internal sealed record Quarter(string Period, string Now)
{
    /// <summary>Long before: what is taken to warm up is in no roll-up that is measured.</summary>
    public static readonly Quarter WarmUp = new("2022-Q4", "2022-12-20T09:00:00+07:00");

    public static readonly IReadOnlyList<Quarter> Both = [new("2024-Q1", "2024-03-20T09:00:00+07:00"), new("2024-Q2", "2024-06-20T09:00:00+07:00")];

    /// <summary>As they are numbered, that of the warm-up as 0, to those who are told what to take.</summary>
    public static IReadOnlyList<Quarter> All => [WarmUp, .. Both];

    public string PathOf(string organisation, string format) => $"{organisation}/{Period}/bao-cao.{format}";
}
