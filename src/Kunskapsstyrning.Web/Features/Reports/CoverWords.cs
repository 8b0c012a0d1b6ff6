using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>A cover to a report: what one municipality is told of its own answer and fee, and where the report is.</summary>
/// <param name="Municipality">To whom.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">The words.</param>
/// <param name="Day">The day it is dated.</param>
public sealed record Cover(Municipality Municipality, string Subject, string Body, DateOnly Day);

/// <summary>Writes covers from the template: the same words as in messages, with each municipality's answer as it stood in the report.</summary>
internal sealed class CoverWords(MessageTemplate template, ReportGround ground, DispatchWords words, string whereReportIs)
{
    /// <summary>What stands where the link would be, when the report is SKR's alone and a link would lead nowhere.</summary>
    public const string Enclosed = "Den följer med det här brevet.";

    private readonly string _outcome = ground.State.SentenceInShort();

    /// <summary>The municipalities of the report, by code.</summary>
    public IReadOnlyList<MunicipalityRow> Municipalities { get; } = [.. ground.State.Rows.OrderBy(r => r.Municipality.Code)];

    /// <summary>From a report and a version of the template.</summary>
    /// <param name="comesAlong">What stands where the link would be; null where it links to the report.</param>
    public static async Task<CoverWords> Of(Session session, Report report, int templateVersion, string? comesAlong, CancellationToken cancellation)
    {
        var asked = session.Facts.Recommendation(report.RecommendationId)!;
        var snapshot = await session.Db.Snapshots.SingleAsync(s => s.Id == report.SnapshotId, cancellation);
        var template = await session.Db.MessageTemplates.SingleAsync(t => t.Kind == MessageKind.Report && t.Number == templateVersion, cancellation);
        var ground = await ReportGround.Of(session.Db, snapshot, new ReportQuotes(Conditions: false, Reasons: false), cancellation);
        var site = session.Site ?? new Uri("https://webbplatsen.example");
        return new CoverWords(template, ground, new DispatchWords(session.Facts, asked, site, session.Today), comesAlong ?? new Uri(site, Urls.ToReport(asked.Slug, report.Id)).AbsoluteUri);
    }

    /// <summary>What is the municipality's own, by variable: the outcome, its answer as it stood in the report, and where the report is.</summary>
    public Dictionary<string, string> OwnOf(MunicipalityRow row) => new() { ["utfall"] = _outcome, ["ert-svar"] = row.OwnAnswer(ground.State.Tense()), ["adress"] = whereReportIs };

    /// <summary>The cover to one municipality.</summary>
    public Cover Of(MunicipalityRow row, DateOnly day)
    {
        var values = words.Of(row.Municipality, row.Standing);
        foreach (var (name, value) in OwnOf(row)) values[name] = value;
        var (subject, body) = template.Fill(values);
        return new Cover(row.Municipality, subject, body, day);
    }
}
