namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>The folder with the solution in it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kunskapsstyrning.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
