using System.Globalization;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>A dispatch as it is typed.</summary>
/// <param name="Seen">Its revision when the form was opened.</param>
/// <param name="Audience">Which municipalities, by its word in addresses.</param>
/// <param name="Heads">True for copies to the heads of social services.</param>
/// <param name="Counties">True for copies to the counties' contacts.</param>
/// <param name="County">Only in this county; empty for all.</param>
/// <param name="Deadline">Only those whose last day is this or earlier; empty for all.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The words.</param>
/// <param name="Annexes">How letter and annexes go with it, by its word in addresses.</param>
public sealed record TypedDispatch(int Seen, string Audience, bool Heads, bool Counties, string County, string Deadline, string Subject, string Body, string Annexes)
{
    /// <summary>Only this municipality, by its code; empty for all. It is chosen when the dispatch is begun, and never typed.</summary>
    public string Only { get; init; } = "";

    /// <summary>What stands.</summary>
    public static TypedDispatch Of(Dispatch dispatch) => new(
        dispatch.Revision, dispatch.Rule.Audience.InAddress(), dispatch.Rule.CopiesToHeads, dispatch.Rule.CopiesToCounties, dispatch.Rule.County ?? "", dispatch.Rule.DeadlineThrough?.Iso() ?? "",
        dispatch.Subject, dispatch.Body, dispatch.Annexes.InAddress()) { Only = dispatch.Rule.Municipality?.Digits ?? "" };

    /// <summary>What was posted.</summary>
    public static TypedDispatch Of(IFormCollection form) => new(
        int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, form["urval"].ToString(), form.ContainsKey("socialchef"), form.ContainsKey("lanskontakt"), form["lan"].ToString(), form["sista-dag"].ToString().Trim(),
        form["amne"].ToString().Trim(), TypedText.Printed(form["text"].ToString()), form["bilagor"].ToString()) { Only = form["kommun"].ToString() };

    /// <summary>The change it asks for; null, with what is wrong added, when it cannot be read.</summary>
    public ReviseDispatch? Read(DispatchId id, FieldErrors errors)
    {
        DateOnly? deadline = null;
        if (Deadline.Length > 0)
        {
            if (SwedishDay.TryParse(Deadline, out var day)) deadline = day;
            else errors.Add("sista-dag", SwedishDay.Unreadable);
        }

        if (Swedish.AudienceNamed(Audience) is not { } audience)
        {
            errors.Add(DispatchRefusals.WrongAudience);
            return null;
        }

        var rule = new DispatchRule
        {
            Audience = audience, CopiesToHeads = Heads, CopiesToCounties = Counties, County = County.Length == 0 ? null : County, DeadlineThrough = deadline,
            Municipality = MunicipalityCode.TryParse(Only, out var only) ? only : null,
        };
        return errors.Any ? null : new ReviseDispatch(id, Seen, rule, Subject, Body, Annexes == AnnexWay.Attached.InAddress() ? AnnexWay.Attached : AnnexWay.Linked);
    }
}
