namespace DtPipeline.Catalogue;

/// <summary>What a figure shall have become by a day.</summary>
/// <param name="Whose">For whom it is set: a group, an organisation's code; for an indicator's own target whoever reports the indicator.</param>
/// <param name="Value">In the indicator's unit; of a group's yes-or-no how many shall say yes.</param>
/// <param name="Due">Last day, included; none: no day is set.</param>
/// <param name="SetOn">Day on which it was set: the last value on or before it is the base.</param>
/// <param name="Source">The paper that sets it, as its line of targets.csv says; null for the indicator's own.</param>
public sealed record Target(string Indicator, string Whose, double Value, DateOnly? Due, DateOnly? SetOn, string? Source);
