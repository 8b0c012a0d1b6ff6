using System.Text;
using Kunskapsstyrning.Web.Features.Documents;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>The forwarded chains in the texts of a message as parts of it, numbered after all others so that no part ever changes its number.</summary>
internal static class ForwardedParts
{
    public static IEnumerable<MailPart> Of(IReadOnlyList<MailPart> parts)
    {
        var number = parts.Count;
        foreach (var body in parts.Where(p => p.Kind is MailPartKind.Body))
        {
            var parent = body.Parent;
            foreach (var forwarded in ForwardedChain.In(Encoding.UTF8.GetString(body.Bytes.Span), MailLimits.Messages - DepthOf(body, parts)))
            {
                if (number + 2 > MailLimits.Parts) yield break;

                var (name, bytes) = (ReceivedFile.Clean($"Vidarebefordrat från {forwarded.From ?? forwarded.FromName}"), Encoding.UTF8.GetBytes(forwarded.Text));
                yield return new MailPart(++number, parent, MailPartKind.Message, name, "text/plain", bytes) { Forwarded = new(forwarded, body.Number) };
                parent = number;
                yield return new MailPart(++number, parent, MailPartKind.Body, "meddelande.txt", "text/plain", bytes) { Forwarded = new(forwarded, body.Number) };
            }
        }
    }

    private static int DepthOf(MailPart part, IReadOnlyList<MailPart> parts)
    {
        var depth = 0;
        for (var parent = part.Parent; parent is { } number; parent = parts[number - 1].Parent) depth++;
        return depth;
    }
}
