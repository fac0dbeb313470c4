using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using EdmundRuntime.Runtime;

namespace EdmundRuntime;

/// <summary>
/// Query options as code: <c>options.Where(x =&gt; x.Name == name).OrderBy(x =&gt; x.Name)</c>. Values are quoted here. What is
/// said so comes beside what the options have as text; conditions hold together.
/// </summary>
public static class QueryExtensions
{
    /// <summary>A condition that items meet, beside those that there are.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="condition">The condition.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="NotSupportedException">A query cannot say it.</exception>
    public static IListQueryOf<T> Where<T>(this IListQueryOf<T> options, Expression<Func<T, bool>> condition)
        where T : Model
    {
        Of(options).AddCondition(Translated(options, QueryUse.Filter, condition));
        return options;
    }

    /// <summary>What to sort by, from the least, behind what there is.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="keys">Properties, or what is made of them.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="NotSupportedException">A query cannot say it.</exception>
    public static IListQueryOf<T> OrderBy<T>(this IListQueryOf<T> options, params Expression<Func<T, object?>>[] keys)
        where T : Model
    {
        Of(options).AddItems("$orderby", keys.Select(key => Translated(options, QueryUse.OrderBy, key)));
        return options;
    }

    /// <summary>What to sort by, from the greatest, behind what there is.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="keys">Properties, or what is made of them.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="NotSupportedException">A query cannot say it.</exception>
    public static IListQueryOf<T> OrderByDescending<T>(this IListQueryOf<T> options, params Expression<Func<T, object?>>[] keys)
        where T : Model
    {
        Of(options).AddItems("$orderby", keys.Select(key => $"{Translated(options, QueryUse.OrderBy, key)} desc"));
        return options;
    }

    /// <summary>Properties to return, beside those that there are.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="properties">The properties.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="NotSupportedException">One is no property.</exception>
    public static IQueryOf<T> Select<T>(this IQueryOf<T> options, params Expression<Func<T, object?>>[] properties)
        where T : Model
    {
        Of(options).AddItems("$select", properties.Select(property => new QueryTranslator().Property(property).Text));
        return options;
    }

    /// <summary>One related object to include.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="path">What leads to it.</param>
    /// <param name="configure">What of it.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TRelated">The type of the related object.</typeparam>
    /// <exception cref="NotSupportedException">It is no property.</exception>
    public static IQueryOf<T> Expand<T, TRelated>(
        this IQueryOf<T> options, Expression<Func<T, TRelated?>> path, Action<Expansion<TRelated>>? configure = null)
        where T : Model
        where TRelated : Model => Expanded(options, path, configure);

    /// <summary>Related objects to include.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="path">What leads to them.</param>
    /// <param name="configure">Which of them, and what of each.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TRelated">The type of the related objects.</typeparam>
    /// <exception cref="NotSupportedException">It is no property.</exception>
    public static IQueryOf<T> Expand<T, TRelated>(
        this IQueryOf<T> options, Expression<Func<T, List<TRelated>?>> path, Action<Expansion<TRelated>>? configure = null)
        where T : Model
        where TRelated : Model => Expanded(options, path, configure);

    private static IQueryOf<T> Expanded<T, TRelated>(IQueryOf<T> options, LambdaExpression path, Action<Expansion<TRelated>>? configure)
        where T : Model
        where TRelated : Model
    {
        var property = new QueryTranslator().Property(path);
        Of(options).Use(QueryUse.Expand, [property.Path]);
        var below = new Expansion<TRelated>();
        configure?.Invoke(below);
#if OLDER
        if (below.Pairs().Any())
        {
            OlderQueries.Since4("options of what is expanded");
        }
#endif
        Of(options).AddItems("$expand", [property.Text + below.Text()]);
        return options;
    }

    private static string Translated<T>(IQueryOf<T> options, QueryUse use, LambdaExpression lambda)
        where T : Model
    {
        var translator = new QueryTranslator();
        var text = translator.Whole(lambda).Text;
        Of(options).Use(use, translator.Paths);
        return text;
    }

    private static QueryParameters Of<T>(IQueryOf<T> options)
        where T : Model => options as QueryParameters ?? throw new ArgumentException("the options are those of no call", nameof(options));
}
