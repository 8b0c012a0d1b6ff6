using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Invented messages in the inbox: decisions, a proposal, a joint board's, one without attachment, one sent twice, one that is no answer, and one sent on a municipality's own page.</summary>
internal static class Messages
{
    private const string Matter = "Rekommendation om att gemensamt finansiera en mer kunskapsbaserad socialtjänst 2025–2028";

    /// <summary>The messages, from municipalities that have not answered, in the days after everything else.</summary>
    public static IEnumerable<ExampleStep> Of(ReferenceFiles files, IReadOnlySet<MunicipalityCode> answered)
    {
        var silent = new Queue<Municipality>(files.Municipalities.Where(m => !answered.Contains(m.Code)).OrderBy(m => m.Name, StringComparer.Ordinal));
        var written = new List<Letter>();
        var first = silent.Dequeue();
        var decision = Minutes(first, "Kommunstyrelsen", "2024-12-03", "§ 214", "KS 2024/381", "Kommunstyrelsen beslutar att anta SKR:s rekommendation om gemensam finansiering åren 2025–2028.");
        written.Add(Sent(first, "Protokollsutdrag KS § 214", "Hej! Bifogat finns kommunstyrelsens beslut.", ("KS 214.pdf", decision)));
        var (council, board, own) = (silent.Dequeue(), silent.Dequeue(), silent.Dequeue());
        written.Add(Sent(council, "Beslut kommunfullmäktige", "För kännedom.", ("Utdrag KF.pdf", Minutes(council, "Kommunfullmäktige", "2024-12-09", "§ 167/2024", "2024/0512 KS-7", "Fullmäktige avstår från att delta i finansieringen. Kostnaden ryms inte inom ramen för 2025."))));
        written.Add(Sent(board, "Förslag från arbetsutskottet", "Ärendet behandlas av nämnden i januari.", ("AU § 61.pdf", Proposal(board, "2024-12-10", "§ 61", "SN 2024/98"))));
        written.Add(Sent(own, "Vi antar rekommendationen", $"{own.FullName}, socialnämnden, har vid sammanträde den 5 december 2024, § 133, beslutat att anta SKR:s rekommendation om kunskapsbaserad socialtjänst 2025–2028. Dnr SN 24/217."));
        var (late, joint, other) = (silent.Dequeue(), silent.Dequeue(), silent.Dequeue());
        written.Add(Sent(late, "VB: Svar på er skrivelse", "Se bifogat.", ("Beslut.pdf", Minutes(late, "Socialnämnden", "2024-11-28", "§ 92", "SN-2024/742.912", "Socialnämnden beslutar att anta rekommendationen under förutsättning att kostnaden inte räknas upp."))));
        written.Add(Sent(joint, "Gemensam nämnd § 41", $"Beslutet gäller {joint.Name} och {other.Name}.", ("Gemensam nämnd.pdf", Joint(joint, other))));
        written.Add(Sent(first, "Sv: Protokollsutdrag KS § 214", "Vi skickar utdraget igen, nu justerat.", ("KS 214.pdf", decision)));
        written.Add(new Letter("noreply@kommun.example", "Autosvar: Påminnelse om ställningstagande", "Tack för ditt meddelande. Vi har stängt under helgerna och svarar den 7 januari.", []));
        written.Add(new Letter("socialtjanst@post.example", "Protokoll 2024-12-11", "Hej, protokollet kommer här.", [("Protokoll.pdf", Nameless())]));

        var at = SwedishTime.At(new DateOnly(2024, 12, 16), new TimeOnly(8, 12));
        return written.Select((letter, number) => new ExampleStep(at.AddMinutes(number * 97), Jobs.ExampleData, new TakeIn($"{number + 1}.eml", letter.Bytes(number, at.AddMinutes(number * 97)), ArrivalWay.Mailbox)))
            .Concat(SentByStockholm(files, at.AddDays(1)));
    }

    /// <summary>A later decision that Stockholm's registrar sends on the municipality's own page.</summary>
    private static IEnumerable<ExampleStep> SentByStockholm(ReferenceFiles files, DateTimeOffset at)
    {
        var registrar = ReadyMadeUsers.As("kommun-0180");
        var form = new SendDecisionForm(new Dictionary<string, string>
        {
            ["id"] = "0198a030-0000-7000-8000-000000000001", ["rekommendation"] = "2024-kunskapsbaserad-socialtjanst", ["utfall"] = "antar", ["niva"] = "slutligt",
            ["organ"] = "Kommunfullmäktige", ["sammantradesdag"] = "2024-12-16", ["paragraf"] = "§ 31", ["dnr"] = "KS 2024/912",
        });
        var minutes = Minutes(files.Municipality("0180"), "Kommunfullmäktige", "2024-12-16", "§ 31", "KS 2024/912", "Kommunfullmäktige beslutar att anta rekommendationen för åren 2025–2028.");
        ReceivedFile.TryTake("KF § 31.pdf", minutes, out var file);
        yield return new ExampleStep(at, registrar, new KeepSendingDraft(form, file));
        yield return new ExampleStep(at.AddMinutes(4), registrar, new SendDecision(form.Id));
    }

    private static Letter Sent(Municipality from, string subject, string text, params (string, byte[])[] files) =>
        new($"kommun@{Plain(from.Name)}.se", subject, $"{text}\n\nMed vänlig hälsning\nKansliet, {from.FullName}", files);

    private static byte[] Minutes(Municipality municipality, string body, string day, string paragraph, string number, string decision) => Paper.Pdf(
    [
        new(municipality.FullName, true), new(body), new($"Sammanträdesdatum {day}"), new(""), new(paragraph, true), new($"{Matter} (dnr {number})", true), new(""),
        new("Beslut", true), new(decision), new(""), new("Sammanfattning av ärendet", true),
        new("SKR:s styrelse rekommenderade den 26 januari 2024 kommunerna att tillsammans finansiera arbetet med kunskapsstyrning i socialtjänsten under åren 2025–2028. Svar önskades senast den 30 juni 2024."),
        new(""), new("Beslutsunderlag", true), new("Förvaltningens tjänsteskrivelse"), new(""), new("Beslutet skickas till", true), new("SKR, registrator"),
        new(""), new($"Justerat {Later(day, 5)}. Anslaget {Later(day, 6)}. Överklagas senast {Later(day, 27)}."),
    ]);

    private static byte[] Proposal(Municipality municipality, string day, string paragraph, string number) => Paper.Pdf(
    [
        new(municipality.FullName, true), new("Socialnämndens arbetsutskott"), new($"Sammanträdesdatum {day}"), new(""), new(paragraph, true), new($"{Matter} (dnr {number})", true), new(""),
        new("Arbetsutskottets förslag till socialnämnden", true), new("Socialnämnden antar SKR:s rekommendation för åren 2025–2028."), new(""), new("Ärendet", true),
        new("SKR rekommenderar kommunerna att gemensamt finansiera kunskapsstyrningen i socialtjänsten. Ärendet ska nu behandlas av socialnämnden."),
    ]);

    private static byte[] Joint(Municipality one, Municipality other) => Paper.Pdf(
    [
        new($"Gemensam socialnämnd för {one.Name} och {other.Name}", true), new("Sammanträdesdatum 2024-12-04"), new(""), new("§ 41", true), new($"{Matter} (dnr GSN 2024/55)", true), new(""),
        new("Nämndens beslut", true), new($"Den gemensamma nämnden beslutar för {one.FullName} och {other.FullName} att anta rekommendationen."),
    ]);

    private static byte[] Nameless() => Paper.Pdf([new("Socialnämnden", true), new("Sammanträde 2024-12-11"), new(""), new("§ 130", true), new(Matter, true), new(""), new("Beslut", true), new("Nämnden återremitterar ärendet för en redovisning av kostnaden.")]);

    private static string Later(string day, int days) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Select(l => l switch { 'å' or 'ä' => 'a', 'ö' => 'o', 'é' => 'e', ' ' => '-', _ => l }));

    /// <summary>A message as mail servers carry it.</summary>
    private sealed record Letter(string From, string Subject, string Text, IReadOnlyList<(string Name, byte[] Bytes)> Files)
    {
        public byte[] Bytes(int number, DateTimeOffset at)
        {
            var mail = new StringBuilder();
            mail.Append(CultureInfo.InvariantCulture, $"From: {From}\r\nTo: registrator@skr.se\r\nDate: {at.UtcDateTime:R}\r\nMessage-ID: <exempel-{number + 1}@kunskapsstyrning.example>\r\nSubject: =?utf-8?B?{Base64(Subject)}?=\r\n");
            mail.Append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"del\"\r\n\r\n");
            mail.Append(CultureInfo.InvariantCulture, $"--del\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Text)}\r\n");
            foreach (var (name, bytes) in Files)
                mail.Append(CultureInfo.InvariantCulture, $"--del\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(name)}\r\n\r\n{Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)}\r\n");
            return Encoding.ASCII.GetBytes(mail.Append("--del--\r\n").ToString());
        }

        private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }
}
