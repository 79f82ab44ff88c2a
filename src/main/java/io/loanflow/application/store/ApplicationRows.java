package io.loanflow.application.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.application.ApplicationData;
import io.loanflow.application.Linked;
import io.loanflow.application.LoanApplication;
import io.loanflow.platform.input.InputReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an application becomes a row, and a row an application. */
@Component
class ApplicationRows {

    /** Columns that hold what was entered, by the names of the fields. */
    static final List<String> COLUMNS = Stream.concat(
                    ApplicationData.FLAT_FIELDS.stream(), Stream.of("solvency", "fund_uses", "securities"))
            .toList();

    private final InputReader inputs;
    private final ObjectMapper json;

    ApplicationRows(InputReader inputs, ObjectMapper json) {
        this.inputs = inputs;
        this.json = json;
    }

    /** People are read only after the row, so that one application never holds two connections. */
    record Stored(LoanApplication application, Linked people) {}

    /** What was entered as JSON with a member for each column. */
    ObjectNode columns(ApplicationData data) {
        var columns = (ObjectNode) inputs.write(data);
        columns.remove(List.of("borrowers", "guarantors"));
        for (var list : List.of("fund_uses", "securities")) {
            if (!columns.has(list)) {
                columns.putArray(list);
            }
        }
        return columns;
    }

    /** Reads what {@link JdbcLoanApplications} selects. */
    Stored read(ResultSet row) throws SQLException {
        return new Stored(
                new LoanApplication(
                        row.getString("reference"),
                        entered(row.getString("entered")),
                        List.of(),
                        List.of(),
                        valuation(row),
                        survey(row),
                        row.getString("created_by"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getLong("version")),
                new Linked(ids(row, "borrowers"), ids(row, "guarantors")));
    }

    private static List<Long> ids(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }

    private ApplicationData entered(String stored) {
        try {
            JsonNode tree = json.readTree(stored);
            var data = inputs.tryRead(((ObjectNode) tree).retain(COLUMNS), ApplicationData.class)
                    .value();
            if (data == null) {
                throw new IllegalStateException("A stored application cannot be read");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Integer id(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, Long.class);
        return id == null ? null : Math.toIntExact(id);
    }

    private static LoanApplication.@Nullable Valuation valuation(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("valuation_amount");
        return amount == null
                ? null
                : new LoanApplication.Valuation(
                        amount,
                        row.getObject("valuation_date", LocalDate.class),
                        id(row, "valuer_id"),
                        row.getString("valuation_by"));
    }

    private static LoanApplication.@Nullable Survey survey(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("survey_amount");
        return amount == null
                ? null
                : new LoanApplication.Survey(
                        amount, row.getObject("survey_date", LocalDate.class), id(row, "quantity_surveyor_id"));
    }
}
