using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DtPipeline.Infra.Tests.Compiling;

/// <summary>
/// One process for the whole run, asked over its standard input and output: JSON-RPC with the header <c>Content-Length</c>. It ends with its input,
/// that is with this process.
/// </summary>
internal sealed class BicepCompiler
{
    public const string Subscription = "00000000-0000-0000-0000-000000000001";

    private const string Tenant = "00000000-0000-0000-0000-000000000002";
    private const string Length = "Content-Length:";

    // What main.bicepparam reads, and a setting of the compiler's runtime.
    private static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AZURE_ENV_NAME"] = "azd",
        ["AZURE_LOCATION"] = "southeastasia",
        ["DTPIPELINE_ALARM_EMAIL"] = "alarms@example.org",
        ["DTPIPELINE_BUDGET_START"] = "2026-12-01",

        // As the tests themselves: it runs too shortly for what the runtime would learn of it.
        ["DOTNET_TieredPGO"] = "0",
    };

    private static readonly Lazy<BicepCompiler> Started = new(() => new BicepCompiler());

    private readonly Lock oneAtATime = new();
    private readonly Process process;
    private readonly Task<string> complaints;
    private int asked;

    private BicepCompiler()
    {
        var start = new ProcessStartInfo(BicepExecutable.Path ?? throw new InvalidOperationException(BicepExecutable.HowToGetIt), ["jsonrpc", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        complaints = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Without the compiler the test that asks for it is skipped, and says how to get it; where <c>CI</c> is <c>true</c> it fails.</summary>
    public static BicepCompiler Instance
    {
        get
        {
            Assert.SkipWhen(BicepExecutable.Path is null && Environment.GetEnvironmentVariable("CI") != "true", BicepExecutable.HowToGetIt);
            return Started.Value;
        }
    }

    /// <summary>Compiles and lints a <c>.bicep</c> or <c>.bicepparam</c> file with all that it uses.</summary>
    /// <returns>The template as JSON, null where there are errors; and every finding as the command line prints it, in order.</returns>
    public (string? Template, IReadOnlyList<string> Findings) Compile(string path)
    {
        var isParameters = path.EndsWith(".bicepparam", StringComparison.Ordinal);
        var answer = Ask(isParameters ? "bicep/compileParams" : "bicep/compile", new { path, parameterOverrides = new { } });
        var findings = answer.GetProperty("diagnostics").EnumerateArray().Select(Sentence).Order(StringComparer.Ordinal).ToList();
        return (DeployedResource.Find(answer, isParameters ? "template" : "contents")?.GetString(), findings);
    }

    /// <summary>What would be deployed with a parameter file: names, loops and conditions worked out, all but what only Azure knows.</summary>
    /// <param name="resourceGroup">Where the template is not one of a subscription.</param>
    public JsonElement Predict(string path, string? resourceGroup = null)
    {
        var metadata = new { tenantId = Tenant, subscriptionId = Subscription, resourceGroup, location = (string?)null, deploymentName = (string?)null };
        var answer = Ask("bicep/getSnapshot", new { path, metadata, externalInputs = (object?)null });
        using var snapshot = JsonDocument.Parse(answer.GetProperty("snapshot").GetString()!);
        return snapshot.RootElement.Clone();
    }

    public string Format(string path) => Ask("bicep/format", new { path }).GetProperty("contents").GetString()!;

    private static string Sentence(JsonElement finding)
    {
        var start = finding.GetProperty("range").GetProperty("start");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(finding.GetProperty("source").GetString())}({start.GetProperty("line").GetInt32() + 1},{start.GetProperty("char").GetInt32() + 1}): ")
            + $"{finding.GetProperty("level").GetString()} {finding.GetProperty("code").GetString()}: {finding.GetProperty("message").GetString()}";
    }

    private JsonElement Ask(string method, object parameters)
    {
        lock (oneAtATime)
        {
            var question = JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = ++asked, method, @params = new[] { parameters } });
            process.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes($"{Length} {question.Length}\r\n\r\n"));
            process.StandardInput.BaseStream.Write(question);
            process.StandardInput.BaseStream.Flush();

            var length = 0;
            for (var header = ReadHeader(); header.Length > 0; header = ReadHeader())
            {
                if (header.StartsWith(Length, StringComparison.OrdinalIgnoreCase))
                {
                    length = int.Parse(header[Length.Length..], CultureInfo.InvariantCulture);
                }
            }

            var body = new byte[length];
            process.StandardOutput.BaseStream.ReadExactly(body);
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.TryGetProperty("error", out var error)
                ? throw new InvalidOperationException($"{method}: {error.GetProperty("message").GetString()}")
                : answer.RootElement.GetProperty("result").Clone();
        }
    }

    private string ReadHeader()
    {
        var header = new StringBuilder();
        var answers = process.StandardOutput.BaseStream;
        for (var next = answers.ReadByte(); next != '\n'; next = answers.ReadByte())
        {
            header.Append(next >= 0 ? (char)next : throw new InvalidOperationException($"The Bicep compiler has stopped: {complaints.Result}"));
        }

        return header.ToString().TrimEnd('\r');
    }
}
