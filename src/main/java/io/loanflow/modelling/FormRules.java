package io.loanflow.modelling;

import java.util.HashSet;
import java.util.Set;

/** A form uses what Tasklist can show, and each of its fields has a key of its own and a label. */
final class FormRules {

    /** The newest form schema that the engine's Tasklist reads. */
    private static final int NEWEST_SCHEMA = 16;

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "checkbox", "select", "radio", "datetime");
    private static final Set<String> SHOWN = Set.of("text", "group", "spacer", "separator");

    private FormRules() {}

    static void check(CheckedForm form, Findings findings) {
        var file = form.file();
        FileRules.nameIsId(file, "form", form.id(), findings);
        if (form.json().path("schemaVersion").asInt() > NEWEST_SCHEMA) {
            findings.add(
                    file,
                    null,
                    "The form was made for a newer Tasklist than ours. Set the execution platform to the engine's version.");
        }
        var keys = new HashSet<String>();
        for (var component : form.components()) {
            var type = component.path("type").asText();
            var key = component.path("key").asText();
            var id = component.path("id").asText();
            if (!INPUTS.contains(type) && !SHOWN.contains(type)) {
                findings.add(
                        file, id, "A field of the type \"" + type + "\" cannot be used. Known are " + known() + ".");
            } else if (INPUTS.contains(type)) {
                checkKey(file, id, key, keys, findings);
                if (component.path("label").asText().isBlank()
                        && component.path("dateLabel").asText().isBlank()) {
                    findings.add(file, id, "The field \"" + key + "\" has no label. Say what is to be entered.");
                }
            }
        }
    }

    private static void checkKey(ModelFile file, String id, String key, Set<String> keys, Findings findings) {
        if (!key.matches("[A-Za-z]\\w*")) {
            findings.add(file, id, "The key \"" + key + "\" is not one word of letters, digits and _. Change it.");
        } else if (!keys.add(key)) {
            findings.add(file, id, "Two fields have the key \"" + key + "\". Give one of them another key.");
        }
    }

    private static String known() {
        var all = new HashSet<>(INPUTS);
        all.addAll(SHOWN);
        return Findings.list(all);
    }
}
