using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>What is printed for every municipality, as files to take along in one.</summary>
internal static class PrintedFiles
{
    /// <summary>All of them in one file, whole in memory before anything is sent, so that nobody gets half of it.</summary>
    /// <param name="dated">When all were asked for, in UTC; every file bears it, in Swedish time.</param>
    /// <param name="files">What each is called, and its bytes.</param>
    public static byte[] Zip(DateTimeOffset dated, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = SwedishTime.Local(dated);
                using var to = entry.Open();
                to.Write(bytes);
            }
        }

        return file.ToArray();
    }

    /// <summary>"0125-ekero": by code, in letters that every system can write.</summary>
    public static string PlainName(MunicipalityCode code, string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        return $"{code.Digits}-{string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries))}";
    }
}
