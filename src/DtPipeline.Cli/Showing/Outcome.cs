namespace DtPipeline.Cli.Showing;

/// <summary>How a command can end. The exit code is the same with and without <c>--json</c>; <c>docs/dtp.md</c> lists them all.</summary>
/// <param name="Code">The same for programs: <c>code</c> of the object that a failure writes with <c>--json</c>.</param>
/// <param name="Meaning">A sentence for people.</param>
/// <param name="Hint">What to do, where a command has nothing closer to say.</param>
internal sealed record Outcome(int ExitCode, string Code, string Meaning, string Hint)
{
    public static readonly Outcome Done = new(0, "done", "It did what was asked; every file was accepted, or is kept as evidence.", string.Empty);

    public static readonly Outcome Failed = new(1, "failed", "Something is wrong that none of the other codes names.", "The message says what is wrong; put that right and run the command again.");

    public static readonly Outcome WouldChange = new(2, "would_change", "A rebuild would change figures ('rebuild --diff').", "'dtp rebuild' makes every table anew from the archive.");

    public static readonly Outcome ReachesBack = new(3, "reaches_back", "A catalogue would judge the past anew ('catalogue diff').", "If that is meant, put it in force with 'dtp catalogue apply --confirm HASH --by NAME'.");

    public static readonly Outcome AcceptedWithFaults = new(10, "accepted_with_faults", "A file is stored but for the rows with errors.", "Correct the faults in the file and submit it again.");

    public static readonly Outcome Rejected = new(11, "rejected", "Nothing of a file could be stored.", "Correct the faults in the file and submit it again.");

    public static readonly Outcome Duplicate = new(12, "duplicate", "A file is the same as the one sent just before it, and changes nothing.", "Was the corrected file saved before it was sent?");

    public static readonly Outcome NoReceipt = new(13, "no_receipt", "A file is delivered, and its receipt did not come in time.", "Do not send the file again: it is safe. 'dtp receipt PATH' shows its receipt later.");

    public static readonly Outcome FileMissing = new(20, "file_missing", "There is no such file here.", "Is the name spelt right, and is it in this folder?");

    public static readonly Outcome FileIsFolder = new(21, "file_is_folder", "A folder is named where a file is expected.", "Name the files in it.");

    public static readonly Outcome FileUnreadable = new(22, "file_unreadable", "A file cannot be read or written here.", "Is it open in another program, and may you read it?");

    public static readonly Outcome Unreachable = new(30, "unreachable", "Nothing answers at the server's address.", "Is the address right, and does the server run?");

    public static readonly Outcome NotSignedIn = new(31, "not_signed_in", "The server does not know who asks.", "Sign in with 'az login'.");

    public static readonly Outcome Refused = new(32, "refused", "The server knows who asks, and does not allow it.", "Ask the secretariat who may do this.");

    public static readonly Outcome NotFound = new(33, "not_found", "The server has nothing of that name.", "Is the name spelt right?");

    public static readonly Outcome NotUnderstood = new(34, "not_understood", "The server does not take the question as it is put.", "The message says what it expects.");

    public static readonly Outcome TooLarge = new(35, "too_large", "A file, or the answer to a question, is larger than the server's limit.", "Split the file, or ask for less.");

    public static readonly Outcome ServerFailed = new(36, "server_failed", "The server failed, or answered with what is no answer of DtPipeline.", "Try again in a minute; if it stays, its log says why.");

    public static readonly Outcome UploadFailed = new(37, "upload_failed", "A file did not reach the storage account.", "Nothing of the file is stored. Submit it again.");

    public static readonly Outcome BadUsage = new(64, "bad_usage", "The command is not written as its help says.", "'dtp COMMAND --help' shows how it is written, with an example.");

    public static readonly Outcome Stopped = new(130, "stopped", "Somebody stopped it with Ctrl+C.", "Run it again.");

    public static IReadOnlyList<Outcome> All { get; } =
    [
        Done, Failed, WouldChange, ReachesBack, AcceptedWithFaults, Rejected, Duplicate, NoReceipt, FileMissing, FileIsFolder, FileUnreadable, Unreachable, NotSignedIn, Refused,
        NotFound, NotUnderstood, TooLarge, ServerFailed, UploadFailed, BadUsage, Stopped,
    ];

    public static Outcome Of(int exitCode) => All.Single(o => o.ExitCode == exitCode);
}
