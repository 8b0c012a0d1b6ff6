using System.Text.Json.Serialization;

namespace Kunskapsstyrning.Web.Api;

/// <summary>How firm a fee is.</summary>
public enum FeeState
{
    /// <summary>No fee is set.</summary>
    NotSet,
    /// <summary>Computed from the terms.</summary>
    Computed,
    /// <summary>Published by SKR.</summary>
    Published,
}

/// <summary>The fees of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="State">Published only when every fee is; computed when at least one is computed.</param>
/// <param name="PopulationDate">The day whose inhabitants count; null where the fee does not depend on them.</param>
/// <param name="RatePerInhabitant">Kronor per inhabitant before discount, with the decimals that the explanations show; null where there is none.</param>
/// <param name="Rounding">How fees come to whole steps; null where no fee is set.</param>
/// <param name="SumSek">The sum of all fees, kronor; null where no fee is set.</param>
/// <param name="StatedCostSek">Kronor a year that the recommendation is said to cost; null when not known.</param>
/// <param name="CapSek">The most that the fees together may come to in a year; null where there is no cap.</param>
/// <param name="Fees">One row for each municipality, by code; empty where no fee is set.</param>
/// <param name="Version">The version that holds, from 1 and upwards; null where no fee is set.</param>
public sealed record FeesOfYear(
    int Year, [property: JsonConverter(typeof(ApiWordConverter<FeeState>))] FeeState State, DateOnly? PopulationDate, decimal? RatePerInhabitant,
    RoundingOfTerms? Rounding, decimal? SumSek, decimal? StatedCostSek, decimal? CapSek, IReadOnlyList<FeeLineOfYear> Fees, int? Version);

/// <summary>One municipality's fee.</summary>
/// <param name="MunicipalityCode">SCB's four digits.</param>
/// <param name="Population">The inhabitants that count.</param>
/// <param name="Discounted">True when the discount is taken off.</param>
/// <param name="ExactSek">Kronor before rounding, at most ten decimals; null where nothing is computed.</param>
/// <param name="ComputedSek">Kronor by the terms; null where nothing is computed.</param>
/// <param name="PublishedSek">Kronor as SKR has published it; null where it has not.</param>
/// <param name="FeeSek">What holds: the published fee where there is one, else the computed.</param>
/// <param name="Explanation">The calculation in Swedish sentences, whose factors multiply to the result.</param>
public sealed record FeeLineOfYear(
    string MunicipalityCode, int Population, bool Discounted, decimal? ExactSek, decimal? ComputedSek, decimal? PublishedSek, decimal? FeeSek,
    IReadOnlyList<string> Explanation);
