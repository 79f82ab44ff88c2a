package io.loanflow.application.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.application.ApplicationData;
import io.loanflow.platform.Blank;
import io.loanflow.platform.JsonText;
import io.loanflow.platform.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * What a start carries: the whole application as JSON, or flat fields (those of the application, one borrower, one security),
 * or both, where a flat field has the last word. Either way it ends as the one JSON that the first step reads.
 */
final class StartVariables {

    private static final List<String> BORROWER_FIELDS = List.of(
            "kind",
            "title",
            "first_name",
            "last_name",
            "date_of_birth",
            "email",
            "phone",
            "marital_status",
            "residency_status",
            "referral_source",
            "annual_income",
            "other_annual_income",
            "monthly_expenses",
            "company_name",
            "abn",
            "acn",
            "business_type",
            "industry",
            "years_in_business",
            "is_trustee",
            "is_smsf_trustee");
    private static final List<String> SECURITY_FIELDS = List.of(
            "property_type", "occupancy", "estimated_value", "purchase_price", "current_mortgagee", "current_debt");
    private static final List<String> ADDRESS_FIELDS =
            List.of("unit", "street_number", "street_name", "suburb", "state", "postcode", "country");

    static final Set<String> NAMES = names();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StartVariables() {}

    /** Reads the application and takes every start variable out of the instance. */
    static JsonNode take(DelegateExecution execution) {
        var application = whole(execution.getVariable(LoanOriginationContract.APPLICATION));
        if (application instanceof ObjectNode object) {
            put(execution, "", ApplicationData.FLAT_FIELDS, object);
            putFirst(object, "borrowers", borrower(execution));
            putFirst(object, "securities", security(execution));
            putUnknown(execution, object);
        }
        execution.removeVariables(NAMES);
        return application;
    }

    private static JsonNode whole(@Nullable Object variable) {
        if (variable == null || Blank.is(variable.toString())) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonText.check(variable.toString(), "/" + LoanOriginationContract.APPLICATION);
        try {
            return JSON.readTree(variable.toString());
        } catch (JsonProcessingException e) {
            throw Problem.badInput("/application", "malformed_json", "application is not well-formed JSON.");
        }
    }

    private static ObjectNode borrower(DelegateExecution execution) {
        var borrower = JsonNodeFactory.instance.objectNode();
        put(execution, "borrower_", BORROWER_FIELDS, borrower);
        boolean company = "company".equals(borrower.path("kind").asText());
        putAddress(execution, "borrower_", borrower, company ? "registered_address" : "residential_address");
        return borrower;
    }

    private static ObjectNode security(DelegateExecution execution) {
        var security = JsonNodeFactory.instance.objectNode();
        put(execution, "security_", SECURITY_FIELDS, security);
        putAddress(execution, "security_", security, "address");
        return security;
    }

    private static void putAddress(DelegateExecution execution, String prefix, ObjectNode owner, String name) {
        var address = JsonNodeFactory.instance.objectNode();
        put(execution, prefix, ADDRESS_FIELDS, address);
        if (!address.isEmpty()) {
            owner.set(name, address);
        }
    }

    private static void put(DelegateExecution execution, String prefix, List<String> fields, ObjectNode target) {
        for (var field : fields) {
            var value = execution.getVariable(prefix + field);
            if (value instanceof Boolean answer) {
                target.put(field, answer);
            } else if (value != null && !Blank.is(value.toString())) {
                target.put(field, value.toString());
            }
        }
    }

    /** What has no place in an application is handed on all the same, so that it is refused with everything else. */
    private static void putUnknown(DelegateExecution execution, ObjectNode application) {
        execution.getVariableNames().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> application.put(name, String.valueOf(execution.getVariable(name))));
    }

    private static void putFirst(ObjectNode application, String list, ObjectNode value) {
        if (value.size() > 0) {
            application.withArray("/" + list).insert(0, value);
        }
    }

    private static Set<String> names() {
        var names = new HashSet<String>();
        names.add(LoanOriginationContract.APPLICATION);
        names.addAll(ApplicationData.FLAT_FIELDS);
        Map.of("borrower_", BORROWER_FIELDS, "security_", SECURITY_FIELDS).forEach((prefix, fields) -> {
            fields.forEach(field -> names.add(prefix + field));
            ADDRESS_FIELDS.forEach(field -> names.add(prefix + field));
        });
        return Set.copyOf(names);
    }
}
