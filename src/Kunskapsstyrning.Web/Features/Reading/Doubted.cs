using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Takes back how sure the suggestions are where letters and figures were made out in a picture.</summary>
internal static class Doubted
{
    public static Suggestions Of(Suggestions sure) => sure with
    {
        Municipalities = [.. sure.Municipalities.Select(m => Less(m)!)],
        Recommendation = Less(sure.Recommendation),
        Stage = Less(sure.Stage),
        Body = Less(sure.Body),
        MeetingDate = Less(sure.MeetingDate),
        Paragraph = Less(sure.Paragraph),
        CaseNumber = Less(sure.CaseNumber),
        AmountAYear = Less(sure.AmountAYear),
    };

    private static Suggestion<T>? Less<T>(Suggestion<T>? suggestion) => suggestion is null ? null : suggestion with { Confidence = Confidence.Probable };
}
