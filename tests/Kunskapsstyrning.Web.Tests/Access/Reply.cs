using System.IO.Compression;
using System.Net;
using System.Text;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>What somebody was answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Where it sends on; empty when it does not.</param>
/// <param name="Text">Everything in it, also in what is packed and in what a PDF says.</param>
internal sealed record Reply(int Status, string Location, string Text)
{
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(10), Megabytes: 512, OutputBytes: 1024 * 1024);
    private static readonly ReadingPrograms Programs = new(ReadingPrograms.UsualFolders());

    /// <summary>True when the one who asked is sent to sign in.</summary>
    public bool SendsToSignIn => Status is 302 && Location.StartsWith("/logga-in?returnUrl=", StringComparison.Ordinal);

    /// <summary>True when the one who asked is told that they may not, or must sign in first.</summary>
    public bool Refuses => SendsToSignIn || Status is 403;

    /// <summary>True when there was something for the one who asked.</summary>
    public bool Gives => Status is >= 200 and < 400 && !SendsToSignIn;

    public static async Task<Reply> Get(Caller caller, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await Send(caller, request);
    }

    public static async Task<Reply> Post(Caller caller, string address, bool withToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(withToken ? [KeyValuePair.Create("__RequestVerificationToken", caller.Token)] : []),
        };
        return await Send(caller, request);
    }

    private static async Task<Reply> Send(Caller caller, HttpRequestMessage request)
    {
        using var answer = await caller.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var bytes = answer.Content.Headers.ContentType?.MediaType is "text/event-stream" ? await Beginning(answer) : await answer.Content.ReadAsByteArrayAsync();
        var text = new StringBuilder(string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Select(h => $"{h.Key}: {Uri.UnescapeDataString(string.Join(' ', h.Value))}"))).AppendLine();
        await Say(bytes, text);
        return new Reply((int)answer.StatusCode, answer.StatusCode is HttpStatusCode.OK ? "" : answer.Headers.Location?.OriginalString ?? "", text.ToString());
    }

    /// <summary>What a stream that goes on says first.</summary>
    private static async Task<byte[]> Beginning(HttpResponseMessage answer)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[4096];
        return buffer[..await stream.ReadAsync(buffer)];
    }

    private static async Task Say(byte[] bytes, StringBuilder text)
    {
        text.AppendLine(Encoding.UTF8.GetString(bytes));
        if (bytes is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]) text.AppendLine(Encoding.UTF8.GetString((await Programs.Run("pdftotext", ["-", "-"], bytes, Limits, CancellationToken.None)).Bytes));
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..]) await Unpack(bytes, text);
    }

    private static async Task Unpack(byte[] bytes, StringBuilder text)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            await using var from = entry.Open();
            using var whole = new MemoryStream();
            await from.CopyToAsync(whole);
            await Say(whole.ToArray(), text);
        }
    }
}
