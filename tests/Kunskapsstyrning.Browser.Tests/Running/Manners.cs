using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>
/// What no page may do, whatever is tested: ask another host for anything, fail to get a part of itself, break the content
/// security policy, or write an error to the console.
/// </summary>
internal sealed class Manners
{
    private readonly ConcurrentQueue<string> _faults = [];

    public Manners(IBrowserContext context, params string[] addresses)
    {
        context.Request += (_, request) =>
        {
            if (!addresses.Any(a => request.Url.StartsWith(a + "/", StringComparison.Ordinal)) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _faults.Enqueue($"asked another host: {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 500 || (response.Status >= 400 && !response.Request.IsNavigationRequest))
                _faults.Enqueue($"{response.Status} for {response.Request.Method} {response.Url}");
        };
        context.Console += (_, message) =>
        {
            // A page that is not there is answered with its status; the browser writes that as an error, and the line above judges it.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Enqueue($"console: {message.Text}");
        };
        context.WebError += (_, error) => _faults.Enqueue($"script: {error.Error}");
    }

    public void WereGood(string output) => Assert.True(_faults.IsEmpty, string.Join(Environment.NewLine, [.. _faults, "The application's last words:", .. output.Split('\n').TakeLast(12)]));
}
