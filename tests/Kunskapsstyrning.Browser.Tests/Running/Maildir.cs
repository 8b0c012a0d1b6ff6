namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>The folder that the application fetches its mail from, filled as a mail fetcher fills it.</summary>
internal sealed class Maildir : IDisposable
{
    private int _delivered;

    public Maildir()
    {
        foreach (var folder in new[] { "tmp", "new", "cur" }) Directory.CreateDirectory(Path.Combine(Root, folder));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("kunskapsstyrning-post-").FullName;

    /// <summary>Written first, then moved where it is looked for: nobody ever finds half a message.</summary>
    public void Deliver(Letter letter)
    {
        var name = $"{1_741_600_000 + Interlocked.Increment(ref _delivered)}.M1P1.post";
        var written = Path.Combine(Root, "tmp", name);
        File.WriteAllBytes(written, letter.Bytes());
        File.Move(written, Path.Combine(Root, "new", name));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
