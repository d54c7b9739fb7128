using System.Reflection;
using Google.Protobuf.Reflection;

namespace DtPipeline.Worker.Tests.Hosting;

public sealed class FunctionRpcTests
{
    [Fact]
    public void TheProtocolOfTheTestsIsPartOfTheWorkersOwn()
    {
        var theirs = Lines(WorkersDescriptor()).ToHashSet(StringComparer.Ordinal);
        var ours = Lines(FunctionRpcReflection.Descriptor).ToList();

        Assert.True(ours.Count > 60, $"Only {ours.Count} lines were compared.");
        Assert.DoesNotContain(ours, line => !theirs.Contains(line));
    }

    private static FileDescriptor WorkersDescriptor() => (FileDescriptor)Assembly.Load("Microsoft.Azure.Functions.Worker.Grpc")
        .GetType("Microsoft.Azure.Functions.Worker.Grpc.Messages.FunctionRpcReflection", throwOnError: true)!
        .GetProperty(nameof(FunctionRpcReflection.Descriptor))!
        .GetValue(null)!;

    private static IEnumerable<string> Lines(FileDescriptor file) =>
        file.Services.SelectMany(s => s.Methods).Select(m => $"{m.FullName}({m.InputType.FullName}) {m.OutputType.FullName}").Concat(file.MessageTypes.SelectMany(Lines));

    private static IEnumerable<string> Lines(MessageDescriptor message) =>
    [
        .. message.Fields.InDeclarationOrder().Select(f => $"{message.FullName}.{f.Name} = {f.FieldNumber}: {(f.IsRepeated ? "repeated " : string.Empty)}{TypeOf(f)} {f.RealContainingOneof?.Name}"),
        .. message.EnumTypes.SelectMany(e => e.Values).Select(v => $"{v.FullName} = {v.Number}"),
        .. message.NestedTypes.SelectMany(Lines),
    ];

    private static string TypeOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var simple => simple.ToString(),
    };
}
