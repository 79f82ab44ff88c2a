package io.loanflow.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped table, row by row and at every boundary, so that no table can be added without its cases. */
@Tag("fast")
class TableRowsTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final BigDecimal STEP = new BigDecimal("0.0001");

    private final Set<String> hit = new TreeSet<>();
    private final DmnEngine engine = engine(hit);
    private final Map<String, DmnDecision> parsed = new HashMap<>();

    static Stream<String> tables() {
        return Models.shipped().files().stream()
                .filter(file -> "dmn".equals(file.extension()))
                .map(ModelFile::stem);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hasItsCases(String table) {
        assertThat(TableRows.exist(table))
                .as("The table %s has no cases; write them into %s.", table, TableRows.file(table))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void answersEveryCaseWithItsRows(String table) {
        for (var one : TableRows.of(table).cases()) {
            assertThat(rows(table, one.inputs()))
                    .as("%s of %s", table, one.inputs())
                    .isEqualTo(one.rules());
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hasACaseForEveryRowAndOneThatPassesARowWithACondition(String table) {
        var cases = TableRows.of(table).cases();
        for (var rule : model(table).getRules()) {
            assertThat(cases)
                    .as("a case that %s answers", rule.getId())
                    .anyMatch(one -> one.rules().contains(rule.getId()));
            if (isConditional(rule)) {
                assertThat(cases)
                        .as("a case that %s does not answer", rule.getId())
                        .anyMatch(one -> !one.rules().contains(rule.getId()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void keepsItsHitPolicyAtEveryCombinationOfBoundaries(String table) {
        var model = model(table);
        for (var inputs : combinations(model)) {
            assertThatCode(() -> rows(table, inputs))
                    .as("%s of %s", table, inputs)
                    .doesNotThrowAnyException();
            if (model.getHitPolicy() == HitPolicy.UNIQUE || model.getHitPolicy() == HitPolicy.FIRST) {
                assertThat(hit).as("%s of %s", table, inputs).hasSize(1);
            } else {
                assertThat(answers(table, inputs)).as("%s of %s", table, inputs).doesNotHaveDuplicates();
            }
        }
    }

    private Set<String> rows(String table, Map<String, @Nullable Object> inputs) {
        hit.clear();
        answers(table, inputs);
        return hit;
    }

    private List<Map<String, Object>> answers(String table, Map<String, @Nullable Object> inputs) {
        return engine.evaluateDecisionTable(parsed.computeIfAbsent(table, this::parse), inputs)
                .getResultList();
    }

    private DmnDecision parse(String table) {
        return engine.parseDecision(table, stream(table));
    }

    private static List<Map<String, @Nullable Object>> combinations(DecisionTable table) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(List.of(Map.of()));
        int column = 0;
        for (var input : table.getInputs()) {
            var name = input.getInputExpression().getText().getTextContent().strip();
            var next = new ArrayList<Map<String, @Nullable Object>>();
            for (var value : boundaries(table, input, column++)) {
                for (var before : all) {
                    var one = new HashMap<>(before);
                    one.put(name, value);
                    next.add(one);
                }
            }
            all = next;
        }
        return all;
    }

    /** Nothing, yes and no, each text that the column knows, and each number in it with its neighbours. */
    private static Set<@Nullable Object> boundaries(DecisionTable table, Input input, int column) {
        var values = new LinkedHashSet<@Nullable Object>();
        values.add(null);
        if ("boolean".equals(input.getInputExpression().getTypeRef())) {
            values.addAll(List.of(true, false));
        }
        var cells = new ArrayList<String>();
        if (input.getInputValues() != null) {
            cells.add(input.getInputValues().getText().getTextContent());
        }
        table.getRules().forEach(rule -> cells.add(entry(rule, column)));
        for (var cell : cells) {
            TEXT.matcher(cell).results().forEach(match -> values.add(TableRows.value(match.group())));
            NUMBER.matcher(TEXT.matcher(cell).replaceAll("")).results().forEach(match -> {
                var number = new BigDecimal(match.group());
                Stream.of(number.subtract(STEP), number, number.add(STEP))
                        .forEach(near -> values.add(near.doubleValue()));
            });
        }
        return values;
    }

    private static boolean isConditional(Rule rule) {
        return rule.getInputEntries().stream()
                .anyMatch(entry -> !Set.of("", "-")
                        .contains(entry.getText().getTextContent().strip()));
    }

    private static String entry(Rule rule, int column) {
        return List.copyOf(rule.getInputEntries()).get(column).getText().getTextContent();
    }

    private static DecisionTable model(String table) {
        var tables = Dmn.readModelFromStream(stream(table)).getModelElementsByType(DecisionTable.class);
        assertThat(tables).hasSize(1);
        return tables.iterator().next();
    }

    private static ByteArrayInputStream stream(String table) {
        return new ByteArrayInputStream(Models.shipped().files().stream()
                .filter(file -> file.name().equals(table + ".dmn"))
                .findFirst()
                .orElseThrow()
                .bytes());
    }

    private static DmnEngine engine(Collection<String> hit) {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(hit::add)));
        return configuration.buildEngine();
    }
}
