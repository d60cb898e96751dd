using CostApi.Core.Prices;

namespace CostApi.Core.Layouts;

/// <summary>How large a request may be.</summary>
public static class Limits
{
    public const int Layouts = 50;
    public const int Vpcs = 200;
    /// <summary>As many as 200 VPCs can be joined by, each pair once.</summary>
    public const int Peerings = Vpcs * (Vpcs - 1) / 2;

    public const int Zones = 6;
    public const int Endpoints = 500;
    public const int Flows = 10_000;
    public const int NameLength = 100;
    public const int ServiceNameLength = 200;
    public const int Notes = 1000;
    public const int NoteLength = 1000;
    public const int Hours = 744;
    public const int AddressesPerZone = 100;
    public const int Addresses = 1_000_000;
    public const int ResourceConfigurations = 100_000;
    public const decimal Gb = 1_000_000_000_000_000;
    public const decimal UnitPrice = Rate.Highest;
}
