using System.Globalization;

namespace DtPipeline.Core.Tests;

internal static class Culture
{
    /// <summary>Works something out on a machine of that culture; th-TH counts years from the Buddha, vi-VN has a decimal comma.</summary>
    public static T Of<T>(string name, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
