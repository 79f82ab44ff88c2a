package io.loanflow.identity.process;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.joda.time.DateTime;

/** The types of the engine and of Java on which an expression may call something, and what: they only read. */
final class HarmlessTypes {

    private static final Map<Class<?>, Set<String>> CALLABLE = new LinkedHashMap<>();

    static {
        CALLABLE.put(
                DelegateExecution.class,
                Set.of(
                        "getId",
                        "getProcessInstanceId",
                        "getProcessDefinitionId",
                        "getProcessBusinessKey",
                        "getBusinessKey",
                        "getCurrentActivityId",
                        "getCurrentActivityName",
                        "getEventName",
                        "getVariable",
                        "hasVariable"));
        CALLABLE.put(
                DelegateTask.class,
                Set.of(
                        "getId",
                        "getName",
                        "getAssignee",
                        "getCreateTime",
                        "getDueDate",
                        "getTaskDefinitionKey",
                        "getProcessInstanceId",
                        "getEventName"));
        CALLABLE.put(
                String.class,
                Set.of(
                        "length",
                        "isEmpty",
                        "isBlank",
                        "equals",
                        "equalsIgnoreCase",
                        "contains",
                        "startsWith",
                        "endsWith",
                        "toLowerCase",
                        "toUpperCase",
                        "trim"));
        CALLABLE.put(Collection.class, Set.of("size", "isEmpty", "contains"));
        CALLABLE.put(Map.class, Set.of("size", "isEmpty", "containsKey", "get"));
        CALLABLE.put(Date.class, Set.of("getTime", "before", "after"));
        CALLABLE.put(
                DateTime.class,
                Set.of(
                        "plusMinutes",
                        "plusHours",
                        "plusDays",
                        "plusWeeks",
                        "plusMonths",
                        "plusYears",
                        "minusDays",
                        "minusWeeks",
                        "minusMonths",
                        "withTimeAtStartOfDay",
                        "toDate"));
    }

    private HarmlessTypes() {}

    static Optional<Method> find(Object base, String name, int arguments) {
        return CALLABLE.entrySet().stream()
                .filter(entry ->
                        entry.getKey().isInstance(base) && entry.getValue().contains(name))
                .flatMap(entry -> Arrays.stream(entry.getKey().getMethods()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst();
    }
}
