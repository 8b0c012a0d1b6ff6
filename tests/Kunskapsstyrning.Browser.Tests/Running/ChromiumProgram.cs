namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>The browser that is installed on the machine; none is downloaded.</summary>
internal static class ChromiumProgram
{
    /// <summary>Names the program where it does not lie in one of the usual places.</summary>
    private const string Setting = "KUNSKAPSSTYRNING_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>It runs without its own sandbox so that it starts as root too, and never talks to anyone but the application.</summary>
    public static readonly IReadOnlyList<string> Arguments =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find() => Candidates().FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
        $"No browser: install Chromium (apt-get install chromium, brew install --cask chromium) or name one in {Setting}.");

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named) return [named];

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return UsualPlaces.Concat(folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))));
    }
}
