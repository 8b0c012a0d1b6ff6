using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What is said of the day when the municipalities were asked: that of the letter, or else of the board's decision.</summary>
public static partial class Swedish
{
    /// <summary>"Frågan ställdes 6 mars 2019, i brevet. Styrelsen beslutade 14 december 2018.": when it was put, seen from today.</summary>
    public static string QuestionSentence(this RecommendationState state)
    {
        var (asked, today) = (state.Recommendation, state.Today);
        var put = $"Frågan {(asked.AskedOn > today ? "ställs" : "ställdes")} {asked.AskedOn.Long()}";
        var (decided, board) = (asked.BoardDecision.On > today ? "beslutar" : "beslutade", asked.BoardDecision.On.Long());
        return asked.Letter is null ? $"{put}, när styrelsen {decided}." : $"{put}, i brevet. Styrelsen {decided} {board}.";
    }

    /// <summary>"brevet", "styrelsens beslut": what put the question.</summary>
    public static string WhatAsked(this Recommendation recommendation) => recommendation.Letter is null ? "styrelsens beslut" : "brevet";
}
