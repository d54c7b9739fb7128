namespace DtPipeline.Web.Tests.Pages;

/// <summary>An address of each kind of view, as the running host has something to show at it.</summary>
internal static class RealViews
{
    /// <summary>One of each layout.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "/today",
        "/compliance",
        "/compliance/PROV-Q/2025-Q3/P34-48",
        "/indicators",
        "/indicators/GOV-01",
        "/indicators/GOV-01/P34-48?period=2025-Q3",
        "/files",
        "/files/receipt?path=P34-48%2F2025-Q3%2FBC_quy_3_2025.xlsx",
        "/submit?organisation=P34-48",
        "/tasks",
        "/alerts",
        "/briefs",
    ];

    public static IReadOnlyList<string> Paths { get; } =
    [
        "/today",
        "/compliance",
        "/compliance?form=CENT-Q&period=2025-Q3",
        "/compliance/PROV-Q/2025-Q3/P34-48",
        "/indicators",
        "/indicators/GOV-01",
        "/indicators/GOV-01?as=now",
        "/indicators/GOV-01?asOf=2025-09-20",
        "/indicators/GOV-01/P34-48?period=2025-Q3",
        "/files",
        "/files?organisation=P34-48&period=2025-Q3",
        "/files/receipt?path=P34-48%2F2025-Q3%2FBC_quy_3_2025.xlsx",
        "/submit",
        "/submit?organisation=P34-48",
        "/tasks",
        "/alerts",
        "/briefs",
    ];
}
