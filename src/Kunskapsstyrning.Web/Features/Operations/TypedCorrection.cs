using System.Globalization;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>A correction as it is typed: the fields by their names, which are also their ids.</summary>
/// <param name="Fields">What is typed.</param>
public sealed record TypedCorrection(IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] Names = ["vad", "stod", "galler", "skal", "kalla", "dag", "fick", "kommuner"];

    /// <summary>Nothing typed yet.</summary>
    public static TypedCorrection Nothing { get; } = new(new Dictionary<string, string>());

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>What it says; null until it can be read.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What was posted, read as far as it can be; what is wrong is added.</summary>
    public static TypedCorrection Of(IFormCollection form, OperatedRecommendation view, FieldErrors errors)
    {
        var typed = new TypedCorrection(TypedOperation.Read(form, Names));
        return typed with { Correction = typed.Read(view, errors) };
    }

    private Correction? Read(OperatedRecommendation view, FieldErrors errors)
    {
        TypedOperation.NoneTooLong(Fields, errors);
        var (asked, (kind, number)) = (view.Recommendation, Key());
        if (this["stod"].Length == 0) errors.Add("stod", "Skriv vad som stod.");
        if (this["galler"].Length == 0) errors.Add(CorrectionRefusals.WhatHoldsIsMissing);
        var fact = errors.Any ? null : Fact(asked, kind, number, errors);
        if (fact is null && errors["vad"] is null && !Known(asked)) errors.Add("vad", "Välj vad som ska rättas.");
        if (this["skal"].Length == 0) errors.Add(CorrectionRefusals.NeedsReason);
        if (this["kalla"].Length == 0) errors.Add(CorrectionRefusals.NeedsSource);
        var day = TypedOperation.Day(this["dag"], "dag", errors);
        var reached = this["fick"] switch { "alla" => WrongTextReached.Everyone, "nagra" => WrongTextReached.Some, _ => WrongTextReached.NotKnown };
        if (reached is WrongTextReached.NotKnown) errors.Add(CorrectionRefusals.NeedsRecipients);
        IReadOnlyList<MunicipalityCode> some = reached is WrongTextReached.Some ? TypedOperation.Municipalities(this["kommuner"], "kommuner", view.Municipalities, errors) : [];
        if (reached is WrongTextReached.Some && some.Count == 0 && errors["kommuner"] is null) errors.Add("kommuner", "Skriv vilka kommuner som fick det felaktiga.");

        return errors.Any || fact is null || day is null ? null : new Correction(fact, fact.WrongText(asked), fact.RightText(asked), day.Value, this["skal"], this["kalla"], reached, some);
    }

    private bool Known(Recommendation asked) => asked.CorrectableParts().Any(p => p.Key == this["vad"]);

    private CorrectedFact? Fact(Recommendation asked, string kind, int number, FieldErrors errors)
    {
        var (wrong, right) = (this["stod"], this["galler"]);
        if (!Known(asked)) return null;
        switch (kind)
        {
            case "ar":
                var (stood, holds) = (TypedOperation.Years(wrong, "stod", errors), TypedOperation.Years(right, "galler", errors));
                return stood is null || holds is null ? null : new CorrectedYears(asked.Periods[number - 1].Id, stood, holds);
            case "svarsdag":
                var (was, becomes) = (TypedOperation.Day(wrong, "stod", errors), TypedOperation.Day(right, "galler", errors));
                return was is null || becomes is null ? null : new CorrectedDeadline(number, was.Value, becomes.Value);
            case "kostnad":
                var (cost, other) = (Amount("stod", errors), Amount("galler", errors));
                return cost is null || other is null ? null : new CorrectedCost(cost.Value, other.Value);
            default:
                return new CorrectedText(kind.CorrectedPartInAddress(), number, wrong, right);
        }
    }

    private Kronor? Amount(string field, FieldErrors errors)
    {
        if (SwedishAmount.TryParse(this[field], out var amount) && amount > Kronor.Zero) return amount;
        errors.Add(field, "Det går inte att läsa beloppet. Skriv det som 19 500 000 kr.");
        return null;
    }

    /// <summary>"punkt-2" is the second point.</summary>
    private (string Kind, int Number) Key() => this["vad"].Split('-') is [var kind, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (kind, at) : (this["vad"], 0);
}
