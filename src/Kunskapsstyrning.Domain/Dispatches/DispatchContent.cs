using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Reports;

namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>What a dispatch is about.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="CorrectionNumber">The correction that it makes known.</param>
/// <param name="SnapshotId">The saved state that it reports.</param>
/// <param name="ReportId">The report that it takes out.</param>
public sealed record DispatchMatter(DispatchKind Kind, int? CorrectionNumber = null, SnapshotId? SnapshotId = null, ReportId? ReportId = null);

/// <summary>What a dispatch says and to whom.</summary>
/// <param name="Rule">Who gets it.</param>
/// <param name="Subject">The subject, with variables in braces.</param>
/// <param name="Body">The words, with variables in braces.</param>
/// <param name="TemplateVersion">The version of the template that the words were begun from.</param>
/// <param name="Annexes">How letter and annexes go with it.</param>
public sealed record DispatchContent(DispatchRule Rule, string Subject, string Body, int TemplateVersion, AnnexWay Annexes)
{
    /// <summary>Why a dispatch of the kind cannot say so, or not to them; null when it can.</summary>
    public Refusal? RefusalFor(DispatchKind kind) => Rule.RefusalFor(kind) ?? MessageTemplate.RefusalOf(kind.Message(), Subject, Body);
}
