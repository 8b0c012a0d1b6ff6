using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Messages;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>In development and in tests nothing leaves this machine, whatever is set: the sender itself refuses.</summary>
public sealed class LoopbackOnlyTests
{
    private static readonly MailToSubmit Mail = new(new OutgoingMessageId(Guid.NewGuid()), EmailAddress.Parse("ks@kommun.example"), "Ämne", "Text", 1);

    [Theory]
    [InlineData("mail.kommun.example")]
    [InlineData("192.0.2.1")]
    [InlineData("127.0.0.1.kommun.example")]
    [InlineData("localhost.kommun.example")]
    [InlineData("2001:db8::1")]
    [InlineData("0.0.0.0")]
    public async Task A_server_on_another_machine_is_never_spoken_to(string host)
    {
        var reply = await new Postbox(new MailOptions { Host = host, Port = 25, Encrypted = false, Patience = TimeSpan.FromMilliseconds(200) }).Submit(Mail, CancellationToken.None);

        Assert.Equal(MailVerdict.NotNow, reply.Verdict);
        Assert.StartsWith("I utveckling lämnas inget till en server utanför den egna datorn", reply.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_server_on_this_machine_is(string host)
    {
        await using var server = new LoopbackSmtp();

        var reply = await new Postbox(new MailOptions { Host = host, Port = server.Port, Encrypted = false }).Submit(Mail, CancellationToken.None);

        Assert.Equal(MailVerdict.Accepted, reply.Verdict);
        Assert.Single(server.Taken);
    }

    [Fact]
    public void Only_an_installation_for_real_sends_further_and_no_setting_changes_that()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "mail.kommun.example", ["Mail:From"] = "utskick@skr.example", ["Mail:OnlyLoopback"] = "false",
        }).Build();

        Assert.True(MailOptions.Of(configuration, ".", inDevelopment: true).OnlyLoopback);
        Assert.False(MailOptions.Of(configuration, ".", inDevelopment: false).OnlyLoopback);
        Assert.True(new MailOptions().OnlyLoopback);
    }

    [Fact]
    public async Task Files_go_with_a_message_byte_for_byte()
    {
        await using var server = new LoopbackSmtp();
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(n => (byte)n)];

        await new Postbox(new MailOptions { Host = "127.0.0.1", Port = server.Port, Encrypted = false }).Submit(Mail with { Files = [new MailFile("bilaga å.pdf", "application/pdf", bytes)] }, CancellationToken.None);

        Assert.Contains(Convert.ToBase64String(bytes)[..60], Assert.Single(server.Taken).ReplaceLineEndings(""), StringComparison.Ordinal);
    }
}
