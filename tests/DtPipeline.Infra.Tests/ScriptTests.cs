using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using DtPipeline.Infra.Tests.Compiling;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Infra.Tests;

/// <summary>What runs between the two deployments: azure.yaml and infra/scripts.</summary>
public sealed partial class ScriptTests
{
    private static readonly string Scripts = Path.Combine(Deployment.Folder, "scripts");

    private static readonly IReadOnlyDictionary<string, string> Outputs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AZURE_RESOURCE_GROUP"] = "rg",
        ["FUNCTION_APP_NAME"] = "func",
        ["SYSTEM_TOPIC_NAME"] = "topic",
        ["HOST_ACCOUNT_NAME"] = "host",
    };

    [Theory]
    [InlineData("events.sh", "AZURE_RESOURCE_GROUP FUNCTION_APP_NAME HOST_ACCOUNT_NAME SYSTEM_TOPIC_NAME")]
    [InlineData("events.ps1", "AZURE_RESOURCE_GROUP FUNCTION_APP_NAME HOST_ACCOUNT_NAME SYSTEM_TOPIC_NAME")]
    [InlineData("signin.sh", "AZURE_RESOURCE_GROUP FUNCTION_APP_NAME")]
    public void AScriptUsesOutputsOfTheDeployment(string script, string outputs)
    {
        var used = Variable().Matches(File.ReadAllText(Path.Combine(Scripts, script))).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.Equal(outputs.Split(' '), used.Order(StringComparer.Ordinal));
        Assert.Empty(used.Except(Deployment.Main.GetProperty("outputs").EnumerateObject().Select(o => o.Name)));
    }

    [Fact]
    public void AzdFindsTheHooksAndTheProject()
    {
        var paths = PathInYaml().Matches(File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"))).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(3, paths.Count);
        Assert.All(paths, p => Assert.True(Path.Exists(Path.Combine(Repository.Root, p)), p));
    }

    [Fact]
    public void TheServiceOfAzdIsTheTagOfTheApp() =>
        Assert.Equal("functions", Assert.Single(Deployment.Deployed("Microsoft.Web/sites")).Text("tags.azd-service-name"));

    [Fact]
    public void TheSubscriptionIsDeployedWithTheOutputsOnceTheKeyIsThere()
    {
        using var azure = new CommandLine("""
            case "$*" in *"keys list"*) [ -f "$0.asked" ] && echo 56 || { touch "$0.asked"; echo 0; } ;; *) echo "$*" >> "$0.calls" ;; esac
            """);
        var (exitCode, output, _) = azure.Run("events.sh", Outputs);

        Assert.Equal("Waiting for the host of func (1 of 30) ...\nNew reports are announced to func.\n", output);
        Assert.Equal(0, exitCode);
        Assert.Matches(
            "^deployment group create --resource-group rg --name dtpipeline-events --template-file .*events.bicep --output none "
            + "--parameters functionAppName=func systemTopicName=topic hostAccountName=host\n$",
            azure.Calls);
    }

    [Fact]
    public void AKeyThatNeverComesIsSaidAndNothingIsDeployed()
    {
        using var azure = new CommandLine("""case "$*" in *"keys list"*) exit 1 ;; *) echo "$*" >> "$0.calls" ;; esac""");
        var (exitCode, _, error) = azure.Run("events.sh", Outputs);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "The function app func has no key for blob events after ten minutes: its host does not start. Look at its log stream for a setting that is missing.\n", error);
        Assert.Empty(azure.Calls);
    }

    [Fact]
    public void AVariableThatIsMissingIsNamed()
    {
        using var azure = new CommandLine("exit 1");
        var (exitCode, _, error) = azure.Run("events.sh", Outputs.Where(o => o.Key != "SYSTEM_TOPIC_NAME").ToDictionary());

        Assert.NotEqual(0, exitCode);
        Assert.EndsWith("SYSTEM_TOPIC_NAME: is not set: see the outputs of infra/main.bicep\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void SigningInIsRegisteredForEveryAddressAndTheIdentityOfTheApp()
    {
        using var azure = new CommandLine("""
            echo "$*" >> "$0.calls"
            case "$*" in *defaultHostName*) echo func.example ;; *"identity show"*) echo principal ;; *"account show"*) echo tenant ;;
              *"app create"*) echo client ;; *"sp show"*query*) echo sp ;; *"sp show"*) exit 1 ;; *"federated-credential list"*) echo 0 ;; esac
            """);
        var (exitCode, output, error) = azure.Run("signin.sh", Outputs, "https://bao-cao.example.org/");

        Assert.Empty(error);
        Assert.Equal(
            "Registered. Set signInClientId = 'client' in the parameter file (with azd: azd env set DTPIPELINE_SIGN_IN_CLIENT client), and deploy.\n", output);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "ad app create --display-name DtPipeline (func) --sign-in-audience AzureADMyOrg --query appId --output tsv",
                "ad app update --id client --enable-id-token-issuance true --web-redirect-uris https://func.example/.auth/login/aad/callback "
                + "https://bao-cao.example.org/.auth/login/aad/callback --output none",
                "ad sp create --id client --output none",
                $"ad app update --id client --set groupMembershipClaims=ApplicationGroup --output none --app-roles [{Role(1, "secretariat", "Sees everything, deals with alerts, closes figures.")}, "
                + $"{Role(2, "reporter", "Sends the reports of the organisation of its group.")}, {Role(3, "viewer", "Sees everything and changes nothing.")}]",
                "ad app update --id client --identifier-uris api://client --output none",
                "ad app federated-credential create --id client --output none --parameters { \"name\": \"function-app-principal\", "
                + "\"issuer\": \"https://login.microsoftonline.com/tenant/v2.0\", \"subject\": \"principal\", \"audiences\": [\"api://AzureADTokenExchange\"] }",
            ],
            azure.Calls.Split('\n').Where(c => c.Contains(" create ", StringComparison.Ordinal) || c.Contains(" update ", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheGroupsOfTheDeploymentAreAssignedToTheirRolesSoThatTokensNameThem()
    {
        using var azure = new CommandLine("""
            echo "$*" >> "$0.calls"
            case "$*" in *"app list"*) echo client ;; *"federated-credential list"*) echo 1 ;; *"sp show"*"query id"*) echo sp ;; *SecretariatGroup*) echo group-s ;; *Viewers*) echo everybody ;;
              *Localities*) echo "P34-01=group-1;P34-02=group-2" ;; *"method get"*group-2*) echo 1 ;; *"method get"*) echo 0 ;; esac
            """);
        var (exitCode, _, error) = azure.Run("signin.sh", Outputs);

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Equal(
            [Assignment("group-s", 1), Assignment("group-1", 2)],
            azure.Calls.Split('\n').Where(c => c.StartsWith("rest --method post", StringComparison.Ordinal)));

        static string Assignment(string group, int role) =>
            "rest --method post --url https://graph.microsoft.com/v1.0/servicePrincipals/sp/appRoleAssignedTo --output none --body "
            + $$"""{ "principalId": "{{group}}", "resourceId": "sp", "appRoleId": "7d0c1a52-6f0e-4c3b-9a51-2f6c0b1d7e0{{role}}" }""";
    }

    [Fact]
    public void TheCommandLineOfAzureMayAskInTheNameOfWhoHasSignedIn()
    {
        using var azure = new CommandLine("""
            echo "$*" >> "$0.calls"
            case "$*" in *"app list"*) echo client ;; *"federated-credential list"*) echo 1 ;; esac
            """);
        var (exitCode, _, _) = azure.Run("signin.sh", Outputs);

        var bodies = azure.Calls.Split('\n')
            .Where(c => c.StartsWith("rest --method PATCH --uri https://graph.microsoft.com/v1.0/applications(appId='client') --output none --body ", StringComparison.Ordinal))
            .Select(c => JsonDocument.Parse(c[c.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("api"))
            .ToList();
        var program = bodies[1].GetProperty("preAuthorizedApplications")[0];
        Assert.Equal((0, 2), (exitCode, bodies[0].GetProperty("requestedAccessTokenVersion").GetInt32()));
        Assert.Equal(bodies[0].GetProperty("oauth2PermissionScopes")[0].GetProperty("id").GetString(), program.GetProperty("delegatedPermissionIds")[0].GetString());
        Assert.Equal("04b07795-8ddb-461a-bbee-02f9e1bf7b46", program.GetProperty("appId").GetString());
    }

    [Fact]
    public void SigningInThatIsRegisteredIsNotRegisteredAgain()
    {
        using var azure = new CommandLine("""
            echo "$*" >> "$0.calls"
            case "$*" in *"app list"*) echo client ;; *"federated-credential list"*) echo 1 ;; esac
            """);
        var (exitCode, _, _) = azure.Run("signin.sh", Outputs);

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(" create ", azure.Calls, StringComparison.Ordinal);
    }

    private static string Role(int id, string value, string description) =>
        $$"""{ "id": "7d0c1a52-6f0e-4c3b-9a51-2f6c0b1d7e0{{id}}", "value": "{{value}}", "displayName": "{{value}}", "description": "{{description}}", "allowedMemberTypes": ["User", "Application"], "isEnabled": true }""";

    [GeneratedRegex(@"(?:\$\{?|\$env:|')([A-Z]+(?:_[A-Z]+)+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?:run|project): \./(\S+)")]
    private static partial Regex PathInYaml();

    /// <summary>A folder with programs named <c>az</c> and <c>sleep</c>: the script's waiting takes no time, and its calls are kept.</summary>
    private sealed class CommandLine : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-infra-");

        public CommandLine(string az)
        {
            Write("az", az);
            Write("sleep", "exit 0");
        }

        public string Calls => File.Exists(Path.Combine(folder.FullName, "az.calls")) ? File.ReadAllText(Path.Combine(folder.FullName, "az.calls")) : string.Empty;

        public (int ExitCode, string Output, string Error) Run(string script, IReadOnlyDictionary<string, string> variables, params string[] arguments)
        {
            var start = new ProcessStartInfo("sh", [Path.Combine(Scripts, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }

        public void Dispose() => folder.Delete(recursive: true);

        private void Write(string name, string body)
        {
            var file = Path.Combine(folder.FullName, name);
            File.WriteAllText(file, $"#!/bin/sh\n{body}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }
}
