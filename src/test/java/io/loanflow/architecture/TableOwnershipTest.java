package io.loanflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A table belongs to the feature in the name of the migration that creates it, and only that feature writes it. */
@Tag("fast")
class TableOwnershipTest {

    private static final Pattern MIGRATION = Pattern.compile("V\\d+__([a-z]+)_[a-z_]+\\.sql");
    private static final Pattern CREATE =
            Pattern.compile("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITE = Pattern.compile(
            "(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate|(?<!for )update)\\s+(?:only\\s+)?(\\w+)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void nobodyWritesAnotherFeaturesTables() {
        var owners = owners();

        assertThat(owners).isNotEmpty();
        assertThat(foreignWrites(Sources.below(Sources.CODE, ".java"), owners)).isEmpty();
    }

    @Test
    void someWriteIsSeenAtAll() {
        assertThat(Sources.below(Sources.CODE, ".java").values().stream().flatMap(TableOwnershipTest::written))
                .isNotEmpty();
    }

    @Test
    void everyMigrationIsNamedAfterAFeature() {
        assertThat(migrations().keySet())
                .allSatisfy(file -> assertThat(Sources.CODE.resolve(feature(file)))
                        .as("the feature of %s", file)
                        .isDirectory());
    }

    @Test
    void aWriteToAnothersTableIsFound() {
        var sources = Sources.below(Sources.VIOLATIONS.resolve("tables"), ".java");

        assertThat(foreignWrites(sources, Map.of("application", "application")))
                .containsExactly("people/WritesAnothersTable.java writes application, which belongs to application");
    }

    private static List<String> foreignWrites(Map<Path, String> sources, Map<String, String> owners) {
        return new TreeMap<>(sources)
                .entrySet().stream()
                        .flatMap(source -> written(source.getValue())
                                .filter(table -> owners.containsKey(table)
                                        && !source.getKey().startsWith(owners.get(table)))
                                .map(table -> "%s writes %s, which belongs to %s"
                                        .formatted(source.getKey(), table, owners.get(table))))
                        .toList();
    }

    private static Stream<String> written(String source) {
        return WRITE.matcher(source).results().map(TableOwnershipTest::name);
    }

    private static Map<String, String> owners() {
        var owners = new TreeMap<String, String>();
        migrations()
                .forEach((file, sql) ->
                        CREATE.matcher(sql).results().forEach(created -> owners.put(name(created), feature(file))));
        return owners;
    }

    private static Map<Path, String> migrations() {
        return Sources.below(Sources.RESOURCES.resolve("db/migration"), ".sql");
    }

    private static String feature(Path migration) {
        var matcher = MIGRATION.matcher(migration.toString());
        assertThat(matcher.matches())
                .as("%s is named V<number>__<feature>_<what>.sql", migration)
                .isTrue();
        return matcher.group(1);
    }

    private static String name(MatchResult result) {
        return result.group(1).toLowerCase(Locale.ROOT);
    }
}
