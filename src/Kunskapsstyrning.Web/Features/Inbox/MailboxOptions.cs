namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Where the registrar's mail lies when a fetcher has brought it.</summary>
/// <param name="Folder">A Maildir; null when none is configured.</param>
internal sealed record MailboxOptions(string? Folder)
{
    /// <summary>Reads Mailbox:Folder.</summary>
    public static MailboxOptions From(IConfiguration configuration) => new(configuration["Mailbox:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null);

    /// <summary>Every delivered message: those in new and in cur. What is still being delivered lies in tmp and is left alone.</summary>
    public IEnumerable<FileInfo> Files() => Folder is null
        ? []
        : new[] { "new", "cur" }.Select(f => new DirectoryInfo(Path.Combine(Folder, f))).Where(d => d.Exists).SelectMany(d => d.EnumerateFiles()).Where(f => !f.Name.StartsWith('.'));

    /// <summary>The message's own name, without the marks that change when it is read.</summary>
    public static string NameOf(FileInfo file) => file.Name.Split(':')[0];
}
