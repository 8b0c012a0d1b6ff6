namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Computes a year's fees from the terms and the inhabitants. Gives the same answer in whatever order they come.</summary>
public static class FeeCalculation
{
    /// <summary>By size; of those equally large the first by code counts as the larger.</summary>
    private static readonly Comparer<Population> SmallestFirst = Comparer<Population>.Create((a, b) =>
        a.Inhabitants != b.Inhabitants ? a.Inhabitants.CompareTo(b.Inhabitants) : b.Municipality.CompareTo(a.Municipality));

    /// <summary>The fees of everyone who pays.</summary>
    /// <param name="terms">The terms of the year.</param>
    /// <param name="country">The inhabitants of every municipality in the country on the terms' day.</param>
    /// <param name="published">Fees that were sent out and hold instead of the computed ones.</param>
    /// <param name="takingPart">
    /// Who has joined, where that decides the price: for <see cref="FeeKind.FallingWithTakeUp"/> only they get a row.
    /// Null means everyone. Other kinds give everyone a row, because one who stays outside is not paid for by the rest.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The terms lack what their kind needs, a municipality is given twice or with fewer than no inhabitants, a total is to
    /// be shared where nobody lives, or the numbers are too large to be reckoned with.
    /// </exception>
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

        try
        {
            return Computed(terms, country, paying, published);
        }
        catch (OverflowException tooLarge)
        {
            throw new ArgumentException("The numbers are too large to be reckoned with.", nameof(terms), tooLarge);
        }
    }

    private static FeeList Computed(FeeTerms terms, IReadOnlyCollection<Population> country, Payer[] paying, IReadOnlyDictionary<MunicipalityCode, Kronor>? published)
    {
        var weights = Array.ConvertAll(paying, payer => Weight(payer, terms));
        var together = weights.Sum();
        var (rate, target, exact) = Exact(terms, weights, together, country);
        var counted = together * (terms.Kind is FeeKind.FallingWithTakeUp ? terms.PricedAtTakeUp ?? 1m : 1m);
        var (how, fees) = Rounded(terms, target, exact);
        var rows = new Fee[paying.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = Row(paying[i], published, exact[i], new Kronor(fees[i]));

        return new FeeList(terms, rows)
        {
            RatePerInhabitant = terms.Kind is FeeKind.Flat ? null : rate,
            CountedInhabitants = terms.Kind is FeeKind.Flat ? null : counted,
            SharedCost = terms.Kind switch { FeeKind.ShareOfTotal => target, FeeKind.FallingWithTakeUp => Cost(terms, country), _ => null },
            Apportionment = how,
            RoundingDifference = new RoundingDifference(new Kronor(target), new Kronor(fees.Sum())),
        };
    }

    private static Payer[] Payers(FeeTerms terms, IReadOnlyCollection<Population> country, IReadOnlySet<MunicipalityCode>? takingPart)
    {
        var hasDiscount = Discounted(terms.Discount, country);
        var paying = terms is { Kind: FeeKind.FallingWithTakeUp, PricedAtTakeUp: null } && takingPart is not null
            ? country.Where(p => takingPart.Contains(p.Municipality))
            : country;
        var payers = paying.Select(p => new Payer(p.Municipality, p.Inhabitants, hasDiscount(p))).ToArray();
        if (!AreInOrder(payers)) Array.Sort(payers, (a, b) => a.Municipality.CompareTo(b.Municipality));
        for (var i = 1; i < payers.Length; i++)
            if (payers[i].Municipality == payers[i - 1].Municipality) throw new ArgumentException($"{payers[i].Municipality} is given twice.", nameof(country));

        return payers;
    }

    private static bool AreInOrder(Payer[] payers)
    {
        for (var i = 1; i < payers.Length; i++)
            if (payers[i].Municipality.CompareTo(payers[i - 1].Municipality) < 0) return false;

        return true;
    }

    /// <summary>Always chosen among the whole country: who is largest does not depend on who has joined.</summary>
    private static Func<Population, bool> Discounted(DiscountRule? rule, IReadOnlyCollection<Population> country)
    {
        if (rule is { InhabitantsAbove: { } limit }) return p => p.Inhabitants > limit;
        if (rule is not { Largest: { } count } || country.Count == 0) return _ => false;

        var largest = new PriorityQueue<Population, Population>(SmallestFirst);
        foreach (var p in country.Take(count)) largest.Enqueue(p, p);
        foreach (var p in country.Skip(count)) largest.EnqueueDequeue(p, p);

        var last = largest.Peek();
        return p => SmallestFirst.Compare(p, last) >= 0;
    }

    /// <summary>What the rate is multiplied by: the inhabitants, or one where the fee is flat, less the discount.</summary>
    private static decimal Weight(Payer payer, FeeTerms terms)
    {
        var full = terms.Kind is FeeKind.Flat ? 1m : payer.Inhabitants;
        return payer.Discounted ? full * (1m - terms.Discount!.Part) : full;
    }

    private static (decimal Rate, decimal Target, decimal[] Exact) Exact(FeeTerms terms, decimal[] weights, decimal together, IReadOnlyCollection<Population> country)
    {
        return terms.Kind switch
        {
            FeeKind.RatePerInhabitant => AtRate(Needed(terms.Rate, nameof(terms.Rate))),
            FeeKind.Flat => AtRate(Needed(terms.Amount, nameof(terms.Amount)).Amount),
            FeeKind.ShareOfTotal => Shared(Needed(terms.Total, nameof(terms.Total)).Amount),
            FeeKind.FallingWithTakeUp => Falling(Needed(terms.Rate, nameof(terms.Rate)), Cost(terms, country)),
            _ => throw new ArgumentException($"{terms.Kind} is not computed.", nameof(terms)),
        };

        (decimal, decimal, decimal[]) AtRate(decimal rate) => (rate, rate * together, Array.ConvertAll(weights, weight => rate * weight));

        (decimal, decimal, decimal[]) Shared(decimal total) => together > 0
            ? (total / together, total, Proportion.Of(total, weights, together))
            : throw new ArgumentException("There is nobody to share the total.", nameof(country));

        (decimal, decimal, decimal[]) Falling(decimal highest, decimal cost)
        {
            var sharing = together * (terms.PricedAtTakeUp ?? 1m);
            if (sharing * highest <= cost) return AtRate(highest);
            return terms.PricedAtTakeUp is { } part ? (cost / sharing, cost / part, Proportion.Of(cost / part, weights, together)) : Shared(cost);
        }
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
