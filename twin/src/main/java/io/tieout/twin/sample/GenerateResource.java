package io.tieout.twin.sample;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Makes many billing sheets, rows and customers for storms and measurements: `{"sheets": 50,
/// "rows": 1000, "customers": 1000}`. With `"crowded": 5` the first five sheets have all the rows
/// but one in each of the others. Answers the sheets with their columns and rows.
@Path("/twin/generate")
class GenerateResource {
    private static final String REALM = "9130350000000001";

    private final Generator generator;

    GenerateResource(Generator generator) {
        this.generator = generator;
    }

    /// What is absent is one sheet, a thousand rows, as many customers as rows.
    public record Wanted(
            @Nullable String realm,
            @Nullable Integer sheets,
            @Nullable Integer rows,
            @Nullable Integer customers,
            @Nullable Integer crowded) {
        Generator.Wish wish() {
            int sheetsOrOne = sheets == null ? 1 : sheets;
            int rowsOrMany = rows == null ? 1_000 : rows;
            return new Generator.Wish(
                    realm == null ? REALM : realm,
                    sheetsOrOne,
                    rowsOrMany,
                    customers == null ? Math.clamp(rowsOrMany, 1, 10_000) : customers,
                    crowded == null ? sheetsOrOne : crowded);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String generate(Wanted wanted) {
        try {
            return generator.generate(wanted.wish()).toString();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
