using System.Globalization;
using System.Runtime.InteropServices;

namespace Kunskapsstyrning.Bench;

/// <summary>The processor time that any process has used so far, to the nanosecond, ended threads included.</summary>
internal static partial class Cpu
{
    /// <summary>Of another process; zero where the system cannot tell.</summary>
    public static TimeSpan Of(int process)
    {
        // The clock of a process, as clock_getcpuclockid of the C library makes it.
        if (!OperatingSystem.IsLinux() || ClockGetTime((~process << 3) | 2, out var time) != 0) return TimeSpan.Zero;
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    /// <summary>Of several processes together.</summary>
    public static TimeSpan Of(IEnumerable<int> processes) => processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + Of(process));

    /// <summary>Of this process.</summary>
    public static TimeSpan OfThis() => Of(Environment.ProcessId);

    /// <summary>The process that started a process.</summary>
    public static int ParentOf(int process) => OperatingSystem.IsLinux() ? (int)Stat(process, 4) : 0;

    /// <summary>What the ended children of a process used, to a hundredth of a second.</summary>
    public static TimeSpan OfEndedChildren(int process) => OperatingSystem.IsLinux() ? TimeSpan.FromMilliseconds(10 * (Stat(process, 16) + Stat(process, 17))) : TimeSpan.Zero;

    /// <summary>A field of /proc/…/stat by its number in the manual; the second is a name in brackets that may hold spaces.</summary>
    private static long Stat(int process, int field)
    {
        var line = File.ReadAllText($"/proc/{process}/stat");
        return long.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[field - 3], CultureInfo.InvariantCulture);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
