using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

public sealed class CatalogueCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-catalogue-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ACatalogueWithoutFaultsSaysWhatItHolds()
    {
        var run = await DtpRun.HereAsync("catalogue", "check", Path.Combine(Repository.Root, "catalogue"));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Matches("^Nothing is wrong. The catalogue holds:\n  organisations +[0-9]+\n  indicators +[0-9]+\n  forms +[0-9]+\n  regimes +[0-9]+\n  tasks +[0-9]+\n", run.Output);
    }

    [Fact]
    public async Task EveryProblemIsNamedByFileAndLine()
    {
        Put("holidays.csv", "date,is_day_off\n2023-01-01,yes\n01/05/2023,yes\n2023-01-01,perhaps\n");
        Put("regime.csv", "code\n");

        var run = await DtpRun.HereAsync("catalogue", "check", folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            holidays.csv, line 3: date is '01/05/2023', expected a day like 2025-06-30
            holidays.csv, line 4: is_day_off is 'perhaps', expected yes, no, maybe
            holidays.csv, line 4: date '2023-01-01' is there twice
            regime.csv, line 1: no file of a catalogue is called so; expected organisations.csv, indicators.csv, forms.csv, form_indicators.csv, regimes.csv, tasks.csv, holidays.csv, sources.csv, targets.csv, grants.csv, recipients.csv
            4 problems.

            """,
            run.Output);
    }

    [Fact]
    public async Task ALineOfTheSecretariatThatWouldBeDroppedIsAProblemToo()
    {
        Put("grants.csv", "form,organisation,period,kind,until,decision\nPROV-Q,P99-99,2024-Q2,exemption,,\n");

        var run = await DtpRun.HereAsync("catalogue", "check", folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("grants.csv, line ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNotWrittenInUtf8IsRefusedHereAndInStorage()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        byte[] holidays = [.. "date,is_day_off,note\n2023-01-01,yes,T"u8, 0xEA, 0xEC, .. "t\n"u8];
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "holidays.csv"), holidays);
        await pipeline.Account.Catalogue.GetBlobClient("holidays.csv").UploadAsync(BinaryData.FromBytes(holidays));

        var here = await DtpRun.HereAsync("catalogue", "check", folder.FullName);
        var stored = await DtpRun.OnAsync(pipeline, "catalogue", "check");

        Assert.Equal((1, "holidays.csv, line 2: the line is not written in UTF-8; save the file as 'CSV UTF-8'\n1 problem.\n"), (here.ExitCode, here.Output));
        Assert.Equal((here.ExitCode, here.Output), (stored.ExitCode, stored.Output));
    }

    [Fact]
    public async Task TheMarkThatExcelPutsInFrontOfUtf8IsNoPartOfTheHeader()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await pipeline.Account.Catalogue.GetBlobClient("holidays.csv").UploadAsync(BinaryData.FromBytes("\uFEFFdate,is_day_off\n2023-01-01,yes\n"u8.ToArray()));

        (await DtpRun.OnAsync(pipeline, "catalogue", "check")).Succeeded();
    }

    [Fact]
    public async Task WithoutAFolderTheCatalogueInStorageIsChecked()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        var whole = await DtpRun.OnAsync(pipeline, "catalogue", "check");
        await pipeline.Account.Catalogue.GetBlobClient("holidays.csv").UploadAsync(BinaryData.FromString("date,is_day_off\n1/1/2023,yes\n"));

        var run = await DtpRun.OnAsync(pipeline, "catalogue", "check");

        whole.Succeeded();
        Assert.Equal((1, "holidays.csv, line 2: date is '1/1/2023', expected a day like 2025-06-30\n1 problem.\n"), (run.ExitCode, run.Output));
    }

    private void Put(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);
}
