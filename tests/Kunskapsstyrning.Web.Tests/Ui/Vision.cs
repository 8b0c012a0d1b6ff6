namespace Kunskapsstyrning.Web.Tests.Ui;

/// <summary>How colours are seen: as they are, in grey, and without one kind of cone, after Machado, Oliveira and Fernandes (2009) at full severity.</summary>
public static class Vision
{
    private static readonly Dictionary<string, double[]> Matrices = new(StringComparer.Ordinal)
    {
        ["as they are"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["in grey"] = [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
        ["protan"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deutan"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritan"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>Every way to see.</summary>
    public static IReadOnlyCollection<string> All => Matrices.Keys;

    /// <summary>The luminance of a colour as somebody sees it, 0 to 1.</summary>
    public static double Luminance(string vision, byte red, byte green, byte blue)
    {
        var (m, r, g, b) = (Matrices[vision], Linear(red), Linear(green), Linear(blue));
        double Seen(int row) => Math.Clamp((m[row * 3] * r) + (m[(row * 3) + 1] * g) + (m[(row * 3) + 2] * b), 0, 1);
        return (0.2126 * Seen(0)) + (0.7152 * Seen(1)) + (0.0722 * Seen(2));
    }

    /// <summary>The contrast of two luminances, as WCAG reckons it.</summary>
    public static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
