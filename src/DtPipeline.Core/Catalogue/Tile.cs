namespace DtPipeline.Catalogue;

/// <summary>Where an organisation lies on the tile map, on which each has the same room whatever its area.</summary>
/// <param name="Column">From the west, from 0.</param>
/// <param name="Row">From the north, from 0.</param>
public sealed record Tile(string Organisation, int Column, int Row);
