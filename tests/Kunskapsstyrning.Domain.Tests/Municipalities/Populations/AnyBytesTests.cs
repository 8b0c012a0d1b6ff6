using System.Text;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Populations;

/// <summary>Files from anybody: whatever comes is read or refused, and nothing else happens.</summary>
public sealed class AnyBytesTests
{
    private const int Times = 5_000;

    private static readonly string[] Parts =
        ["Region", "Tid", "ContentsCode", "0125", "0180 Stockholm", "00", "01", "2024", "2024M13", "BE0101N1 2024", "Folkmängd", "Folkökning 2024", "kön", "totalt", "28910", "-1", "..", "", "1,5", "9999999999999999999999", "125", "\u202E", "å", "|"];

    [Fact]
    public void Json_with_any_letters_changed_is_read_or_refused()
    {
        var random = new Random(20_161);
        byte[][] starts = [Statistics.Dataset(["Region", "ContentsCode", "Tid"], false, false), Statistics.Dataset(["Tid", "Region", "ContentsCode"], true, true), Statistics.Bytes("""{"columns":[{"code":"Region","type":"d"},{"code":"Tid","type":"t"},{"code":"BE0101N1","type":"c"}],"data":[{"key":["0125","2024"],"values":["28910"]}]}""")];
        var (read, refused) = (0, 0);
        for (var time = 0; time < Times; time++)
        {
            var bytes = Changed(starts[time % starts.Length], random);
            var result = StatisticsJson.TryRead(bytes, out var reading);
            Assert.Equal(result.IsDone, reading is not null);
            if (result.IsDone) Tried(reading!, ref read);
            else refused++;
        }

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Any_table_of_cells_is_read_or_refused()
    {
        var random = new Random(20_162);
        var (read, refused) = (0, 0);
        for (var time = 0; time < Times; time++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 9)).Select(_ => (IReadOnlyList<string>)[.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Parts[random.Next(Parts.Length)])]).ToList();
            var result = PxWebTable.TryRead(lines, out var reading);
            Assert.Equal(result.IsDone, reading is not null);
            if (result.IsDone) Tried(reading!, ref read);
            else refused++;
        }

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused");
    }

    private static void Tried(PopulationReading reading, ref int read)
    {
        read++;
        var register = new PopulationRegister([], new HashSet<Domain.Municipalities.MunicipalityCode>(), new HashSet<string>(), null);
        foreach (var period in reading.Periods) Assert.All(PopulationTrial.Of(reading, period, register).Findings, f => Assert.NotEmpty(f.Sentence));
    }

    /// <summary>A few bytes changed, left out, doubled or cut off.</summary>
    private static byte[] Changed(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var times = random.Next(0, 4); times > 0 && changed.Count > 1; times--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(5))
            {
                case 0: changed[at] = (byte)random.Next(256); break;
                case 1: changed.RemoveAt(at); break;
                case 2: changed.InsertRange(at, changed.GetRange(at, Math.Min(random.Next(1, 40), changed.Count - at))); break;
                case 3: changed.RemoveRange(at, random.Next(Math.Min(4, changed.Count - at))); break;
                default: changed[at] = Encoding.ASCII.GetBytes("0123456789{}[]\",:-.eE")[random.Next(21)]; break;
            }
        }

        return [.. changed];
    }
}
