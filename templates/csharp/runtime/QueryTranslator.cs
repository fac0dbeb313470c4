using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;

namespace EdmundRuntime.Runtime;

/// <summary>Says an expression of C# in the language of queries (URL Conventions 4.01, section 5.1.1).</summary>
internal sealed class QueryTranslator
{
    private static readonly ConcurrentDictionary<Type, ModelType> Models = new();

    private static readonly Dictionary<ExpressionType, (string Word, Binding Binding)> Operators = new()
    {
        [ExpressionType.Equal] = ("eq", Binding.Comparison),
        [ExpressionType.NotEqual] = ("ne", Binding.Comparison),
        [ExpressionType.GreaterThan] = ("gt", Binding.Comparison),
        [ExpressionType.GreaterThanOrEqual] = ("ge", Binding.Comparison),
        [ExpressionType.LessThan] = ("lt", Binding.Comparison),
        [ExpressionType.LessThanOrEqual] = ("le", Binding.Comparison),
        [ExpressionType.AndAlso] = ("and", Binding.And),
        [ExpressionType.OrElse] = ("or", Binding.Or),
        [ExpressionType.Add] = ("add", Binding.Addition),
        [ExpressionType.AddChecked] = ("add", Binding.Addition),
        [ExpressionType.Subtract] = ("sub", Binding.Addition),
        [ExpressionType.SubtractChecked] = ("sub", Binding.Addition),
        [ExpressionType.Multiply] = ("mul", Binding.Product),
        [ExpressionType.MultiplyChecked] = ("mul", Binding.Product),
        [ExpressionType.Divide] = ("div", Binding.Product),
        [ExpressionType.Modulo] = ("mod", Binding.Product),
    };

    private readonly Dictionary<ParameterExpression, QueryTerm> _variables = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The paths of all properties so far.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>What a lambda says of an item.</summary>
    /// <exception cref="NotSupportedException">A query cannot say it.</exception>
    public QueryTerm Whole(LambdaExpression lambda)
    {
        ArgumentNullException.ThrowIfNull(lambda);
        _variables[lambda.Parameters[0]] = new QueryTerm(string.Empty, null);
        return Term(lambda.Body, null);
    }

    /// <summary>The property that a lambda leads to.</summary>
    /// <exception cref="NotSupportedException">It leads to none.</exception>
    public QueryTerm Property(LambdaExpression lambda)
    {
        var found = Whole(lambda);
        return found.Path.Length > 0 ? found : throw Unsaid(lambda.Body);
    }

    /// <summary>An operand; a value gets the literal for what is compared with one of <paramref name="type"/>.</summary>
    public QueryTerm Term(Expression node, string? type)
    {
        if (QueryValues.TryEvaluate(node, out var value))
        {
            return new QueryTerm(QueryLiterals.Of(value, type), type);
        }
        switch (node)
        {
            case ParameterExpression variable:
                var known = _variables[variable];
                return known.Text.Length > 0 ? known : known with { Text = "$it" };
            case UnaryExpression unary:
                return Unary(unary, type);
            case BinaryExpression binary:
                return Binary(binary);
            case MemberExpression member:
                return Member(member);
            case MethodCallExpression call:
                return QueryFunctions.Called(this, call) ?? throw Unsaid(node);
            default:
                throw Unsaid(node);
        }
    }

    /// <summary>A comparison of two operands, of which one may be a value.</summary>
    public QueryTerm Compared(string word, Expression left, Expression right)
    {
        var isValue = QueryValues.TryEvaluate(left, out _);
        var known = Term(isValue ? right : left, null);
        var (one, other) = isValue ? (Term(left, known.Type), known) : (known, Term(right, known.Type));
        return new QueryTerm($"{one.Within(Binding.Addition)} {word} {other.Within(Binding.Addition)}", "Edm.Boolean", Binding.Comparison);
    }

    /// <summary>A condition on the items of a collection.</summary>
    public QueryTerm Quantified(string word, QueryTerm collection, LambdaExpression condition)
    {
#if OLDER
        OlderQueries.Since3(word);
#endif
        var variable = condition.Parameters[0];
        var own = NewName(variable.Name is { Length: > 0 } given && given.All(char.IsAsciiLetterOrDigit) ? given : "x");
        _variables[variable] = new QueryTerm(own, collection.Type, Binding.Primary, collection.Path);
        var held = Term(condition.Body, null);
        _names.Remove(own);
        return new QueryTerm($"{collection.Text}/{word}({own}:{held.Text})", "Edm.Boolean");
    }

    /// <summary>A name for an item that no item around it has.</summary>
    public string NewName(string wanted)
    {
        var own = wanted;
        for (var number = 1; !_names.Add(own); number++)
        {
            own = $"{wanted}{number}";
        }
        return own;
    }

    /// <summary>An expression that no query can hold.</summary>
    public static NotSupportedException Unsaid(Expression node) =>
        new($"a query cannot say {(node is MethodCallExpression call ? $"{call.Method.DeclaringType?.Name}.{call.Method.Name}" : node.NodeType.ToString())}");

    /// <summary>An object that a path leads to, without the item that paths start from.</summary>
    private QueryTerm Owner(Expression node) => node is ParameterExpression variable ? _variables[variable] : Term(node, null);

    private QueryTerm Unary(UnaryExpression node, string? type)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Not:
                return new QueryTerm($"not {Term(node.Operand, null).Within(Binding.Primary)}", "Edm.Boolean", Binding.Comparison);
            case ExpressionType.Negate or ExpressionType.NegateChecked:
                return new QueryTerm($"-{Term(node.Operand, null).Within(Binding.Primary)}", null, Binding.Sign);
            case ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs when IsNarrowed(node):
                return Owner(node.Operand).As(ModelOf(node.Type).Name);
            case ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs:
                return node.Operand is ParameterExpression && node.Type.IsAssignableTo(typeof(Model)) ? Owner(node.Operand) : Term(node.Operand, type);
            default:
                throw Unsaid(node);
        }
    }

    /// <summary>Whether an object is taken for one of a derived type.</summary>
    private static bool IsNarrowed(UnaryExpression node) => node.Type != node.Operand.Type && node.Type.IsAssignableTo(node.Operand.Type) && node.Type.IsAssignableTo(typeof(Model));

    private QueryTerm Binary(BinaryExpression node)
    {
        if (!Operators.TryGetValue(node.NodeType, out var said))
        {
            throw Unsaid(node);
        }
        if (said.Binding == Binding.Comparison)
        {
            // string.Compare(a, b) > 0 is how C# says that one text stands behind another.
            return QueryFunctions.Compared(this, said.Word, node) ?? Compared(said.Word, node.Left, node.Right);
        }
        var (left, right) = (Term(node.Left, null), Term(node.Right, null));
        if (node.NodeType == ExpressionType.Add && node.Type == typeof(string))
        {
            return new QueryTerm($"concat({left.Text},{right.Text})", "Edm.String");
        }
        var type = said.Binding is Binding.And or Binding.Or ? "Edm.Boolean" : null;
        return new QueryTerm($"{left.Within(said.Binding)} {said.Word} {right.Within(said.Binding + 1)}", type, said.Binding);
    }

    private QueryTerm Member(MemberExpression node)
    {
        var owner = node.Expression ?? throw Unsaid(node);
        if (Nullable.GetUnderlyingType(owner.Type) is not null)
        {
            var value = Term(owner, null);
            return node.Member.Name == "Value" ? value : new QueryTerm($"{value.Within(Binding.Addition)} ne null", "Edm.Boolean", Binding.Comparison);
        }
        if (!owner.Type.IsAssignableTo(typeof(Model)))
        {
            return QueryFunctions.Of(this, node, owner) ?? throw Unsaid(node);
        }
        var shape = ModelOf(owner.Type).FindMember(node.Member.Name) ?? throw new NotSupportedException($"'{node.Member.Name}' is no property of the schema");
#if OLDER
        var found = Owner(owner).Below(shape.Name, shape.Wire ?? shape.Type);
#else
        var found = Owner(owner).Below(shape.Name, shape.Type);
#endif
        Paths.Add(found.Path);
        return found;
    }

    private static ModelType ModelOf(Type type) =>
        Models.GetOrAdd(type, static made => made == typeof(Model) ? SchemaTable.FindOrAny(string.Empty) : ((Model)Activator.CreateInstance(made)!).ModelInfo);
}
