using System.Globalization;

namespace CostApi.Tests.Cases;

/// <summary>Evaluates a worked example's working: numbers, + - * / and parentheses.</summary>
internal ref struct Arithmetic(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text.TrimStart();

    public static decimal Evaluate(string text)
    {
        var arithmetic = new Arithmetic(text);
        var value = arithmetic.Sum();
        return arithmetic._rest.IsEmpty ? value : throw new FormatException($"'{arithmetic._rest}' is left over in '{text}'.");
    }

    private decimal Sum()
    {
        var value = Product();
        while (true)
        {
            if (Take('+')) value += Product();
            else if (Take('-')) value -= Product();
            else return value;
        }
    }

    private decimal Product()
    {
        var value = Factor();
        while (true)
        {
            if (Take('*')) value *= Factor();
            else if (Take('/')) value /= Factor();
            else return value;
        }
    }

    private decimal Factor()
    {
        if (Take('('))
        {
            var inner = Sum();
            return Take(')') ? inner : throw new FormatException("A parenthesis is not closed.");
        }

        var length = 0;
        while (length < _rest.Length && (char.IsAsciiDigit(_rest[length]) || _rest[length] == '.')) length++;
        var number = decimal.Parse(_rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        _rest = _rest[length..].TrimStart();
        return number;
    }

    private bool Take(char sign)
    {
        if (_rest.IsEmpty || _rest[0] != sign) return false;
        _rest = _rest[1..].TrimStart();
        return true;
    }
}
