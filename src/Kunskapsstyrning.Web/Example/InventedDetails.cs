using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Documents;

namespace Kunskapsstyrning.Web.Example;

/// <summary>What an invented document says: bodies, paragraphs and case numbers in the shapes municipalities use, conditions and reasons.</summary>
internal static class InventedDetails
{
    private const string Gotland = "0980";

    public static DecisionDetails Of(Municipality municipality, string question, DateOnly? decided, DateOnly arrived)
    {
        var code = municipality.Code;
        var year = (decided ?? arrived).Year;
        var approved = decided?.AddDays(3 + Chance.Of(code, question + " justerat", 5));
        var tellsOfNotice = approved < arrived && Chance.Of(code, question + " anslag", 3) == 0;
        return new DecisionDetails
        {
            Paragraph = Paragraph(code, question, year),
            CaseNumber = Chance.Of(code, question + " dnr saknas", 12) == 0 ? null : CaseNumber(code, year),
            Sender = $"registrator, {municipality.FullName}",
            ApprovedOn = tellsOfNotice ? approved : null,
            AnnouncedOn = tellsOfNotice ? approved!.Value.AddDays(1) : null,
            AppealBy = tellsOfNotice ? approved!.Value.AddDays(22) : null,
        };
    }

    /// <summary>The body that decides: the council, the executive or a board, seldom a committee. Each municipality has its own way.</summary>
    public static string Body(Municipality municipality)
    {
        if (municipality.Code.Digits == Gotland) return "Regionstyrelsen";
        return Chance.Of(municipality.Code, "organ", 20) switch
        {
            < 5 => "Kommunfullmäktige",
            < 13 => "Kommunstyrelsen",
            < 16 => "Socialnämnden",
            16 => "Vård- och omsorgsnämnden",
            17 => "Individ- och familjenämnden",
            18 => "Omsorgsnämnden",
            _ => "Kommunstyrelsens arbetsutskott",
        };
    }

    /// <summary>The body that proposes what that body decides.</summary>
    public static string Proposer(Municipality municipality) => Body(municipality) switch
    {
        "Kommunfullmäktige" => "Kommunstyrelsen",
        "Kommunstyrelsen" => Chance.Among(municipality.Code, "förslag", "Kommunstyrelsens arbetsutskott", "Socialnämnden"),
        "Kommunstyrelsens arbetsutskott" or "Regionstyrelsen" => "Socialnämnden",
        var board => $"{board}s arbetsutskott",
    };

    public static string Conditions(Municipality municipality, string question) => Chance.Among(
        municipality.Code, question + " villkor",
        "Under förutsättning att staten bidrar långsiktigt till finansieringen.",
        "Gäller den period som rekommendationen avser; en förlängning ska prövas på nytt.",
        "Under förutsättning att minst två tredjedelar av kommunerna deltar.",
        "Under förutsättning att resultaten redovisas för kommunerna varje år.",
        "Kommunen förbehåller sig rätten att utträda om kostnaden per invånare ökar.");

    /// <summary>Reasons for declining. They are wished for, not required, and now and then there are none.</summary>
    public static (DecliningReason? Reason, string? Quote) Reasons(Municipality municipality, string question) => Chance.Among<(DecliningReason?, string?)>(
        municipality.Code, question + " skäl",
        (DecliningReason.Cost, "Nämnden anser att kostnaden ska rymmas inom den avgift som kommunen redan betalar."),
        (DecliningReason.Cost, "Det ekonomiska läget medger inga nya åtaganden."),
        (DecliningReason.Cost, "Medel finns inte avsatta i budget för perioden, och nämnden har ett sparkrav på två procent."),
        (DecliningReason.Cost, "Kommunen delar syftet men anser att en årlig avgift vid sidan av medlemsavgiften är fel väg."),
        (DecliningReason.StateShouldPay, "Kunskapsutveckling på nationell nivå är en uppgift för staten och bör bekostas av staten."),
        (DecliningReason.StateShouldPay, "Nämnden förutsätter att staten fortsätter att finansiera arbetet och avstår därför."),
        (DecliningReason.OtherArrangement, "Kommunen deltar redan i ett regionalt samarbete med samma inriktning."),
        (DecliningReason.OtherArrangement, "Kommunerna i länet har ett eget forsknings- och utvecklingsstöd som bedöms räcka."),
        (DecliningReason.NoNeed, "Nämnden ser i nuläget ingen nytta för den egna verksamheten."),
        (DecliningReason.Later, "Kommunen vill avvakta hur många andra som ansluter sig."),
        (DecliningReason.Later, "Frågan tas upp på nytt när den nya organisationen är på plats."),
        (DecliningReason.Other, "Underlaget kom för sent för att kunna beredas."),
        (null, null), (null, null));

    /// <summary>What somebody corrected in the details, and why.</summary>
    public static (DecisionDetails Right, string Reason) Misread(MunicipalityCode code, string question, DecisionDetails read) => Chance.Of(code, question + " fel", 3) switch
    {
        0 => (read with { Paragraph = $"§ {230 + Chance.Of(code, question + " rätt paragraf", 60)}" }, "Fel paragraf: den närmast före hade lästs."),
        1 => (read with { CaseNumber = $"KS {2000 + Chance.Of(code, question + " rätt dnr", 20)}-{101 + Chance.Of(code, question + " rätt nummer", 800)}" }, "Diarienumret gällde ett annat ärende i samma protokoll."),
        _ => (read with { Sender = $"{read.Sender}, genom socialförvaltningen" }, "Avsändaren var ofullständig."),
    };

    /// <summary>The extract that came with an answer that is not a plain yes; null for the others.</summary>
    public static ReceivedFile? Extract(Municipality municipality, DecisionContent content, DecisionDetails details)
    {
        if ((details.Conditions ?? details.ReasonQuote) is not { } words || content.Body is not { } body) return null;

        var act = content.Outcome is Outcome.Declines ? $"{body} beslutar att avstå från att delta i finansieringen." : $"{body} beslutar att anta rekommendationen med förbehåll.";
        ReceivedFile.TryTake($"Protokollsutdrag {municipality.Name}.pdf", Paper.Pdf(
        [
            new($"{municipality.FullName} (exempel)", true), new(body), new($"Sammanträdesdatum {content.DecidedOn:yyyy-MM-dd}"), new(""),
            new($"{details.Paragraph} {details.CaseNumber}", true), new(""), new("Beslut", true), new(act), new(""), new("Skäl", true), new(words),
        ]), out var file);
        return file;
    }

    private static string Paragraph(MunicipalityCode code, string question, int year)
    {
        var number = 12 + Chance.Of(code, question + " paragraf", 210);
        return Chance.Of(code, "sätt att skriva paragraf", 4) switch { 0 => $"§ {number}/{year}", 1 => $"§{number}", _ => $"§ {number}" };
    }

    // One municipality writes in one way, and the whole case has one number.
    private static string CaseNumber(MunicipalityCode code, int year)
    {
        var number = 14 + Chance.Of(code, $"dnr {year}", 860);
        return Chance.Of(code, "sätt att skriva dnr", 7) switch
        {
            0 => $"SN{year % 100:00}/{number}",
            1 => $"{100 + number % 90}-{number}/{year}",
            2 => $"{year}/{number:0000} KS-7",
            3 => $"KS-{year}/{number}.{700 + number % 60}",
            4 => $"KS {number}/{year % 100:00}",
            5 => $"KS {year}/{number}",
            _ => $"SN {year}.{number}",
        };
    }
}
