using System.Globalization;
using DtPipeline.Fuzz;

// dotnet run --project tests/DtPipeline.Fuzz -- --files 20000 [--seed 1]
var files = Option("--files", 1_000);
var seed = Option("--seed", 1);
var fuzzing = new Fuzzing(SeedFiles.All(), seed);
for (var done = 0; done < files && fuzzing.Failure is null; done++)
{
    fuzzing.Next();
    if ((done + 1) % 1_000 == 0)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done + 1} files"));
    }
}

fuzzing.Print(Console.WriteLine);
return fuzzing.Failure is null ? 0 : 1;

int Option(string name, int usual) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var value) ? value : usual;
