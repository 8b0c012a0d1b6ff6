using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Messages;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>What the mail server does with everything to an address.</summary>
internal enum Fate
{
    /// <summary>It takes it.</summary>
    Taken,
    /// <summary>It knows no such recipient.</summary>
    Refused,
    /// <summary>It wants none of the words.</summary>
    RefusedForItsWords,
    /// <summary>It bids every other attempt come back later, before the words.</summary>
    PutOff,
    /// <summary>It bids the first attempt come back later, when it has the words.</summary>
    PutOffAfterWords,
    /// <summary>It ends every other connection before the words.</summary>
    HungUp,
    /// <summary>It loses the first attempt's words and ends the connection.</summary>
    Dropped,
    /// <summary>It takes it and ends the connection without saying so.</summary>
    DroppedThoughTaken,
    /// <summary>It takes it and does not say so until the program has tired of waiting.</summary>
    TooSlow,
    /// <summary>It takes it and sends it back.</summary>
    SentBack,
    /// <summary>It takes it and a machine answers.</summary>
    AnsweredByMachine,
}

/// <summary>A mail server that refuses, delays, drops connections, sends back and answers by itself, by the municipality's code, and keeps its own record of what it took.</summary>
internal sealed partial class FatefulServer : IAsyncDisposable
{
    private readonly LoopbackSmtp _smtp = new();
    private readonly Maildir _mail = new();
    private readonly ConcurrentDictionary<string, int> _asked = [];
    private readonly ConcurrentDictionary<string, int> _heard = [];
    private readonly ConcurrentDictionary<string, int> _taken = [];
    private readonly ConcurrentDictionary<string, bool> _unanswered = [];
    private readonly ConcurrentDictionary<string, bool> _returned = [];

    public FatefulServer()
    {
        _smtp.AnswersRecipient = AnswerToRecipient;
        _smtp.AnswersWords = AnswerToWords;
        _smtp.LosesAnswer = words => Left(Fate.DroppedThoughTaken, words);
        _smtp.AnswersTooLate = words => Left(Fate.TooSlow, words);
    }

    public int Port => _smtp.Port;

    /// <summary>Where what comes back is delivered.</summary>
    public string Mailbox => _mail.Root;

    /// <summary>What is done at each step of a conversation.</summary>
    public Action<string>? AtStep { set => _smtp.AtStep = value; }

    /// <summary>How many times each message was taken on, by its id.</summary>
    public IReadOnlyDictionary<string, int> Taken => new Dictionary<string, int>(_taken);

    /// <summary>How many times each message's words came through to the end.</summary>
    public IReadOnlyDictionary<string, int> Heard => new Dictionary<string, int>(_heard);

    /// <summary>Messages whose words came through and were left without an answer, taken on or not.</summary>
    public IReadOnlyCollection<string> Unanswered => [.. _unanswered.Keys];

    /// <summary>How many messages have come back, or been answered by a machine.</summary>
    public int Returned => _returned.Count;

    /// <summary>What becomes of everything to ks-0125@kommun.example.</summary>
    public static Fate Of(string address)
    {
        var code = int.Parse(address.AsSpan(3, 4), CultureInfo.InvariantCulture);
        if (code % 60 == 57) return Fate.TooSlow;
        return (code % 12) switch
        {
            1 => Fate.Refused, 2 => Fate.PutOff, 3 => Fate.PutOffAfterWords, 4 => Fate.Dropped, 5 => Fate.SentBack, 6 => Fate.AnsweredByMachine,
            7 => Fate.RefusedForItsWords, 8 => Fate.DroppedThoughTaken, 11 => Fate.HungUp, _ => Fate.Taken,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _smtp.DisposeAsync();
        _mail.Dispose();
    }

    private string? AnswerToRecipient(string address) => Of(address) switch
    {
        Fate.Refused => "550 5.1.1 No such user",
        Fate.PutOff when _asked.AddOrUpdate(address, 1, (_, before) => before + 1) % 2 == 1 => "450 4.2.0 Greylisted",
        Fate.HungUp when _asked.AddOrUpdate(address, 1, (_, before) => before + 1) % 2 == 1 => "",
        _ => null,
    };

    private string? AnswerToWords(string address, string words)
    {
        var (id, fate) = (IdOf(words), Of(address));
        var times = _heard.AddOrUpdate(id, 1, (_, before) => before + 1);
        if (fate is Fate.RefusedForItsWords) return "554 5.7.1 Refused for its content";
        if (fate is Fate.PutOffAfterWords && times == 1) return "451 4.7.1 Try again later";
        if (fate is Fate.Dropped && times == 1) return Unsaid(id);

        if (fate is Fate.DroppedThoughTaken or Fate.TooSlow) Unsaid(id);
        if (fate is Fate.SentBack) Deliver(id, Encoding.UTF8.GetBytes(Bounce(address, id)));
        if (fate is Fate.AnsweredByMachine) Deliver(id, new Letter { From = address, Subject = "Automatiskt svar: vi har tagit emot brevet", Text = "Vi svarar inom två dagar.", OnTop = ["Auto-Submitted: auto-replied", $"In-Reply-To: <{id}@skr.example>"] }.Bytes());
        _taken.AddOrUpdate(id, 1, (_, before) => before + 1);
        return null;
    }

    private string Unsaid(string id)
    {
        _unanswered[id] = true;
        return "";
    }

    private void Deliver(string id, byte[] mail)
    {
        _returned[id] = true;
        _mail.Deliver(mail);
    }

    private static bool Left(Fate fate, string words) => Of(RecipientOf(words)) == fate;

    private static string Bounce(string address, string id) =>
        $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nDate: Mon, 20 Jun 2016 12:15:00 +0200\r\nMessage-ID: <studs-{Guid.NewGuid():N}@mx.example>\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"del\"\r\n\r\n"
        + $"--del\r\nContent-Type: text/plain\r\n\r\nDet gick inte.\r\n\r\n--del\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--del\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}@skr.example>\r\n\r\n--del--\r\n";

    private static string IdOf(string words) => MessageId().Match(words).Groups["id"].Value;

    private static string RecipientOf(string words) => To().Match(words).Groups["to"].Value;

    [GeneratedRegex("^Message-ID: <(?<id>[0-9a-f-]{36})@", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();

    [GeneratedRegex("^To: <?(?<to>[^ >\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex To();
}
