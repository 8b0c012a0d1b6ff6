namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Computes a year's fees from the terms and the inhabitants. Gives the same answer in whatever order they come.</summary>
public static class FeeCalculation
{
    /// <summary>The fees of everyone who pays.</summary>
    /// <param name="terms">The terms of the year.</param>
    /// <param name="country">The inhabitants of every municipality in the country on the terms' day.</param>
    /// <param name="published">Fees that were sent out and hold instead of the computed ones.</param>
    /// <param name="takingPart">
    /// Who has joined, where that decides the price: for <see cref="FeeKind.FallingWithTakeUp"/> only they get a row.
    /// Null means everyone. Other kinds give everyone a row, because one who stays outside is not paid for by the rest.
    /// </param>
    /// <exception cref="ArgumentException">The terms lack what their kind needs, or a municipality is given twice.</exception>
    public static FeeList Calculate(
        FeeTerms terms,
        IReadOnlyCollection<Population> country,
        IReadOnlyDictionary<MunicipalityCode, Kronor>? published = null,
        IReadOnlySet<MunicipalityCode>? takingPart = null)
    {
        if (terms.Kind is FeeKind.NotSet) return new FeeList(terms, []);

        var paying = Payers(terms, country, takingPart);
        if (terms.Kind is FeeKind.PublishedList)
            return new FeeList(terms, Array.ConvertAll(paying, payer => Row(payer, published, null, null)));

        var weights = Array.ConvertAll(paying, payer => Weight(payer, terms));
        var (rate, target, exact) = Exact(terms, weights, country);
        var (how, fees) = Rounded(terms, target, exact);
        return new FeeList(terms, [.. paying.Select((payer, i) => Row(payer, published, exact[i], new Kronor(fees[i])))])
        {
            RatePerInhabitant = terms.Kind is FeeKind.Flat ? null : rate,
            CountedInhabitants = terms.Kind is FeeKind.Flat ? null : weights.Sum(),
            Apportionment = how,
            RoundingDifference = new RoundingDifference(new Kronor(target), new Kronor(fees.Sum())),
        };
    }

    private static Payer[] Payers(FeeTerms terms, IReadOnlyCollection<Population> country, IReadOnlySet<MunicipalityCode>? takingPart)
    {
        var discounted = Discounted(terms.Discount, country);
        var paying = terms.Kind is FeeKind.FallingWithTakeUp && takingPart is not null
            ? country.Where(p => takingPart.Contains(p.Municipality))
            : country;
        var payers = paying.Select(p => new Payer(p.Municipality, p.Inhabitants, discounted.Contains(p.Municipality))).ToArray();
        Array.Sort(payers, (a, b) => a.Municipality.CompareTo(b.Municipality));
        for (var i = 1; i < payers.Length; i++)
            if (payers[i].Municipality == payers[i - 1].Municipality) throw new ArgumentException($"{payers[i].Municipality} is given twice.", nameof(country));

        return payers;
    }

    /// <summary>Always chosen among the whole country: who is largest does not depend on who has joined.</summary>
    private static HashSet<MunicipalityCode> Discounted(DiscountRule? rule, IReadOnlyCollection<Population> country) => rule switch
    {
        { Largest: { } count } => [.. country.OrderByDescending(p => p.Inhabitants).ThenBy(p => p.Municipality).Take(count).Select(p => p.Municipality)],
        { InhabitantsAbove: { } limit } => [.. country.Where(p => p.Inhabitants > limit).Select(p => p.Municipality)],
        _ => [],
    };

    /// <summary>What the rate is multiplied by: the inhabitants, or one where the fee is flat, less the discount.</summary>
    private static decimal Weight(Payer payer, FeeTerms terms)
    {
        var full = terms.Kind is FeeKind.Flat ? 1m : payer.Inhabitants;
        return payer.Discounted ? full * (1m - terms.Discount!.Part) : full;
    }

    private static (decimal Rate, decimal Target, decimal[] Exact) Exact(FeeTerms terms, decimal[] weights, IReadOnlyCollection<Population> country)
    {
        var together = weights.Sum();
        return terms.Kind switch
        {
            FeeKind.RatePerInhabitant => AtRate(Needed(terms.Rate, nameof(terms.Rate))),
            FeeKind.Flat => AtRate(Needed(terms.Amount, nameof(terms.Amount)).Amount),
            FeeKind.ShareOfTotal => Shared(Needed(terms.Total, nameof(terms.Total)).Amount),
            FeeKind.FallingWithTakeUp => Falling(Needed(terms.Rate, nameof(terms.Rate)), Cost(terms, country)),
            _ => throw new ArgumentException($"{terms.Kind} is not computed.", nameof(terms)),
        };

        (decimal, decimal, decimal[]) AtRate(decimal rate) => (rate, rate * together, Array.ConvertAll(weights, weight => rate * weight));

        // Multiplied before divided: the parts then carry no rounding of the rate.
        (decimal, decimal, decimal[]) Shared(decimal total) => together > 0
            ? (total / together, total, Array.ConvertAll(weights, weight => total * weight / together))
            : throw new ArgumentException("There is nobody to share the total.", nameof(country));

        (decimal, decimal, decimal[]) Falling(decimal highest, decimal cost) =>
            together * highest <= cost ? AtRate(highest) : Shared(cost);
    }

    private static decimal Cost(FeeTerms terms, IReadOnlyCollection<Population> country) =>
        terms.Total?.Amount
        ?? Needed(terms.Rate, nameof(terms.Rate)) * Needed(terms.TakeUpAtHighestPrice, nameof(terms.TakeUpAtHighestPrice)) * country.Sum(p => (decimal)p.Inhabitants);

    private static (Apportionment? How, decimal[] Fees) Rounded(FeeTerms terms, decimal target, decimal[] exact)
    {
        // A flat fee is the same for everyone, so nobody can be given a step more than the others.
        if (terms.Rounding is RoundingMode.Each || terms.Kind is FeeKind.Flat)
            return (null, Array.ConvertAll(exact, amount => Rounding.ToStep(amount, terms.Step)));

        return Apportionment.Of(target, terms.Step, exact);
    }

    private static Fee Row(Payer payer, IReadOnlyDictionary<MunicipalityCode, Kronor>? published, decimal? exact, Kronor? computed) =>
        new(payer.Municipality, payer.Inhabitants, payer.Discounted, exact, computed,
            published is not null && published.TryGetValue(payer.Municipality, out var amount) ? amount : null);

    private static T Needed<T>(T? value, string name) where T : struct =>
        value ?? throw new ArgumentException($"The terms need {name}.", nameof(value));

    private readonly record struct Payer(MunicipalityCode Municipality, int Inhabitants, bool Discounted);
}
