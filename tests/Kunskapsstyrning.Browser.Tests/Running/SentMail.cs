using System.Text;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>The folder that mail is sent to.</summary>
internal sealed partial class SentMail : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skickat");

    public string Folder => _folder.FullName;

    /// <summary>The code in the mail to an address, when it comes.</summary>
    public async Task<string> Code(string address)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            foreach (var file in _folder.GetFiles("*.eml"))
            {
                var text = (await File.ReadAllTextAsync(file.FullName)).ReplaceLineEndings("\n");
                if (!text.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase)) continue;

                file.Delete();
                return Digits().Match(Encoding.UTF8.GetString(Convert.FromBase64String(Base64().Match(text).Groups["words"].Value))).Groups["code"].Value;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"No code came to {address}.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex("(?i)content-transfer-encoding: base64\n\n(?<words>[A-Za-z0-9+/=\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base64();

    [GeneratedRegex("kod är (?<code>[0-9]{4} [0-9]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
