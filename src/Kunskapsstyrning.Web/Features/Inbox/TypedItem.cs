using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>What is typed about something that arrived.</summary>
internal sealed record TypedItem(ItemDeskView Desk, LogDecisionForm Form)
{
    /// <summary>Whose answers and about what, as far as it can be read.</summary>
    public IReadOnlyList<(MunicipalityCode, RecommendationId)> Questions => Asked is not { } asked ? []
        : [.. OtherNames.Prepend(Form.Municipality).Select(n => MunicipalityTyped.Find(n, Desk.Municipalities)).OfType<Municipality>().Select(m => (m.Code, asked.Id))];

    /// <summary>The documents that are chosen; what arrived itself where no document could be taken out of it.</summary>
    public IReadOnlyList<DocumentId> Documents => Desk.Documents.Count == 0 ? [Desk.Item.OriginalId] : [.. Desk.Documents.Where(d => Form.Parts.Contains(d.Number)).Select(d => d.Id).Distinct()];

    private Recommendation? Asked => Desk.Recommendations.FirstOrDefault(r => r.Slug == Form.Recommendation.Trim());

    private IEnumerable<string> OtherNames => Form.Others.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is to be registered: one decision, or one for each municipality that a joint body decided for; what is wrong is added.</summary>
    /// <param name="asksForFinal">True when the final decision is asked for.</param>
    /// <param name="seen">Decisions that may be the same and that the person has seen.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public IReadOnlyList<LogDecision> Decisions(bool asksForFinal, IReadOnlyList<DecisionId> seen, FieldErrors errors)
    {
        var first = Form.ToCommand(Desk.Municipalities, Asked, Desk.Today, errors);
        var others = Others(errors);
        var (receipt, question) = Letters(asksForFinal, errors);
        if (Documents.Count == 0) errors.Add("del", "Välj minst en handling som beslutet är läst ur.");
        if (first is null || errors.Any) return [];

        first = first with { Documents = Documents, EndsDraft = false, Receipt = receipt, AskForFinal = question, Beside = seen };
        return [first, .. others.Where(m => m != first.Municipality).Select(m => first with { Id = IdFor(first.Id, m.Digits), Municipality = m })];
    }

    /// <summary>Who gets a receipt, and who is asked for the final decision; the sender where either is wanted.</summary>
    private (EmailAddress? Receipt, AskForFinal? Question) Letters(bool asksForFinal, FieldErrors errors)
    {
        if (!Form.WantsReceipt && !asksForFinal) return default;
        if (!EmailAddress.TryParse(Form.Decision["avsandare"].Trim(), out var sender))
        {
            errors.Add("avsandare", asksForFinal ? "Skriv e-postadressen som frågan ska gå till." : "Skriv avsändarens e-postadress, eller välj bort kvittot.");
            return default;
        }

        if (!asksForFinal) return (sender, null);
        if (SwedishDay.TryParse(Form.FollowUp, out var day)) return (Form.WantsReceipt ? sender : null, new AskForFinal(sender, day));

        errors.Add(FollowUpRefusals.NoDay);
        return default;
    }

    /// <summary>The other municipalities that a joint body decided for.</summary>
    private IReadOnlyList<MunicipalityCode> Others(FieldErrors errors)
    {
        var found = new List<MunicipalityCode>();
        foreach (var name in OtherNames)
        {
            if (MunicipalityTyped.Find(name, Desk.Municipalities) is { } municipality) found.Add(municipality.Code);
            else errors.Add("aven", $"Det finns ingen kommun som heter ”{(name.Length > 60 ? name[..60] : name)}”. Skilj kommunerna med komma.");
        }

        return [.. found.Distinct()];
    }

    /// <summary>The decision of another municipality out of the same form: the same every time the form is sent.</summary>
    private static DecisionId IdFor(DecisionId form, string municipality) => new(new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"{form.Value} {municipality}")).AsSpan(0, 16)));
}
