using Kunskapsstyrning.Web.Tests.Ui;
using Microsoft.Playwright;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>A picture as its pixels, unpacked by the browser itself on an empty page.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Channels)
{
    private const string Unpack = """
        async png => {
            const picture = new Image();
            picture.src = 'data:image/png;base64,' + png;
            await picture.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [picture.width, picture.height];
            const on = canvas.getContext('2d');
            on.drawImage(picture, 0, 0);
            const bytes = on.getImageData(0, 0, canvas.width, canvas.height).data;
            let text = '';
            for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192));
            return [String(picture.width), String(picture.height), btoa(text)];
        }
        """;

    public static async Task<Pixels> Of(IPage beside, byte[] png)
    {
        var empty = await beside.Context.NewPageAsync();
        var parts = await empty.EvaluateAsync<string[]>(Unpack, Convert.ToBase64String(png));
        await empty.CloseAsync();
        return new Pixels(int.Parse(parts[0], null), int.Parse(parts[1], null), Convert.FromBase64String(parts[2]));
    }

    /// <summary>The part of all pixels where any channel is further from the other picture's than so much; all when the pictures are not as large.</summary>
    public double FurtherThan(int much, Pixels other)
    {
        if ((Width, Height) != (other.Width, other.Height)) return 1;
        return PartOf(at => Enumerable.Range(0, 3).Any(channel => Math.Abs(Channels[at + channel] - other.Channels[at + channel]) > much));
    }

    /// <summary>The part of all pixels that somebody sees as at least so far from the other picture's, by contrast.</summary>
    public double SeenApart(double contrast, Pixels other, string vision)
    {
        if ((Width, Height) != (other.Width, other.Height)) throw new InvalidOperationException("The pictures are not as large.");
        return PartOf(at => Vision.Contrast(Luminance(at, vision), other.Luminance(at, vision)) >= contrast);
    }

    private double Luminance(int at, string vision) => Vision.Luminance(vision, Channels[at], Channels[at + 1], Channels[at + 2]);

    private double PartOf(Func<int, bool> so) => Enumerable.Range(0, Width * Height).Count(pixel => so(pixel * 4)) / (double)(Width * Height);
}
