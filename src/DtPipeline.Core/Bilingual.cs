namespace DtPipeline;

/// <summary>One sentence for people, in both languages of the system. Vietnamese is the one that senders read first.</summary>
public sealed record Bilingual(string Vi, string En);
