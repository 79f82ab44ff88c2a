package io.loanflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DatabaseTest {

    @Test
    void givesEveryoneAnEmptyDatabase() {
        var first = Database.create();
        var second = Database.create();

        first.client().sql("CREATE TABLE mine (id int)").update();

        assertThat(tables(first)).isEqualTo(1);
        assertThat(tables(second)).isZero();
    }

    @Test
    void hasTheExtensionsThatTheMigrationsUse() {
        var database = Database.create();

        assertThat(database.client().sql("CREATE EXTENSION pg_trgm").update()).isZero();
    }

    private static int tables(Database database) {
        return database.client()
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .query(Integer.class)
                .single();
    }
}
