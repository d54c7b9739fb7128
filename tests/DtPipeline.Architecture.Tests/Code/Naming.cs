namespace DtPipeline.Architecture.Tests.Code;

/// <summary>A line that names a type: in words, as an attribute, by an extension method or a constant of it, or by a value of it handed on.</summary>
/// <param name="Type">With its namespace.</param>
/// <param name="DeclaredIn">Null for a type of a package.</param>
internal sealed record Naming(SourceFile By, int Line, string Type, SourceFile? DeclaredIn)
{
    public override string ToString() => $"{By.Name}:{Line} names {Type}";
}

/// <param name="HasTriggers">The functions host calls it.</param>
/// <param name="Exposes">The types in its public signatures, which must be public for its sake.</param>
internal sealed record PublicType(string Name, SourceFile File, bool HasTriggers, IReadOnlyCollection<string> Exposes);
