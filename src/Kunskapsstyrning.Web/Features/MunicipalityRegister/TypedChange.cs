using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.MunicipalityRegister;

/// <summary>A change of a municipality as it is typed: what, and its fields by their names, which are also their ids.</summary>
/// <param name="Act">orgnr, namn, ihop or dela.</param>
/// <param name="Fields">What is typed.</param>
public sealed record TypedChange(string Act, IReadOnlyDictionary<string, string> Fields)
{
    private const int LongestReason = 500;

    /// <summary>The fields of each change, in order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["orgnr"] = ["orgnr", "sedd"],
        ["namn"] = ["namn-namn", "namn-fran", "namn-skal"],
        ["ihop"] = ["ihop-med", "ihop-kod", "ihop-blir", "ihop-fran", "ihop-skal"],
        ["dela"] = ["dela-kod", "dela-blir", "dela-kod2", "dela-blir2", "dela-fran", "dela-skal"],
    };

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>What was posted; null when it is none of the changes.</summary>
    public static TypedChange? Of(IFormCollection form) => Names.TryGetValue(form["gor"].ToString(), out var names)
        ? new TypedChange(form["gor"].ToString(), names.ToDictionary(n => n, n => string.Join(' ', TypedText.Printed(form[n].ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        : null;

    /// <summary>The organisation number; null, with what is wrong added, when it cannot be read.</summary>
    public OrganisationNumber? Number(FieldErrors errors)
    {
        if (OrganisationNumber.TryParse(this["orgnr"], out var number) && number.IsMunicipality) return number;
        errors.Add(RegisterRefusals.NoMunicipalityNumber);
        return null;
    }

    /// <summary>The organisation number that stood when the form was opened; null where none did.</summary>
    public OrganisationNumber? Seen => OrganisationNumber.TryParse(this["sedd"], out var seen) ? seen : null;

    /// <summary>The first day; null, with what is wrong added, when it cannot be read.</summary>
    public DateOnly? From(FieldErrors errors)
    {
        if (SwedishDay.TryParse(this[$"{Act}-fran"], out var day)) return day;
        errors.Add($"{Act}-fran", this[$"{Act}-fran"].Length == 0 ? "Skriv från och med vilken dag." : SwedishDay.Unreadable);
        return null;
    }

    /// <summary>What it rests on; null, with what is wrong added, when nothing is said.</summary>
    public string? Why(FieldErrors errors)
    {
        var why = this[$"{Act}-skal"];
        if (why.Length is > 0 and <= LongestReason) return why;
        errors.Add($"{Act}-skal", $"Skriv vilket beslut ändringen bygger på, högst {LongestReason} tecken.");
        return null;
    }

    /// <summary>Which municipalities become which; null, with what is wrong added, when it cannot be read.</summary>
    public Redrawing? Redrawing(Municipality own, IReadOnlyList<Municipality> all, FieldErrors errors)
    {
        var before = errors.All.Count;
        List<MunicipalityCode> of = [own.Code];
        if (Act == "ihop")
        {
            foreach (var name in this["ihop-med"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (MunicipalityTyped.Find(name, all) is { } other) of.Add(other.Code);
                else errors.Add("ihop-med", $"Det finns ingen kommun som heter ”{name}”. Skriv namn eller kod, med komma emellan.");
            }
        }

        List<NamedMunicipality> into = [];
        foreach (var (code, name) in Act == "ihop" ? [("ihop-kod", "ihop-blir")] : ((string, string)[])[("dela-kod", "dela-blir"), ("dela-kod2", "dela-blir2")])
        {
            if (MunicipalityCode.TryParse(this[code], out var read)) into.Add(new NamedMunicipality(read, this[name].Length == 0 ? null : this[name]));
            else errors.Add(code, "Skriv kommunkoden, fyra siffror.");
        }

        return From(errors) is { } from && errors.All.Count == before ? new Redrawing(of, into, from) : null;
    }

    /// <summary>The field that a rule's no is about; null for the whole.</summary>
    public string? FieldOf(Refusal refusal) => refusal.Field switch
    {
        null => null,
        "orgnr" => "orgnr",
        "namn" => "namn-namn",
        "blir" => $"{Act}-kod",
        "blir2" => $"{Act}-kod2",
        "namnet" => $"{Act}-blir",
        "namnet2" => $"{Act}-blir2",
        var field => Names[Act].FirstOrDefault(n => n == $"{Act}-{field}"),
    };
}
