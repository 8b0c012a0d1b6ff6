using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>Reckons an explanation through with nothing but what it shows, as a reader with a pocket calculator would.</summary>
internal static partial class ReadExplanation
{
    /// <summary>True when every shown "=" is right, the shown amount rounds to the shown fee, and the fee is the list's.</summary>
    public static bool IsTrue(FeeList list, Fee fee)
    {
        var explanation = FeeExplanation.Of(list, fee);
        return LinesAgree(explanation.Lines, list, fee) && SentencesAgree(explanation.ToSentences());
    }

    private static bool LinesAgree(IReadOnlyList<FeeLine> lines, FeeList list, Fee fee)
    {
        decimal? running = null;
        foreach (var line in lines)
        {
            var (number, decimals) = Read(line.Text);
            if (decimals != line.Decimals || number != line.Number) return false;
            if (line.Operator == "=" && Rounding.ToDecimals(running!.Value, decimals) != number) return false;
            if (line.Operator == "−" && Rounding.ToDecimals(running!.Value * Read(line.Label).Number / 100m, decimals) != number) return false;
            if (line.IsResult) return number == fee.Amount!.Value.Amount && RoundsTo(running!.Value, number, list);

            running = line.Operator switch { "×" => running * number, "−" => running - number, _ => number };
        }

        return false;
    }

    private static bool RoundsTo(decimal amount, decimal result, FeeList list)
    {
        if (list.Apportionment is null) return Rounding.ToStep(amount, list.Terms.Step) == result;

        var below = Rounding.Divide(amount, list.Terms.Step).Steps * list.Terms.Step;
        return result == below || (result == below + list.Terms.Step && amount > below);
    }

    /// <summary>"a × b = c" and "text: a − b = c" hold as they stand.</summary>
    private static bool SentencesAgree(IEnumerable<string> sentences) => sentences.All(sentence =>
    {
        if (!sentence.Contains(" = ", StringComparison.Ordinal)) return true;
        var (left, right) = (sentence.Split(" = ")[0], sentence.Split(" = ")[1]);
        var (result, decimals) = Read(right);
        var computed = left.Contains('×')
            ? Read(left.Split('×')[0]).Number * Read(left.Split('×')[1]).Number
            : Read(left.Split(':')[1].Split(" − ")[0]).Number - Read(left.Split(" − ")[1]).Number;
        return Rounding.ToDecimals(computed, decimals) == result;
    });

    private static (decimal Number, int Decimals) Read(string text)
    {
        var digits = FirstNumber().Match(text).Value;
        return SwedishNumber.TryParse(digits, out var number)
            ? (number, digits.Contains(',') ? digits.Length - digits.IndexOf(',') - 1 : 0)
            : throw new FormatException($"No number in '{text}'.");
    }

    [GeneratedRegex("[0-9]+(\u00A0[0-9]{3})*(,[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FirstNumber();
}
