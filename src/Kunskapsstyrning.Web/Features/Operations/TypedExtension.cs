using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>An extension as it is typed: the fields by their names, which are also their ids.</summary>
/// <param name="Fields">What is typed.</param>
public sealed record TypedExtension(IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] Names = ["id", "laget", "sista", "hur", "beslutad", "kalla"];

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>What it says; null until it can be read.</summary>
    public NewExtension? Extension { get; init; }

    /// <summary>A new form: the proposal that waits for the board, or nothing.</summary>
    public static TypedExtension New(Recommendation asked) => new(new Dictionary<string, string>
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["laget"] = asked.ProposedExtension is null ? "" : "beslutad",
        ["sista"] = asked.ProposedExtension?.LastYear.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        ["hur"] = asked.ProposedExtension is { } proposed ? proposed.Mode.InAddress() : "",
    });

    /// <summary>What was posted, read as far as it can be; what is wrong is added.</summary>
    public static TypedExtension Of(IFormCollection form, FieldErrors errors)
    {
        var typed = new TypedExtension(TypedOperation.Read(form, Names));
        return typed with { Extension = typed.Read(errors) };
    }

    private NewExtension? Read(FieldErrors errors)
    {
        TypedOperation.NoneTooLong(Fields, errors);
        if (this["laget"] is not ("forslag" or "beslutad")) errors.Add("laget", "Välj om styrelsen har beslutat eller om det bara är föreslaget.");
        var last = TypedOperation.SingleYear(this["sista"], "sista", errors);
        if (this["hur"].ExtensionModeInAddress() is not { } mode)
        {
            errors.Add("hur", "Välj vad som gäller för dem som har antagit.");
            mode = ExtensionMode.RollsForward;
        }

        DateOnly? decided = null;
        if (this["laget"] == "beslutad" && this["beslutad"].Length == 0) errors.Add(ExtensionRefusals.NeedsItsDay);
        else if (this["laget"] == "beslutad") decided = TypedOperation.Day(this["beslutad"], "beslutad", errors);
        if (this["kalla"].Length == 0) errors.Add(ExtensionRefusals.NeedsSource);
        return errors.Any || !Guid.TryParse(this["id"], out var id) ? null : new NewExtension(new ExtensionId(id), last!.Value, mode, decided, this["kalla"]);
    }

    /// <summary>The field that a rule's no is about: a proposal has no day.</summary>
    public string? FieldOf(Domain.Shared.Refusal refusal) => refusal.Field == "beslutad" && this["laget"] == "forslag" ? "sista" : refusal.Field;
}
