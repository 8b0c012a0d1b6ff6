using Microsoft.Playwright;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>What the visitor looks through.</summary>
public sealed record Screen(int Width, int Height)
{
    /// <summary>A usual window.</summary>
    public static Screen Wide { get; } = new(1280, 800);

    /// <summary>The laptop that pages are measured against.</summary>
    public static Screen Laptop { get; } = new(1366, 768);

    /// <summary>The narrowest that pages must fit.</summary>
    public static Screen Narrow { get; } = new(320, 640);

    /// <summary>False when scripts are switched off.</summary>
    public bool Scripts { get; init; } = true;

    internal BrowserNewContextOptions In(string address) => new()
    {
        BaseURL = address,
        Locale = "sv-SE",
        TimezoneId = "Europe/Stockholm",
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        JavaScriptEnabled = Scripts,
    };
}
