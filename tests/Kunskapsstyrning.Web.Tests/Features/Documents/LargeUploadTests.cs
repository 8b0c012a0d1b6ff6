using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Documents;

/// <summary>Through the server that the application really has, since it is the server that cuts a sender off.</summary>
public sealed class LargeUploadTests(TestSite site) : IClassFixture<TestSite>
{
    private const int Size = 200 * 1024 * 1024;

    [Fact]
    public async Task Two_hundred_megabytes_are_taken_to_their_end_and_answered_in_our_own_words()
    {
        await using var server = OnSockets();
        using var registrar = await SignedIn(server, "registrator");
        using var file = new Zeros(Size);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "handling", "utdrag.pdf" } };

        using var answer = await registrar.PostAsync("/registrera", form);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, (long)Size), (answer.StatusCode, file.Position));
        using var page = await SignedInBrowser.Read(answer);
        Assert.Equal("Filen är för stor.", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_who_does_not_say_how_much_is_sent_is_stopped_when_it_is_too_much()
    {
        await using var server = OnSockets();
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address(server) };
        using var file = new Zeros(300 * 1024);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "epost", "utdrag.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/logga-in/kod/ny") { Content = form, Headers = { TransferEncodingChunked = true } };

        using var answer = await stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private WebApplicationFactory<Program> OnSockets()
    {
        var server = site.WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Example", "false");
        });
        server.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        server.StartServer();
        return server;
    }

    private static async Task<HttpClient> SignedIn(WebApplicationFactory<Program> server, string login)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address(server) };
        using var page = await SignedInBrowser.Read(await client.GetAsync("/logga-in"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await client.PostAsync("/logga-in", new FormUrlEncodedContent([new("anvandare", login), new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static Uri Address(WebApplicationFactory<Program> server) => new(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>So many zeros, which take no memory and tell how many have been sent.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Array.Clear(buffer, offset, read);
            Position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
