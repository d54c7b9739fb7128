using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>Reads organisations.csv, and what its lines say of each other.</summary>
internal sealed class OrganisationReader(CatalogueTable table)
{
    private readonly HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (Bilingual Name, int Line)> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public List<Organisation> Read()
    {
        var organisations = table.Read(
            ["code", "kind", "name_en", "name_vi", "valid_from", "valid_to", "successor_code", "gso_code", "iso_3166_2", "aliases"],
            t =>
            {
                var code = t.Code("code", codes);
                lines[code] = t.Line;
                var kind = t.OneOf("kind", ("province", OrganisationKind.Province), ("ministry", OrganisationKind.Ministry), ("agency", OrganisationKind.Agency));
                var (nameEn, nameVi, valid) = (t.Name("name_en"), t.Name("name_vi"), t.ValidTime());
                return new Organisation(
                    code,
                    kind,
                    nameEn,
                    nameVi,
                    valid.From,
                    valid.To,
                    t.OptionalText("successor_code"),
                    t.OptionalText("gso_code"),
                    t.OptionalText("iso_3166_2"),
                    t.List("aliases"))
                {
                    Region = RegionOf(t),
                };
            },
            "region",
            "region_vi");
        var byCode = organisations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        foreach (var organisation in organisations.Where(o => o.SuccessorCode is not null))
        {
            if (ProblemOfSuccessor(organisation, byCode) is { } problem)
            {
                table.NoteAt(lines[organisation.Code], problem);
            }
        }

        var names = new SharedNames("name or code");
        foreach (var organisation in organisations)
        {
            if (names.ProblemOf(organisation.Code, lines[organisation.Code], organisation.ValidTime, CatalogueNames.NamesOf(organisation)) is { } problem)
            {
                table.NoteAt(lines[organisation.Code], problem);
            }
        }

        return organisations;
    }

    /// <summary>A region has one name in each language; the Vietnamese one may lack.</summary>
    private Bilingual? RegionOf(CatalogueTable t)
    {
        if (t.OptionalText("region") is not { } region)
        {
            if (t.OptionalText("region_vi") is { } alone)
            {
                t.Note($"region_vi is '{alone}' but region is empty; write the region's name in English too");
            }

            return null;
        }

        var name = new Bilingual(t.OptionalText("region_vi") ?? region, t.Name("region"));
        var (known, line) = regions.GetValueOrDefault(region, (name, t.Line));
        if (known != name)
        {
            t.Note($"region_vi of '{region}' is '{name.Vi}', but '{known.Vi}' on line {line}; write one name");
        }

        regions.TryAdd(region, (name, t.Line));
        return name;
    }

    private string? ProblemOfSuccessor(Organisation organisation, Dictionary<string, Organisation> byCode)
    {
        var (code, next) = (organisation.Code, organisation.SuccessorCode!);
        if (next == code)
        {
            return $"successor_code '{next}' is its own code; name who takes over, or leave it empty";
        }

        if (!lines.ContainsKey(next))
        {
            return $"successor_code '{next}' is not in organisations.csv; add a line for it, or leave successor_code empty";
        }

        if (organisation.ValidTo is not { } end)
        {
            return $"successor_code is '{next}' but valid_to is empty; write the last day of '{code}', or take the successor out";
        }

        if (ChainOf(organisation, byCode) is { } ring)
        {
            return $"the successors come round to itself: {ring}; leave successor_code of the last of them empty";
        }

        // What follows ends later: so no chain of good lines comes round.
        return byCode.GetValueOrDefault(next)?.ValidTo is { } nextEnd && nextEnd <= end
            ? $"successor_code '{next}' exists until {nextEnd:O} and so no longer than '{code}'; name who goes on after {end:O}"
            : null;
    }

    /// <returns>The codes from an organisation round to itself; null where they come to an end, or round to another one.</returns>
    private static string? ChainOf(Organisation organisation, Dictionary<string, Organisation> byCode)
    {
        var chain = new List<string> { organisation.Code };
        for (var next = organisation.SuccessorCode; next is not null && byCode.TryGetValue(next, out var one); next = one.SuccessorCode)
        {
            if (next == organisation.Code)
            {
                return string.Join(", ", [.. chain, next]);
            }

            if (chain.Contains(next))
            {
                return null;
            }

            chain.Add(next);
        }

        return null;
    }
}
