using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Persistence.Server;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>How mail leaves: to a server, or in development to a folder. The settings begin with <c>Mail:</c>.</summary>
internal sealed record MailOptions
{
    /// <summary>The server that takes mail on; null when there is none.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>True when the line must be encrypted before anything is said (STARTTLS).</summary>
    public bool Encrypted { get; init; } = true;

    /// <summary>The account at the server; null when it asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The account's password.</summary>
    public string? Password { get; init; }

    /// <summary>The folder that mail is written to in place of a server; null when there is none.</summary>
    public string? Folder { get; init; }

    /// <summary>Who it comes from.</summary>
    public EmailAddress From { get; init; } = EmailAddress.Parse("kunskapsstyrning@localhost.example");

    /// <summary>What the sender is called.</summary>
    public string FromName { get; init; } = "Kunskapsstyrning, SKR";

    /// <summary>Where answers go: the registrar's function address; null for the sender.</summary>
    public EmailAddress? ReplyTo { get; init; }

    /// <summary>True when nothing may leave this machine: in development, and wherever nothing else is said.</summary>
    public bool OnlyLoopback { get; init; } = true;

    /// <summary>How long to wait between two messages.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait, when all that is due has been handed over, before it is looked whether more is.</summary>
    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an attempt may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True when mail has somewhere to go.</summary>
    public bool CanSend => Host is not null || Folder is not null;

    /// <summary>What the configuration says; in development a folder among the own data when it says nothing.</summary>
    /// <exception cref="InvalidOperationException">A setting makes no sense.</exception>
    public static MailOptions Of(IConfiguration configuration, string contentRoot, bool inDevelopment)
    {
        var mail = configuration.GetSection("Mail");
        var host = Text(mail["Host"]);
        var folder = mail["Folder"] ?? (inDevelopment && host is null ? ".data/mail" : null);
        if (host is not null && Text(mail["From"]) is null) throw new InvalidOperationException("Mail:From must say which address mail comes from.");
        return new MailOptions
        {
            Host = host,
            OnlyLoopback = inDevelopment,
            Port = mail.GetValue("Port", 587),
            Encrypted = mail.GetValue("Encrypted", defaultValue: true),
            User = Text(mail["User"]),
            Password = mail["Password"],
            Folder = string.IsNullOrEmpty(folder) ? null : Path.GetFullPath(folder, PostgresOptions.RepositoryOr(contentRoot)),
            From = Text(mail["From"]) is { } from ? Address(from, "From") : EmailAddress.Parse("kunskapsstyrning@localhost.example"),
            FromName = Text(mail["FromName"]) ?? "Kunskapsstyrning, SKR",
            ReplyTo = Text(mail["ReplyTo"]) is { } replyTo ? Address(replyTo, "ReplyTo") : null,
            Pace = TimeSpan.FromMinutes(1) / Math.Clamp(mail.GetValue("PerMinute", 30), 1, 6000),
            BetweenLooks = TimeSpan.FromSeconds(Math.Clamp(mail.GetValue("SecondsBetweenLooks", 5.0), 0.1, 60)),
            Patience = TimeSpan.FromSeconds(Math.Clamp(mail.GetValue("Patience", 60.0), 1, 300)), // far shorter than what makes an attempt a lost one
        };
    }

    private static EmailAddress Address(string text, string setting) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new InvalidOperationException($"Mail:{setting} is no e-mail address.");

    private static string? Text(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();
}
