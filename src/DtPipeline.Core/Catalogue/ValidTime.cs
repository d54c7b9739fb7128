namespace DtPipeline.Catalogue;

/// <summary>From when and until when something is valid, both days included; none: without beginning, or without end.</summary>
internal readonly record struct ValidTime(DateOnly? From, DateOnly? To)
{
    public bool Contains(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    public bool Overlaps(ValidTime other) => (From is null || other.To is null || From <= other.To) && (To is null || other.From is null || other.From <= To);
}
