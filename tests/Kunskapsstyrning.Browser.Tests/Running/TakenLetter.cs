using System.Text;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>A message as a mail server took it on.</summary>
/// <param name="To">To whom.</param>
/// <param name="Body">Its words, with ordinary spaces.</param>
internal sealed partial record TakenLetter(string To, string Body)
{
    public static TakenLetter Of(string words) => new(
        Recipient().Match(words).Groups["to"].Value,
        Encoding.UTF8.GetString(Convert.FromBase64String(Base64().Match(words).Groups["words"].Value)).ReplaceLineEndings("\n").Replace('\u00A0', ' '));

    [GeneratedRegex("(?im)^to: <?(?<to>[^>\\s]+)>?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recipient();

    [GeneratedRegex("(?i)content-transfer-encoding: base64\n\n(?<words>[A-Za-z0-9+/=\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base64();
}
