using CostApi.Core.Prices;

namespace CostApi.Core.Metering;

/// <summary>How many units of a charge a resource uses in the month. Knows no price but one that the caller set.</summary>
/// <param name="Vpc">Name of the VPC that the usage is billed in.</param>
/// <param name="Resource">The resource, named within its VPC.</param>
/// <param name="Charge">What is used.</param>
/// <param name="Quantity">How many units of it.</param>
/// <param name="Description">What the line of a bill says.</param>
/// <param name="Formula">How the quantity came about; null where it is the quantity itself.</param>
/// <param name="Sides">How many sides of each byte the quantity counts.</param>
/// <param name="OwnPrice">The price of one unit, for what is in no price list.</param>
public readonly record struct Usage(
    string Vpc, string Resource, Charge Charge, decimal Quantity, string Description, string? Formula = null, int Sides = 1, decimal? OwnPrice = null);
