package io.loanflow.application.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.application.Assessment;
import io.loanflow.application.AssessmentLog;
import io.loanflow.application.Assessments;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assessments in PostgreSQL. */
@Repository
class JdbcAssessmentLog implements AssessmentLog {

    private static final TypeReference<Map<String, BigDecimal>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Assessment.FiredRule>> RULES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcAssessmentLog(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void keep(String reference, Assessments.Kept kept) {
        var assessment = kept.assessment();
        jdbc.sql(
                        "insert into assessment (reference, at, inputs, ratios, rules, eligible, override_reason, by_user)"
                                + " values (:reference, :at, :inputs::jsonb, :ratios::jsonb, :rules::jsonb, :eligible, :override, :by)")
                .param("reference", reference)
                .param("at", Timestamp.from(kept.at()))
                .param("inputs", write(assessment.inputs()))
                .param("ratios", write(ratios(assessment)))
                .param("rules", write(assessment.rules()))
                .param("eligible", assessment.eligible())
                .param("override", kept.overrideReason())
                .param("by", kept.by())
                .update();
    }

    @Override
    public List<Assessments.Kept> of(String reference) {
        return jdbc.sql("select * from assessment where reference = :reference order by id")
                .param("reference", reference)
                .query(this::kept)
                .list();
    }

    private Assessments.Kept kept(ResultSet row, int number) throws SQLException {
        var ratios = read(row.getString("ratios"), NUMBERS);
        return new Assessments.Kept(
                row.getTimestamp("at").toInstant(),
                new Assessment(
                        read(row.getString("inputs"), NUMBERS),
                        ratios.get("dti"),
                        ratios.get("serviceability"),
                        ratios.get("lvr"),
                        read(row.getString("rules"), RULES)),
                row.getString("override_reason"),
                row.getString("by_user"));
    }

    private static Map<String, @Nullable BigDecimal> ratios(Assessment assessment) {
        var ratios = new HashMap<String, @Nullable BigDecimal>();
        ratios.put("dti", assessment.dti());
        ratios.put("serviceability", assessment.serviceability());
        ratios.put("lvr", assessment.lvr());
        return ratios;
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
