using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Who would get a dispatch if it were released now, and what each would be told.</summary>
/// <param name="Recipients">In order; those without address too.</param>
/// <param name="Files">The files that would go with every message.</param>
/// <param name="Refusal">Why its words cannot be sent; null when they can.</param>
public sealed record DispatchPlan(IReadOnlyList<PlannedRecipient> Recipients, IReadOnlyList<DispatchFile> Files, Refusal? Refusal)
{
    /// <summary>Those that get it.</summary>
    public IReadOnlyList<PlannedRecipient> Reached { get; } = [.. Recipients.Where(r => r.Address is not null)];

    /// <summary>Those that ought to and lack an address.</summary>
    public IReadOnlyList<PlannedRecipient> Missing { get; } = [.. Recipients.Where(r => r.Address is null)];

    /// <summary>How many of the municipalities that get it are told that their fee is not set; 0 of what asks for no decision.</summary>
    public int WithoutFee { get; init; }

    /// <summary>How many of them are told a fee that is reckoned, and that nobody has stated; 0 of what asks for no decision.</summary>
    public int WithComputedFee { get; init; }

    /// <summary>How many of them have answered for good.</summary>
    public int HaveAnswered { get; init; }

    /// <summary>SHA-256 of everything that would leave, and of who would be left without.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001E', Recipients.Select(r => string.Join('\u001F', r.Place.Kind, r.Place.Municipality, r.Place.County, r.Address, r.Subject, r.Body)).Concat(Files.Select(f => f.Document.Value.ToString()).Order(StringComparer.Ordinal))))));

    /// <summary>Who is at a place, for looking at what that one would be told; the first that gets it when there is none.</summary>
    public PlannedRecipient? At(int number) => number >= 1 && number <= Recipients.Count ? Recipients[number - 1] : Reached.Concat(Missing).FirstOrDefault();
}

/// <summary>One who would get a dispatch.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Place">Whose contact it is, and what for.</param>
/// <param name="Name">Whose, by name.</param>
/// <param name="Address">Where it would go; null where no address is known.</param>
/// <param name="Subject">The subject as it would be written.</param>
/// <param name="Body">The words as they would be written.</param>
public sealed record PlannedRecipient(int Number, ContactPlace Place, string Name, EmailAddress? Address, string Subject, string Body);

/// <summary>Reckons who would get a dispatch.</summary>
internal static class DispatchPlans
{
    /// <summary>What would leave now; null when the recommendation is not there or not sent.</summary>
    /// <param name="known">Everyone who was addressed before; null where nobody has read it yet.</param>
    public static async Task<DispatchPlan?> PlanOf(this Session session, Dispatch dispatch, CancellationToken cancellation, IReadOnlyList<Addressed>? known = null)
    {
        var slug = await session.Db.Recommendations.Where(r => r.Id == dispatch.RecommendationId).Select(r => r.Slug).SingleOrDefaultAsync(cancellation);
        if (slug is null || await session.InHand(slug, cancellation) is not { IsDraft: false } asked) return null;

        var correction = asked.Corrections.FirstOrDefault(c => c.Number == dispatch.CorrectionNumber);
        var (isAsked, addressed, haveIt) = await session.SentBefore(dispatch, correction, known, cancellation);
        var answers = await session.Db.AnswersTo(asked.Id, cancellation);
        var there = session.Facts.MunicipalitiesOf(asked, session.Today).Select(m => (Municipality: m, Standing: asked.StandingOf(answers.Of(m.Code), new AsOf(session.Today)))).ToList();
        var meant = there.Where(m => Means(dispatch, asked, isAsked ? addressed : null, m.Municipality, m.Standing)).ToList();
        var contacts = (await session.Db.Contacts.AsNoTracking().ToListAsync(cancellation)).ToDictionary(c => c.Place, c => c.Email);
        var given = (await session.Db.DispatchValues.AsNoTracking().Where(v => v.DispatchId == dispatch.Id).ToListAsync(cancellation)).ToLookup(v => v.MunicipalityCode, v => (v.Name, v.Text));
        var words = new DispatchWords(session.Facts, asked, session.Site ?? new Uri("https://webbplatsen.example"), session.Today) { Rule = dispatch.Rule };
        var ofCorrection = correction is null ? new Dictionary<string, string>() : DispatchWords.Of(correction);

        var all = new List<(ContactPlace Place, string Name, Dictionary<string, string> Words)>();
        foreach (var (municipality, standing) in meant)
            foreach (var kind in KindsFor(dispatch, addressed, municipality.Code)) all.Add((ContactPlace.Of(municipality.Code, kind), municipality.Name, words.Of(municipality, standing)));
        foreach (var county in CountiesFor(dispatch, addressed, meant.Select(m => m.Municipality), session))
            all.Add((ContactPlace.OfCounty(county.Code), county.Name, words.Of(county, meant.FindAll(m => m.Municipality.CountyCode == county.Code))));

        all.RemoveAll(r => haveIt.Contains(r.Place));
        var files = await session.FilesWith(dispatch, cancellation);
        var refusal = dispatch.Kind.AsksForDecision() && !asked.CanBeAnsweredOn(session.Today) ? DispatchRefusals.NoLongerAnswered
            : dispatch.Kind.LeadsToHidden(asked) ? DispatchRefusals.Hidden
            : RefusalOf(correction, addressed, haveIt, all.Count);
        var plan = Written(dispatch, files, refusal, all.ConvertAll(r => (r.Place, r.Name, AddressAt(contacts, dispatch, addressed, r.Place), With(r.Words, ofCorrection, r.Place, given, code => session.Facts.Municipality(code)?.Name ?? code.Digits))));
        var reached = plan.Reached.Select(r => r.Place.Municipality).ToHashSet();
        var told = meant.FindAll(m => reached.Contains(m.Municipality.Code));
        int Told(FeeInLetter fee) => dispatch.Kind.AsksForDecision() ? told.Count(m => words.FeeTold(m.Municipality.Code) == fee) : 0;
        return plan with
        {
            WithoutFee = Told(FeeInLetter.NotSet), WithComputedFee = Told(FeeInLetter.OnlyComputed),
            HaveAnswered = told.Count(m => m.Standing.Status is not (Status.NoResponse or Status.InPreparation)),
        };
    }

    private static Refusal? RefusalOf(RecommendationCorrection? correction, IReadOnlyList<Addressed> addressed, IReadOnlySet<ContactPlace> haveIt, int left)
    {
        if (correction is not null && addressed.Any(a => a.State is DeliveryState.Queued or DeliveryState.Submitting)) return DispatchRefusals.WrongTextWaits;
        return left == 0 && haveIt.Count > 0 ? DispatchRefusals.ReportAlreadySent : null;
    }

    /// <summary>Whether the rule means a municipality; nobody has been asked from here where the addressed are null.</summary>
    private static bool Means(Dispatch dispatch, Recommendation asked, IReadOnlyList<Addressed>? addressed, Municipality municipality, Standing standing)
    {
        if (dispatch.Rule.Municipality is { } only && municipality.Code != only) return false;
        if (dispatch.Rule.County is { } county && municipality.CountyCode != county) return false;
        if (dispatch.Rule.DeadlineThrough is { } day && !(asked.DeadlineFor(municipality.Code) <= day)) return false;
        return dispatch.Rule.Audience switch
        {
            DispatchAudience.NotReached => addressed?.Any(a => a.Municipality == municipality.Code && a.Place.Kind is ContactKind.FunctionAddress && a.IsReached) is not true,
            DispatchAudience.GotWrongText => GotWrongText(dispatch, asked, addressed, municipality.Code),
            DispatchAudience.NotAnswered => standing.Status is Status.NoResponse or Status.InPreparation,
            DispatchAudience.Silent => standing.Status is Status.NoResponse,
            DispatchAudience.OnlyProposal => standing.Status is Status.InPreparation,
            DispatchAudience.WereAsked => WasAsked(addressed, municipality.Code),
            _ => true,
        };
    }

    /// <summary>Those that are named, where some are; else those that the question left for while it was wrong.</summary>
    private static bool GotWrongText(Dispatch dispatch, Recommendation asked, IReadOnlyList<Addressed>? addressed, MunicipalityCode municipality) =>
        asked.Corrections.FirstOrDefault(c => c.Number == dispatch.CorrectionNumber) is { Reached: WrongTextReached.Some } some
            ? some.Recipients.Any(r => r.MunicipalityCode == municipality)
            : WasAsked(addressed, municipality);

    /// <summary>Where nobody has been asked from here, the letter went to everyone before there was this program.</summary>
    private static bool WasAsked(IReadOnlyList<Addressed>? addressed, MunicipalityCode municipality) => addressed?.Any(a => a.Municipality == municipality && a.HasLeft) is not false;

    /// <summary>A correction and a report go to those that the question went to, whoever that was; else the rule decides.</summary>
    private static List<ContactKind> KindsFor(Dispatch dispatch, IReadOnlyList<Addressed> addressed, MunicipalityCode municipality)
    {
        var asked = FollowsQuestion(dispatch) ? addressed.Where(a => a.Municipality == municipality && a.HasLeft).Select(a => a.Place.Kind).Distinct().Order().ToList() : [];
        if (asked.Count > 0) return asked;
        return dispatch.Rule.CopiesToHeads ? [ContactKind.FunctionAddress, ContactKind.HeadOfSocialServices] : [ContactKind.FunctionAddress];
    }

    private static IEnumerable<County> CountiesFor(Dispatch dispatch, IReadOnlyList<Addressed> addressed, IEnumerable<Municipality> meant, Session session)
    {
        var codes = meant.Select(m => m.CountyCode).ToHashSet();
        if (FollowsQuestion(dispatch) && addressed.Count > 0) codes.IntersectWith(addressed.Where(a => a.HasLeft).Select(a => a.Place.County).OfType<string>());
        else if (!dispatch.Rule.CopiesToCounties) codes.Clear();
        return session.Facts.Counties.Where(c => codes.Contains(c.Code)).OrderBy(c => c.Code, StringComparer.Ordinal);
    }

    private static bool FollowsQuestion(Dispatch dispatch) => dispatch.Kind is DispatchKind.Correction or DispatchKind.Report;

    /// <summary>Where the contact is reached now; who was asked and has no contact any longer is reached where the question went.</summary>
    private static EmailAddress? AddressAt(Dictionary<ContactPlace, EmailAddress> contacts, Dispatch dispatch, IReadOnlyList<Addressed> addressed, ContactPlace place) =>
        contacts.GetValueOrDefault(place) ?? (FollowsQuestion(dispatch) ? addressed.FirstOrDefault(a => a.Place == place && a.HasLeft)?.Address : null);

    /// <summary>What was given when it was prepared holds; to a county's contact it is told once where it is the same for all, else municipality by municipality.</summary>
    private static Dictionary<string, string> With(Dictionary<string, string> words, IReadOnlyDictionary<string, string> more, ContactPlace place, ILookup<MunicipalityCode, (string Name, string Text)> given, Func<MunicipalityCode, string> nameOf)
    {
        foreach (var (name, text) in more) words[name] = text;
        if (place.Municipality is { } own)
            foreach (var (name, text) in given[own]) words[name] = text;
        else
            foreach (var values in given.SelectMany(g => g.Select(v => (Municipality: g.Key, v.Name, v.Text))).GroupBy(v => v.Name))
                words[values.Key] = values.Select(v => v.Text).Distinct().Count() == 1
                    ? values.First().Text
                    : string.Join('\n', values.Where(v => v.Municipality.County == place.County).Select(v => $"{nameOf(v.Municipality)}: {v.Text}"));
        return words;
    }

    private static DispatchPlan Written(Dispatch dispatch, IReadOnlyList<DispatchFile> files, Refusal? refused, List<(ContactPlace Place, string Name, EmailAddress? Address, Dictionary<string, string> Words)> all)
    {
        var used = MessageTemplate.VariablesIn(dispatch.Subject, dispatch.Body);
        var (recipients, refusal) = (new List<PlannedRecipient>(), refused);
        foreach (var (place, name, address, words) in all)
        {
            foreach (var variable in used.Where(v => !words.ContainsKey(v)))
            {
                refusal ??= DispatchRefusals.NoValue(variable, name);
                words[variable] = $"{{{variable}}}";
            }

            var (subject, body) = MessageTemplate.Fill(dispatch.Subject, dispatch.Body, words);
            recipients.Add(new PlannedRecipient(recipients.Count + 1, place, name, address, subject, place.Municipality is null ? $"{Swedish.ForInformation(name)}\n\n{body}" : body));
        }

        return new DispatchPlan(recipients, files, refusal);
    }
}
