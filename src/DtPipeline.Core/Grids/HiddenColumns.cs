using System.Xml;

namespace DtPipeline.Grids;

/// <summary>Which columns of a sheet are hidden, told in ranges.</summary>
internal sealed class HiddenColumns
{
    private readonly bool[] hidden = new bool[CellAddress.LastColumn];
    private int ranges;

    /// <param name="first">From 0, as <paramref name="last"/>.</param>
    /// <exception cref="XmlException">There are more ranges than a sheet has columns.</exception>
    public void Add(long first, long last)
    {
        if (++ranges > hidden.Length)
        {
            throw new XmlException("more hidden columns than a sheet has");
        }

        if (first >= 0 && first < hidden.Length && last >= first)
        {
            Array.Fill(hidden, true, (int)first, (int)(Math.Min(last, hidden.Length - 1) - first + 1));
        }
    }

    public bool Has(int column) => (uint)column < (uint)hidden.Length && hidden[column];
}
