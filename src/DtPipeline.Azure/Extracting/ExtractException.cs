using DtPipeline.Texts;

namespace DtPipeline.Azure.Extracting;

/// <summary>An extract cannot be made whole, and none is made in part. The message is for people.</summary>
/// <param name="isForNow">The same question can be answered in a moment.</param>
public sealed class ExtractException(Bilingual why, bool isForNow) : Exception(why.En)
{
    public Bilingual Why => why;

    public bool IsForNow => isForNow;
}
