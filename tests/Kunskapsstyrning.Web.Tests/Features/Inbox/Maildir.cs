using System.Globalization;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>A Maildir of the test's own, filled as a fetcher fills it: written in tmp, moved whole to new, and to cur when it has been seen.</summary>
internal sealed class Maildir : IDisposable
{
    private int _delivered;

    public Maildir()
    {
        Root = Directory.CreateTempSubdirectory("maildir-").FullName;
        foreach (var folder in (string[])["tmp", "new", "cur"]) Directory.CreateDirectory(Path.Combine(Root, folder));
    }

    public string Root { get; }

    /// <summary>Delivers a message under a name that no other has, and returns where it lies.</summary>
    public string Deliver(byte[] bytes, bool seen = false)
    {
        var number = Interlocked.Increment(ref _delivered);
        var name = string.Create(CultureInfo.InvariantCulture, $"{1474963200 + number}.M{number:D6}P4711.prov");
        var beside = Path.Combine(Root, "tmp", name);
        var there = seen ? Path.Combine(Root, "cur", $"{name}:2,S") : Path.Combine(Root, "new", name);
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, there);
        return there;
    }

    /// <summary>Every file with when it was last written, to see whether anything was touched.</summary>
    public IReadOnlyList<string> Snapshot() =>
        [.. new DirectoryInfo(Root).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
