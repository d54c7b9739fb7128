namespace DtPipeline.FaultInjection.Soaking;

/// <summary>Replaces the hosts of the old version in the middle, the first one some time before all others.</summary>
internal sealed class Deployment(Crew crew)
{
    private const double Begins = 0.4;
    private const double Ends = 0.6;

    private int replaced;

    /// <param name="passed">The part of the year, or of the real time that there is for it.</param>
    public async Task OnAsync(double passed)
    {
        for (var due = passed >= Ends ? crew.Count : passed >= Begins ? 1 : 0; replaced < due; replaced++)
        {
            await crew.StopAsync(replaced, Versions.New);
        }
    }
}
