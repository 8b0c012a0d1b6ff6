using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Dispatches;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What dispatches to many are called, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>Why a reminder was left out: the answer had come.</summary>
    public const string LeftOutAnswered = "Kommunen hade svarat när påminnelsen skulle lämnas.";

    /// <summary>The same: a proposal, or something else that makes its words untrue.</summary>
    public const string LeftOutSomethingCame = "Något kom in från kommunen sedan påminnelsen skrevs, så det den säger stämmer inte längre.";

    /// <summary>The same: what is asked has been corrected.</summary>
    public const string LeftOutCorrected = "Rekommendationen har rättats sedan påminnelsen skrevs.";

    /// <summary>The same: there is a later last day.</summary>
    public const string LeftOutLongerTime = "Kommunen fick längre tid sedan påminnelsen skrevs.";

    /// <summary>Why a reminder to a county's contact was left out: nobody is left to remind.</summary>
    public const string LeftOutAllAnswered = "Ingen av länets kommuner var kvar att påminna när brevet skulle lämnas.";

    /// <summary>The same: another was written in its place.</summary>
    public const string LeftOutSomeAnswered = "Något hade kommit in från länets kommuner när brevet skulle lämnas. Ett nytt, om dem som är kvar, är köat i stället.";

    /// <summary>"Förfrågan".</summary>
    public static string Label(this DispatchKind kind) => kind.Message().Label();

    /// <summary>"forfragan": the kind in addresses and forms.</summary>
    public static string InAddress(this DispatchKind kind) => kind.Message().InAddress();

    /// <summary>"Kommuner utan slutligt svar".</summary>
    public static string Label(this DispatchAudience audience) => audience switch
    {
        DispatchAudience.Everyone => "Alla kommuner",
        DispatchAudience.NotReached => "Kommuner som förfrågan inte har nått",
        DispatchAudience.GotWrongText => "De som fick den felaktiga uppgiften",
        DispatchAudience.NotAnswered => "Kommuner utan slutligt svar",
        DispatchAudience.Silent => "Kommuner som inte har svarat alls",
        DispatchAudience.OnlyProposal => "Kommuner som bara har skickat ett förslag",
        _ => "De som förfrågan skickades till",
    };

    /// <summary>"De som fick förfrågan"; everyone where no question has gone from here.</summary>
    public static string Label(this DispatchAudience audience, bool followsQuestion) => audience is DispatchAudience.WereAsked && !followsQuestion ? "Alla kommuner i omgången" : audience.Label();

    /// <summary>"Alla kommuner", "Alla kommuner i Stockholms län", "Bara Ekerö kommun": whom a rule means, of those counties.</summary>
    /// <param name="only">The only municipality that it is for; null where it is for more.</param>
    public static string Label(this DispatchRule rule, IEnumerable<County> counties, Municipality? only, bool followsQuestion = false)
    {
        if (only is not null) return $"Bara {only.FullName}";
        return rule.County is { } code && counties.FirstOrDefault(c => c.Code == code) is { } county ? $"{rule.Audience.Label(followsQuestion)} i {county.Name}" : rule.Audience.Label(followsQuestion);
    }

    /// <summary>"4 mottagare" ", 1 saknar adress.": how many a dispatch would reach, in its marked part and the rest.</summary>
    internal static (string Marked, string After) Reach(this DispatchPlan plan)
    {
        if (plan.Recipients.Count == 0) return ("Ingen", " får det här än.");
        if (plan.Reached.Count == 0) return ("Ingen adress", $" är känd till {(plan.Missing.Count == 1 ? "den som ska få det" : $"de {Number(plan.Missing.Count)} som ska få det")}.");
        return (Count(plan.Reached.Count, "mottagare", "mottagare"), plan.Missing.Count > 0 ? $", {Number(plan.Missing.Count)} saknar adress." : ". Ingen saknar adress.");
    }

    /// <summary>"290 funktionsbrevlådor och 288 socialchefer saknas": which addresses a dispatch lacks.</summary>
    internal static string Lacks(IEnumerable<PlannedRecipient> missing)
    {
        var kinds = missing.GroupBy(m => m.Place.Kind).OrderBy(g => g.Key).Select(g => g.Key switch
        {
            ContactKind.FunctionAddress => Count(g.Count(), "funktionsbrevlåda", "funktionsbrevlådor"),
            ContactKind.HeadOfSocialServices => Count(g.Count(), "socialchef", "socialchefer"),
            ContactKind.Registrar => Count(g.Count(), "registrator", "registratorer"),
            _ => Count(g.Count(), "länskontakt", "länskontakter"),
        }).ToList();
        return $"{List(kinds)} saknar adress.";
    }

    /// <summary>"alla": the audience in forms.</summary>
    public static string InAddress(this DispatchAudience audience) => audience switch
    {
        DispatchAudience.Everyone => "alla",
        DispatchAudience.NotReached => "ej-nadda",
        DispatchAudience.GotWrongText => "fick-felet",
        DispatchAudience.NotAnswered => "utan-svar",
        DispatchAudience.Silent => "tysta",
        DispatchAudience.OnlyProposal => "bara-forslag",
        _ => "tillfragade",
    };

    /// <summary>The audience by its word; null when there is none.</summary>
    public static DispatchAudience? AudienceNamed(string? word) => Enum.GetValues<DispatchAudience>().Cast<DispatchAudience?>().FirstOrDefault(a => a!.Value.InAddress() == word);

    /// <summary>"lankar": how annexes go, in forms.</summary>
    public static string InAddress(this AnnexWay way) => way is AnnexWay.Attached ? "filer" : "lankar";

    /// <summary>"Förbereds av Kim", "Släppt 20 juni av Kim".</summary>
    public static string StateText(this DispatchLine line, DateOnly today) => line.Dispatch.State switch
    {
        DispatchState.Prepared => $"Förbereds av {line.PreparedBy}",
        DispatchState.Released => $"Släppt {DayAndTime(line.Dispatch.SettledAt!.Value, today)} av {line.SettledBy}",
        _ => $"Kastat {DayAndTime(line.Dispatch.SettledAt!.Value, today)} av {line.SettledBy}",
    };

    /// <summary>What a letter to a county's contact begins with: it is not the county that is asked.</summary>
    public static string ForInformation(string county) => $"För kännedom. Så här skriver vi till kommunerna i {county}:";

    /// <summary>"Den är inte fastställd än.", with what is known of it.</summary>
    public static string FeeNotSet(this Recommendation asked) => asked.CostKnown() is { } known ? $"Den är inte fastställd än. {known}" : "Den är inte fastställd än.";

    /// <summary>That the letter to so many municipalities says it.</summary>
    public static string SaidInLetters(int municipalities) => municipalities == 1 ? "Det står i brevet dit." : "Det står i breven dit.";

    /// <summary>That so many who have answered get the letter that asks.</summary>
    public static string SameLetter(int municipalities) => municipalities == 1 ? "Den får samma brev som de andra." : "De får samma brev som de andra.";

    /// <summary>"580 brev från före rättelsen väntar på att lämna oss."</summary>
    public static string LettersFromBefore(int letters) => $"{Number(letters)} brev från före rättelsen väntar på att lämna oss.";

    /// <summary>What is not done to so many letters from before a correction, and what can be: what stands before the link that stops them.</summary>
    public static string AreNotWrittenAnew(int letters) => letters == 1 ? "Det skrivs inte om. Står det felaktiga i det:" : "De skrivs inte om. Står det felaktiga i dem:";

    /// <summary>Why there is nobody to release a dispatch to, and what can be done about it.</summary>
    public static string NobodyIn(DispatchKind kind) => kind switch
    {
        DispatchKind.Correction => "Det finns ingen att släppa det till: ingen har fått det felaktiga härifrån.",
        DispatchKind.Report => "Det finns ingen att släppa det till.",
        _ => "Det finns ingen att släppa det till. Ändra urvalet först.",
    };

    /// <summary>"Det som är köat lämnas från kl. 09.05, ett meddelande i taget, och har lämnat oss omkring kl. 09.25."</summary>
    /// <param name="ahead">What is left.</param>
    /// <param name="pace">The time between two messages.</param>
    /// <param name="today">Today in Sweden.</param>
    public static string Leaves(DeliveryAhead ahead, TimeSpan pace, DateOnly today) =>
        $"Det som är köat lämnas {(ahead.HasBegun ? "nu" : $"från {DayAndTime(ahead.From, today)}")}, ett meddelande i taget, och har lämnat oss omkring {DayAndTime(ahead.DoneAbout(pace), today)}.";

    /// <summary>"286 av 290 lämnade till server, 4 studsar". Nothing is called sent.</summary>
    public static string Sentence(this DispatchCount count)
    {
        if (count.All == 0) return "";
        var rest = count.Rest();
        return $"{Number(count.Handed)} av {Number(count.All)} lämnade till server{(rest.Length > 0 ? $", {rest}" : null)}";
    }

    /// <summary>"578 köade, 2 utan adress": what has not been taken on by a server; empty when all has.</summary>
    public static string Rest(this DispatchCount count) => string.Join(", ",
    [
        .. count.States.Where(s => s.Key is not (DeliveryState.Submitted or DeliveryState.AutoAnswered)).OrderBy(s => s.Key).Select(s => $"{Number(s.Value)} {s.Key.InCount(s.Value)}"),
        .. count.WithoutAddress > 0 ? [$"{Number(count.WithoutAddress)} utan adress"] : (string[])[],
    ]);

    private static string InCount(this DeliveryState state, int count) => state switch
    {
        DeliveryState.Queued => count == 1 ? "köat" : "köade",
        DeliveryState.Submitting => "lämnas nu",
        DeliveryState.Rejected => count == 1 ? "avvisat" : "avvisade",
        DeliveryState.Recalled => count == 1 ? "återkallat" : "återkallade",
        DeliveryState.Uncertain => count == 1 ? "osäkert" : "osäkra",
        DeliveryState.Bounced => count == 1 ? "studs" : "studsar",
        _ => count == 1 ? "utelämnat" : "utelämnade",
    };
}
