using System.Globalization;
using System.Text;
using DtPipeline.Catalogue;

namespace DtPipeline.Cli.Costs;

/// <summary>A month's cost as people read it: of fixed width, so that it can be pasted and compared.</summary>
internal static class CostText
{
    public static string Of(MonthlyCost cost, bool withFunctions)
    {
        var asked = cost.Asked;
        var text = new StringBuilder();
        void Say(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');

        Say($"{asked.Organisations:N0} organisations, {asked.Indicators:N0} indicators, {asked.Frequency.Name().En}: {MonthlyCost.Number(asked.Reports)} reports a month, {MonthlyCost.Number(asked.ReportsKept)} kept.");
        Say($"Taken for granted: {CostQuestion.SecondsOfCall} s a call to the storage, instances of {MeasuredCounts.InstanceGb} GB, {CostQuestion.AlertsOfReport} alerts a report, {CostQuestion.Recipients} digests a day, {CostQuestion.TasksOfOrganisation} tasks each.");
        if (withFunctions)
        {
            Say($"{"function",-15}{"when (UTC)",-17}{"runs",10}{"GB-s",12}{"tables",13}{"writes",11}{"lists",12}{"reads",11}");
            foreach (var work in cost.Work)
            {
                var calls = work.Calls;
                Say($"{work.Function,-15}{work.When,-17}{work.Runs,10:N0}{work.GbSeconds,12:N0}{calls.Tables,13:N0}{calls.BlobWrites,11:N0}{calls.BlobLists,12:N0}{calls.BlobReads,11:N0}");
            }
        }

        Say($"{"what",-19}{"how much a month",-60}{"USD",8}");
        foreach (var line in cost.Lines)
        {
            Say($"{line.What,-19}{line.Formula,-60}{line.Usd,8:0.00}{(line.IsVerified ? string.Empty : " *")}");
        }

        Say($"{"total",-79}{cost.Total,8:0.00}");
        Say($"List prices of {cost.PricesOf:yyyy-MM-dd}; what has a * is not verified: ask the pricing calculator for your region.");
        return text.ToString();
    }
}
