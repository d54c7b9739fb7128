namespace DtPipeline.Catalogue;

/// <summary>Xanh, vàng, đỏ: the three colours of the committee's own monitoring map, in rising order.</summary>
public enum AlertSeverity
{
    Green,
    Yellow,
    Red,
}
