using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>A longer time to answer as it is typed: the fields by their names, which are also their ids.</summary>
/// <param name="Fields">What is typed.</param>
public sealed record TypedLonger(IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] Names = ["kommun", "till", "skal"];

    /// <summary>Nothing typed yet.</summary>
    public static TypedLonger Nothing { get; } = new(new Dictionary<string, string>());

    /// <summary>Nothing typed yet but the municipality that the address names, where it names one.</summary>
    public static TypedLonger For(string? code, OperatedRecommendation view) =>
        view.Municipalities.FirstOrDefault(m => m.Code.Digits == code) is { } municipality ? new(new Dictionary<string, string> { ["kommun"] = municipality.Name }) : Nothing;

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>Whose time; null until it can be read.</summary>
    public Municipality? Municipality { get; private init; }

    /// <summary>Its last day; null until it can be read.</summary>
    public DateOnly? Through { get; private init; }

    /// <summary>What was posted, read as far as it can be; what is wrong is added.</summary>
    public static TypedLonger Of(IFormCollection form, OperatedRecommendation view, FieldErrors errors)
    {
        var typed = new TypedLonger(TypedOperation.Read(form, Names));
        TypedOperation.NoneTooLong(typed.Fields, errors);
        var municipality = MunicipalityTyped.Find(typed["kommun"], view.Municipalities);
        if (municipality is null) errors.Add("kommun", "Ingen kommun heter så. Skriv namnet eller kommunkoden.");
        var through = TypedOperation.Day(typed["till"], "till", errors);
        if (typed["skal"].Length == 0) errors.Add(DeadlineRefusals.NeedsReason);
        return typed with { Municipality = municipality, Through = through };
    }
}
