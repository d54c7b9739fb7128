using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtPipeline.Architecture.Tests.Code;

/// <summary>
/// What names what, as the compiler understands the sources: all projects compiled as one. The assemblies would not tell, for the compiler
/// leaves the names of constants and of <c>nameof</c> out of them.
/// </summary>
internal sealed class CodeBase
{
    private static readonly Lazy<CodeBase> OfRepository = new(() => Of(Sources.Under("src")));

    private readonly ConcurrentBag<string> unbound = [];
    private readonly ConcurrentDictionary<INamedTypeSymbol, (string Name, SourceFile? File)> described = new(SymbolEqualityComparer.Default);

    private CodeBase(CSharpCompilation compilation)
    {
        Files = [.. compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0 && t.GetCompilationUnitRoot().Members.Count > 0).Select(t => new SourceFile(t.FilePath))];
        Namings = [.. compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0).AsParallel().AsOrdered().SelectMany(t => NamingsIn(t, compilation.GetSemanticModel(t)))];
        PublicTypes = [.. TypesOf(compilation).Where(t => t.DeclaredAccessibility == Accessibility.Public).Select(Describe)];
    }

    public static CodeBase Repository => OfRepository.Value;

    /// <summary>Names that the compiler did not understand, so that nothing is left out unseen.</summary>
    public IEnumerable<string> Unbound => unbound;

    /// <summary>Those that declare or do something.</summary>
    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<Naming> Namings { get; }

    public IReadOnlyList<PublicType> PublicTypes { get; }

    public static CodeBase Of(params IEnumerable<(string Path, string Text)> files) => new(CSharpCompilation.Create(
        "code",
        [CSharpSyntaxTree.ParseText(Sources.ImplicitUsings), .. files.Select(f => CSharpSyntaxTree.ParseText(f.Text, path: f.Path))],
        Sources.References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication)));

    private IEnumerable<Naming> NamingsIn(SyntaxTree tree, SemanticModel model)
    {
        var file = new SourceFile(tree.FilePath);
        return tree.GetRoot().DescendantNodes()
            .Where(n => n is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax)
            .SelectMany(n => TypesIn(SymbolOf(n, model)).Select(t => (Node: n, Type: described.GetOrAdd(t, t => (NameOf(t), FileOf(t))))))
            .Select(n => new Naming(file, n.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, n.Type.Name, n.Type.File))
            .Distinct();
    }

    private ISymbol? SymbolOf(SyntaxNode node, SemanticModel model)
    {
        var found = model.GetSymbolInfo(node);

        // A group of methods is no one of them, nameof is nothing that has a name, and _ has neither symbol nor type.
        if (found.Symbol is null or IErrorTypeSymbol
            && found.CandidateReason != CandidateReason.MemberGroup && node is not IdentifierNameSyntax { Identifier.Text: "nameof" }
            && (found.CandidateReason != CandidateReason.None || model.GetTypeInfo(node).Type is IErrorTypeSymbol))
        {
            unbound.Add($"{node.GetLocation().GetLineSpan()}: '{node}' is not understood.");
        }

        return found.Symbol;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(ISymbol? symbol) => symbol switch
    {
        IArrayTypeSymbol array => TypesIn(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(e => TypesIn(e.Type)),
        INamedTypeSymbol { IsAnonymousType: false, TypeKind: not TypeKind.Error } type => type.TypeArguments.SelectMany(TypesIn).Append(Outermost(type)),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => TypesIn(local.ReturnType),
        IMethodSymbol method => method.TypeArguments.Append(method.ContainingType).Append(method.ReturnType).SelectMany(TypesIn),
        IPropertySymbol property => TypesIn(property.ContainingType).Concat(TypesIn(property.Type)),
        IFieldSymbol field => TypesIn(field.ContainingType).Concat(TypesIn(field.Type)),
        IEventSymbol raised => TypesIn(raised.ContainingType),
        ILocalSymbol local => TypesIn(local.Type),
        IParameterSymbol parameter => TypesIn(parameter.Type),
        _ => [],
    };

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type.OriginalDefinition;

    private static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    private static SourceFile? FileOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences is [var first, ..] ? new SourceFile(first.SyntaxTree.FilePath) : null;

    private static IEnumerable<INamedTypeSymbol> TypesOf(CSharpCompilation compilation) => compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(t => t.ContainingType is null);

    private static PublicType Describe(INamedTypeSymbol type)
    {
        var members = MembersOf(type).Where(m => m.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected).ToList();
        var exposed = members.SelectMany(SignatureOf).Append(type.BaseType).Concat(type.AllInterfaces);
        var hasTriggers = members.Any(m => m.GetAttributes().Any(a => a.AttributeClass?.Name == "FunctionAttribute"));
        return new PublicType(NameOf(type), FileOf(type)!, hasTriggers, [.. exposed.SelectMany(TypesIn).Select(NameOf).Distinct()]);
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.GetMembers()
        .SelectMany(m => m is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } nested ? MembersOf(nested) : [m]);

    private static IEnumerable<ISymbol?> SignatureOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => TypesIn(local.ReturnType),
        IMethodSymbol method => method.Parameters.Select(p => p.Type).Append(method.ReturnType),
        IPropertySymbol property => property.Parameters.Select(p => p.Type).Append(property.Type),
        IFieldSymbol field => [field.Type],
        IEventSymbol raised => [raised.Type],
        _ => [],
    };
}
