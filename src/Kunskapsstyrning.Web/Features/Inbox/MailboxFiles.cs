using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>A file of the mailbox that has been looked at.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Refusal">Why it could not be taken in; null when it was.</param>
public sealed record SeenFile(string Name, string? Refusal);

/// <summary>Every file of the mailbox that has been looked at.</summary>
[Requires(Permission.LogDecisions)]
public sealed record FilesSeen : IQuery<IReadOnlyList<SeenFile>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SeenFile>> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.MailboxFiles.Select(f => new SeenFile(f.Name, f.Refusal)).ToListAsync(cancellation);
}

/// <summary>What lies in the mailbox and could not be taken in, the latest first.</summary>
[Requires(Permission.LogDecisions)]
public sealed record FilesRefused : IQuery<IReadOnlyList<SeenFile>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SeenFile>> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.MailboxFiles.Where(f => f.Refusal != null).OrderByDescending(f => f.SeenAt).ThenBy(f => f.Name).Select(f => new SeenFile(f.Name, f.Refusal)).ToListAsync(cancellation);
}

/// <summary>Remembers what was looked at in the mailbox, and forgets what is gone.</summary>
/// <param name="Seen">What was looked at.</param>
/// <param name="Gone">The names of what does not lie there any longer.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("Which files were looked at is no fact: without it they are looked at again, and nothing is taken in twice.")]
public sealed record RememberFiles(IReadOnlyList<SeenFile> Seen, IReadOnlyList<string> Gone) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var names = Seen.Select(f => f.Name).Concat(Gone).ToList();
        var known = await session.Db.MailboxFiles.Where(f => names.Contains(f.Name)).ToDictionaryAsync(f => f.Name, cancellation);
        foreach (var file in Seen)
            if (known.TryGetValue(file.Name, out var before)) before.Again(file.Refusal, session.Now);
            else session.Db.Add(new MailboxFile(file.Name, file.Refusal, session.Now));

        session.Db.RemoveRange(Gone.Where(known.ContainsKey).Select(name => known[name]));
        return Result.Done;
    }
}
