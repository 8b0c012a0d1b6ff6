using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>The templates that come with the program: version 1 of each. Later versions are written on the page.</summary>
internal static class FirstTemplates
{
    private static readonly (MessageKind Kind, string Subject, string Body)[] Texts =
    [
        (MessageKind.Receipt, "Så här har vi registrerat ert beslut – stämmer det? {kommun}, {referens}",
            """
            Hej!

            Vi har fått {beslut} om {rekommendation}. Så här har vi registrerat det för {kommun}:

            {uppgifter}

            {raknas}

            Stämmer det? Bekräfta, eller säg vad som är fel, på den här sidan:
            {adress}

            Referens: {referens}

            Vänliga hälsningar
            Sveriges Kommuner och Regioner
            """),
        (MessageKind.AskForFinalDecision, "Fråga om slutligt beslut, {kommun}",
            """
            Hej!

            Vi har fått {beslut} om {rekommendation}. {raknas}

            Skicka det slutliga beslutet till oss, {senast}. Ett utdrag ur det justerade protokollet räcker: bara den paragraf som gäller rekommendationen, med organ, sammanträdesdag, paragraf och diarienummer.

            Ert diarienummer: {dnr}

            Har vi missförstått något? Svara på det här meddelandet.

            Vänliga hälsningar
            Sveriges Kommuner och Regioner
            """),
        (MessageKind.Question, "{rekommendation}: beslut önskas, {kommun}",
            """
            {till}

            {fragan}

            Vi ber er att besluta om {rekommendation}. Både ja och nej är svar. {om-skal}

            Avgift för {kommun}:
            {avgift}

            Vi vill ha ert beslut {senast}. Skicka ett utdrag ur det justerade protokollet till {svara-till}. Ange vårt diarienummer: {dnr}

            Så räknas avgiften, och ett utkast till tjänsteskrivelse:
            {adress}

            Underlag:
            {underlag}

            Vänliga hälsningar
            Sveriges Kommuner och Regioner
            """),
        (MessageKind.Correction, "Rättelse: {rekommendation}, {kommun}",
            """
            Hej!

            I det som vi har skickat om {rekommendation} stod det fel.

            Det stod: {stod}
            Rätt är: {galler}

            {skal}

            Rättelsen gäller från början. Ert svar skickas som förut till {svara-till}, {senast}.

            Mer om rekommendationen:
            {adress}

            Vänliga hälsningar
            Sveriges Kommuner och Regioner
            """),
        (MessageKind.Reminder, "Påminnelse: {rekommendation}, {kommun}",
            """
            Hej!

            Vi har frågat er om {rekommendation}.

            {har-fatt}

            {fragan}

            {om-skal}

            Avgift för {kommun}:
            {avgift}

            Vi vill ha ert slutliga beslut {senast}. Både ja och nej är svar. Skicka ett utdrag ur det justerade protokollet till {svara-till}: bara den paragraf som gäller rekommendationen, med organ, sammanträdesdag, paragraf och diarienummer. Vårt diarienummer: {dnr}

            Allt om rekommendationen, och ett utkast till tjänsteskrivelse:
            {adress}

            Har ni redan skickat beslutet, eller vet ni vilken dag det fattas? Svara på det här meddelandet.

            Vänliga hälsningar
            Sveriges Kommuner och Regioner
            """),
        (MessageKind.Report, "Så gick det: {rekommendation}, {kommun}",
            """
            Hej!

            Vi frågade er om {rekommendation}. Nu har vi sammanställt svaren.

            {utfall}

            Så har vi registrerat svaret från {kommun}: {ert-svar}

            Hela återkopplingen:
            {adress}

            Vänliga hälsningar
            Sveriges Kommuner och Regioner
            """),
    ];

    /// <summary>The first version of each, as new ones: what is saved belongs to the context that saves it.</summary>
    public static IEnumerable<MessageTemplate> Make(PersonId by, DateTimeOffset at) => Texts.Select(t =>
        MessageTemplate.Write(t.Kind, before: null, t.Subject, t.Body, by, at, out var template) is { Refusal: { } refusal }
            ? throw new InvalidOperationException($"The template for {t.Kind} cannot be used: {refusal.Sentence}")
            : template!);
}
