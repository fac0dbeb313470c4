using System.Linq.Expressions;
using System.Reflection;

namespace EdmundRuntime.Runtime;

/// <summary>Values in queries: what does not depend on the item that is asked for.</summary>
internal static class QueryValues
{
    /// <summary>The value of an expression; false where it depends on an item, or only the service has it.</summary>
    public static bool TryEvaluate(Expression node, out object? value)
    {
        switch (node)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Expression: ConstantExpression holder, Member: FieldInfo field }:
                value = field.GetValue(holder.Value); // A variable of the caller's, as closures keep it.
                return true;
        }
        var search = new Search();
        search.Visit(node);
        value = search.IsOpen ? null : Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke();
        return !search.IsOpen;
    }

    /// <summary>Looks for what has no value here.</summary>
    private sealed class Search : ExpressionVisitor
    {
        public bool IsOpen { get; private set; }

        public override Expression? Visit(Expression? node) => IsOpen ? node : base.Visit(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsOpen = true;
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            IsOpen |= node.Method.DeclaringType == typeof(ODataQuery);
            return base.VisitMethodCall(node);
        }
    }
}
