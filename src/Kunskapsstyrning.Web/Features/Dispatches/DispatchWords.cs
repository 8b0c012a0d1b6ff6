using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>What the variables of dispatches are replaced by: a municipality's own, or those of a county's municipalities together.</summary>
/// <param name="facts">Municipalities and fees.</param>
/// <param name="asked">The recommendation, as it stands now.</param>
/// <param name="site">What links begin with.</param>
/// <param name="today">Today in Sweden.</param>
internal sealed class DispatchWords(ReferenceFacts facts, Recommendation asked, Uri site, DateOnly today)
{
    private readonly Dictionary<string, string> _alike = Alike(facts, asked, site);

    /// <summary>Who gets it; null where nobody gets copies.</summary>
    public DispatchRule? Rule { get; init; }

    /// <summary>The words for one municipality.</summary>
    public Dictionary<string, string> Of(Municipality municipality, Standing standing) => new(_alike)
    {
        ["kommun"] = municipality.FullName,
        ["till"] = Addressees(null),
        ["avgift"] = FeeOf(municipality.Code) ?? asked.FeeNotSet(),
        ["senast"] = Deadline(municipality.Code),
        ["adress"] = new Uri(site, Urls.ToMunicipality(municipality.Code, asked.Slug)).AbsoluteUri,
        ["har-fatt"] = $"Vi har {Received(standing)}.",
    };

    /// <summary>The words for a county's contact, with a line for each of its municipalities that are meant.</summary>
    public Dictionary<string, string> Of(County county, IReadOnlyList<(Municipality Municipality, Standing Standing)> meant) => new(_alike)
    {
        ["kommun"] = $"kommunerna i {county.Name}",
        ["till"] = Addressees(county),
        ["avgift"] = FeesOf(meant.Select(m => m.Municipality)),
        ["senast"] = Deadline(null),
        ["adress"] = new Uri(site, Urls.ToRecommendation(asked.Slug)).AbsoluteUri,
        ["har-fatt"] = string.Join('\n', meant.Select(m => $"{m.Municipality.Name}: vi har {Received(m.Standing)}.")),
    };

    /// <summary>The words of a correction.</summary>
    public static IReadOnlyDictionary<string, string> Of(RecommendationCorrection correction) => new Dictionary<string, string> { ["stod"] = correction.Wrong, ["galler"] = correction.Right, ["skal"] = correction.Reason };

    /// <summary>The words of an invented municipality, to look at a template by.</summary>
    public static IReadOnlyDictionary<string, string> OfExample(ReferenceFacts facts, Recommendation asked, DateOnly today)
    {
        var invented = new Municipality(new MunicipalityCode("9999"), "Exempelköping", today.AddYears(-1), new TilePlace(0, 0), 0, 0);
        return new Dictionary<string, string>(new DispatchWords(facts, asked, new Uri("https://webbplatsen.example"), today) { Rule = DispatchRule.UsualFor(DispatchKind.Question) }.Of(invented, Standing.None))
        {
            ["avgift"] = $"{new Domain.Shared.Kronor(12_300).Text()} per år, {asked.FundingYears.InWords()}",
            ["stod"] = "2020–2024", ["galler"] = "2020–2023", ["skal"] = "Ett skrivfel i brevet.",
            ["utfall"] = "260 av 290 kommuner har antagit rekommendationen.", ["ert-svar"] = "Antagit.",
        };
    }

    private static Dictionary<string, string> Alike(ReferenceFacts facts, Recommendation asked, Uri site)
    {
        var annexes = facts.AnnexesOf(asked.Id).OrderBy(a => a.Title, Swedish.Order).Select(a => $"{a.Title}: {new Uri(site, Urls.ToDocument(a.DocumentId)).AbsoluteUri}").ToList();
        return new Dictionary<string, string>
        {
            ["rekommendation"] = asked.TitleWithYears(),
            ["fragan"] = asked.QuestionInLetter(),
            ["om-skal"] = asked.AsksForReasons ? "Skriv gärna varför, om ni avstår." : "",
            ["ar"] = asked.FundingYears.Text(),
            ["kostnad"] = asked.StatedCost?.Text() ?? "",
            ["svara-till"] = asked.Letter?.AnswerTo is { Length: > 0 } to ? to : "adressen som det här meddelandet kommer från",
            ["dnr"] = asked.CaseNumber ?? "",
            ["underlag"] = annexes.Count == 0 ? new Uri(site, Urls.ToRecommendation(asked.Slug)).AbsoluteUri : string.Join('\n', annexes),
        };
    }

    /// <summary>"Till kommunstyrelsen, för kännedom till socialchefen": those that it goes to, and nobody else.</summary>
    private string Addressees(County? county)
    {
        string?[] copies = [Rule is { CopiesToHeads: true } ? county is null ? "socialchefen" : "socialcheferna" : null, Rule is { CopiesToCounties: true } ? "länets kontakt" : null];
        var known = copies.OfType<string>().ToList();
        return $"Till {(county is null ? "kommunstyrelsen" : $"kommunstyrelserna i {county.Name}")}{(known.Count == 0 ? "" : $", för kännedom till {Swedish.List(known)}")}";
    }

    /// <summary>A line for each municipality; one sentence where none has its fee set.</summary>
    private string FeesOf(IEnumerable<Municipality> meant)
    {
        var fees = meant.Select(m => (m.Name, Fee: FeeOf(m.Code))).ToList();
        return fees.TrueForAll(f => f.Fee is null) ? asked.FeeNotSet() : string.Join('\n', fees.Select(f => $"{f.Name}: {f.Fee?.Replace("\n", "; ", StringComparison.Ordinal) ?? "inte fastställd än"}"));
    }

    /// <summary>What a municipality is told of its fee.</summary>
    public FeeInLetter FeeTold(MunicipalityCode municipality)
    {
        var set = SetFeesOf(municipality);
        return set.Count == 0 ? FeeInLetter.NotSet : set.Exists(f => f.Fee!.IsOnlyComputed) ? FeeInLetter.OnlyComputed : FeeInLetter.Stated;
    }

    /// <summary>A line for each amount; null where none is set.</summary>
    private string? FeeOf(MunicipalityCode municipality)
    {
        var fees = SetFeesOf(municipality).ConvertAll(f => $"{f.Fee!.Amount!.Value.Text()} {f.AfterAmount()}{(f.Fee.IsOnlyComputed ? " (beräknad, inte fastställd)" : null)}");
        return fees.Count == 0 ? null : string.Join('\n', fees);
    }

    private List<OwnFee> SetFeesOf(MunicipalityCode municipality) => [.. WhatAppliesToMunicipality.FeesOf(facts, asked, municipality, today).Where(f => f.IsSet)];

    /// <summary>The last day that is ahead: the municipality's own, else that of a later round.</summary>
    private string Deadline(MunicipalityCode? municipality)
    {
        var own = municipality is { } code ? asked.DeadlineFor(code) : asked.ResponseDeadline;
        var ahead = own >= today ? own : asked.Rounds.Where(r => r.Deadline >= today).Select(r => (DateOnly?)r.Deadline).Min();
        return Swedish.AnswerBy(ahead, own);
    }

    private static string Received(Standing standing) => standing switch
    {
        { Status: Status.NoResponse } => "inte fått något svar",
        { Status: Status.InPreparation, Content: { } proposal } => $"fått {Swedish.Lower(proposal.ActOf())}, men inget slutligt beslut",
        { Content: { } answer } => $"fått {Swedish.Lower(answer.ActOf())}: {Swedish.Lower(answer.Outcome.Label())}",
        _ => "inte fått något svar",
    };
}

/// <summary>What a letter says of a fee.</summary>
internal enum FeeInLetter
{
    /// <summary>That it is not set.</summary>
    NotSet,
    /// <summary>An amount that is reckoned, and that nobody has stated.</summary>
    OnlyComputed,
    /// <summary>The amount.</summary>
    Stated,
}
