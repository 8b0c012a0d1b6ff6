using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>Takes files out of posted forms.</summary>
internal static class Uploads
{
    /// <summary>The one file of a form, or why it is not taken in; neither when none was chosen. More than one are refused rather than left out without a word.</summary>
    public static async Task<(ReceivedFile? File, Refusal? Refused)> Take(HttpContext context, IFormFileCollection posted, FileScanner scanner, CancellationToken cancellation)
    {
        if (posted.Count(f => f is not { Length: 0, FileName: "" }) <= 1) return await Take(context, posted["handling"], scanner, cancellation);

        RefusedFile.Log(context, DocumentRefusals.OnlyOne);
        return (null, DocumentRefusals.OnlyOne);
    }

    /// <summary>The file, or why it is not taken in; neither when none was chosen.</summary>
    private static async Task<(ReceivedFile? File, Refusal? Refused)> Take(HttpContext context, IFormFile? posted, FileScanner scanner, CancellationToken cancellation)
    {
        var (file, refused) = await Look(posted, scanner, cancellation);
        if (refused is not null) RefusedFile.Log(context, refused);
        return (file, refused);
    }

    private static async Task<(ReceivedFile? File, Refusal? Refused)> Look(IFormFile? posted, FileScanner scanner, CancellationToken cancellation)
    {
        // A browser sends an empty part without a name when no file is chosen.
        if (posted is null or { Length: 0, FileName: "" }) return (null, null);
        if (ReceivedFile.RefusalOf(posted.Length) is { } refusal) return (null, refusal);

        using var bytes = new MemoryStream((int)posted.Length);
        await posted.CopyToAsync(bytes, cancellation);
        var result = ReceivedFile.TryTake(posted.FileName, bytes.ToArray(), out var file);
        if (file is not null && await scanner.RefusalOf(file.Bytes, cancellation) is { } notLetThrough) return (null, notLetThrough);
        return (file, result.Refusal);
    }
}
