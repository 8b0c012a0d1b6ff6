using System.Text;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>A message that has been taken apart.</summary>
internal sealed class OpenedMail
{
    public string Text { get; set; } = "";

    public List<OpenedFile> Files { get; } = [];

    /// <summary>All parts, numbered in the order they are shown: the text first, each nested message followed by what lies in it.</summary>
    public IReadOnlyList<MailPart> Parts()
    {
        var parts = new List<MailPart>();
        AddTo(parts, parent: null);
        return parts;
    }

    private void AddTo(List<MailPart> parts, int? parent)
    {
        if (Text.Length > 0) parts.Add(new MailPart(parts.Count + 1, parent, MailPartKind.Body, "meddelande.txt", "text/plain", Encoding.UTF8.GetBytes(Text)));
        foreach (var file in Files)
        {
            var number = parts.Count + 1;
            parts.Add(new MailPart(number, parent, file.Inner is null ? MailPartKind.Attachment : MailPartKind.Message, file.Name, file.ContentType, file.Bytes));
            file.Inner?.AddTo(parts, number);
        }
    }
}

/// <summary>A file in a message; with what is inside when it is a message itself.</summary>
internal sealed record OpenedFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes, OpenedMail? Inner);
