package io.loanflow.servicing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.servicing.FundingCalculation;
import io.loanflow.servicing.FundingCalculation.FundingLine;
import io.loanflow.servicing.FundingCalculations;
import io.loanflow.servicing.FundingInputs;
import io.loanflow.servicing.KeptCalculation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Funding calculations in PostgreSQL. */
@Repository
class JdbcFundingCalculations implements FundingCalculations {

    private static final TypeReference<FundingInputs> INPUTS = new TypeReference<>() {};
    private static final TypeReference<List<FundingLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcFundingCalculations(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public KeptCalculation keep(String reference, Instant at, String by, FundingCalculation calculation) {
        return jdbc.sql("""
                        insert into funding_calculation
                            (reference, at, by_user, inputs, lines, total_fees, funds_available)
                        values (:reference, :at, :by, :inputs::jsonb, :lines::jsonb, :fees, :funds)
                        returning *""")
                .param("reference", reference)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("inputs", write(calculation.inputs()))
                .param("lines", write(calculation.lines()))
                .param("fees", calculation.totalFees())
                .param("funds", calculation.fundsAvailable())
                .query(this::kept)
                .single();
    }

    @Override
    public List<KeptCalculation> of(String reference, int limit) {
        return jdbc.sql("select * from funding_calculation where reference = :reference order by id desc limit :limit")
                .param("reference", reference)
                .param("limit", limit)
                .query(this::kept)
                .list();
    }

    private KeptCalculation kept(ResultSet row, int number) throws SQLException {
        return new KeptCalculation(
                row.getLong("id"),
                row.getString("reference"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_user"),
                new FundingCalculation(
                        read(row.getString("inputs"), INPUTS),
                        read(row.getString("lines"), LINES),
                        row.getBigDecimal("total_fees"),
                        row.getBigDecimal("funds_available")));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
