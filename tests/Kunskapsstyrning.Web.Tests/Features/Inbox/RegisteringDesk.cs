using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Web.Tests.Features.Logging;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>Somebody who registers what has arrived by the form, with a receipt for each, and sends the same form again when the program was gone.</summary>
internal sealed class RegisteringDesk(TestApp app, int count)
{
    private readonly Lock _door = new();
    private TaskCompletionSource<HttpClient> _browser = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many forms were sent more than once.</summary>
    public int SentAgain { get; private set; }

    /// <summary>Goes on at another process.</summary>
    public async Task MoveTo(RunningNode node)
    {
        var client = await node.SignIn("registrator");
        lock (_door)
        {
            if (_browser.Task.IsCompleted) _browser = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _browser.SetResult(client);
        }
    }

    /// <summary>Registers as many as there are to be, each from a municipality of its own.</summary>
    public async Task Work()
    {
        var codes = (await app.Read<string>("SELECT string_agg(code, ' ' ORDER BY code) FROM municipality")).Split(' ');
        for (var done = 0; done < count; done++)
        {
            var address = $"/inkorg/{await NextItem()}";
            var form = (await Persistently(browser => Page(browser, address))).Fields(Typed.Form(("kommun", codes[done]), ("kvitto", "ja"), ("avsandare", $"avsandare-{codes[done]}@kommun.example")));
            var times = 0;
            await Persistently(async browser =>
            {
                times++;
                await Send(browser, address, form);
                return true;
            });
            if (times > 1) SentAgain++;
        }
    }

    private static async Task Send(HttpClient browser, string address, IReadOnlyList<(string Name, string Value)> form)
    {
        using var list = await Page(browser, "/inkorg");
        var token = list.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await browser.PostAsync(
            new Uri(address, UriKind.Relative), new FormUrlEncodedContent(form.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
        if (answer.StatusCode is HttpStatusCode.SeeOther) return;

        using var page = await SignedInBrowser.Read(answer);
        throw new InvalidOperationException($"{(int)answer.StatusCode} {page.QuerySelector("#fel")?.TextContent}");
    }

    private static async Task<IDocument> Page(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        return await new HtmlParser().ParseDocumentAsync(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    private async Task<Guid> NextItem()
    {
        while (await app.Count("arrived_item WHERE state = 'ToRegister'") == 0) await Task.Delay(20);
        return await app.Read<Guid>("SELECT id FROM arrived_item WHERE state = 'ToRegister' ORDER BY taken_in_at LIMIT 1");
    }

    /// <summary>Does it at the process that is there, and again at the next when that one was killed.</summary>
    private async Task<T> Persistently<T>(Func<HttpClient, Task<T>> what)
    {
        while (true)
        {
            var browser = await Browser();
            try
            {
                return await what(browser);
            }
            catch (Exception gone) when (gone is HttpRequestException { StatusCode: null } or IOException)
            {
                Forget(browser);
            }
        }
    }

    private Task<HttpClient> Browser()
    {
        lock (_door) return _browser.Task;
    }

    private void Forget(HttpClient browser)
    {
        lock (_door)
            if (_browser.Task is { IsCompletedSuccessfully: true, Result: var current } && current == browser) _browser = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
