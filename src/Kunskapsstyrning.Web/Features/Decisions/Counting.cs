using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>What a decision counts as by itself, before it is weighed against the municipality's others.</summary>
internal static class Counting
{
    /// <summary>The status that a decision with this outcome and stage gives.</summary>
    public static Status StatusOf(Outcome outcome, Stage stage)
    {
        var content = new DecisionContent { Outcome = outcome, Stage = stage, DecidedOn = DateOnly.MinValue, ArrivedOn = DateOnly.MinValue };
        return Standing.Of([new CountedDecision(default, [new CountedVersion(1, content, 0)], null)], new AsOf(DateOnly.MaxValue), firstYear: 1).Status;
    }

    /// <summary>The status that a decision gives.</summary>
    public static Status StatusOf(DecisionContent content) => StatusOf(content.Outcome, content.Stage);

    /// <summary>Why it counts so, in one sentence.</summary>
    public static string Because(Outcome outcome, Stage stage)
    {
        if (stage is Stage.Proposal) return "Ett förslag är inget slutligt svar.";
        return outcome switch
        {
            Outcome.Tabled => "Ärendet är bordlagt och kommer tillbaka.",
            Outcome.Remitted => "Ärendet är återremitterat och kommer tillbaka.",
            Outcome.Leaves => "Kommunen lämnar från året som står i beslutet, eller från året efter.",
            _ => "Ett slutligt beslut gäller från sammanträdesdagen.",
        };
    }
}
