package io.loanflow.modelling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is written between <code>${</code> and <code>}</code>.
 *
 * @param text the whole text it occurs in
 * @param variables names it reads
 * @param calls names it asks to do something, or looks into
 */
record Expression(String text, Set<String> variables, Set<String> calls) {

    private static final Pattern START = Pattern.compile("[$#]\\{");
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_$][\\w$]*)\\s*([.(\\[:]?)");
    private static final Pattern INTO_A_VALUE = Pattern.compile("(?<![\\w$\\s])\\s*[.\\[]\\s*[A-Za-z_$'\"]");
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "empty",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "instanceof");

    static boolean in(String text) {
        return START.matcher(text).find();
    }

    /** Everything from the first opening bracket on counts, closed or not, nested or not. */
    static Expression of(String text) {
        var inside = new ArrayList<String>(List.of(START.split(text, -1)));
        inside.remove(0);
        var variables = new LinkedHashSet<String>();
        var calls = new LinkedHashSet<String>();
        for (var part : inside) {
            var code = STRING.matcher(beforeTheEnd(part)).replaceAll("''");
            if (INTO_A_VALUE.matcher(code).find()) {
                calls.add("a value");
            }
            var matcher = NAME.matcher(code);
            while (matcher.find()) {
                var name = matcher.group(1);
                if (!WORDS.contains(name)) {
                    boolean reaches = !matcher.group(2).isEmpty() && !":".equals(matcher.group(2));
                    (reaches ? calls : variables).add(name);
                }
            }
        }
        return new Expression(text.strip(), variables, calls);
    }

    private static String beforeTheEnd(String part) {
        var withoutStrings = STRING.matcher(part)
                .replaceAll(found -> " ".repeat(found.group().length()));
        var end = withoutStrings.indexOf('}');
        return end < 0 ? part : part.substring(0, end);
    }
}
