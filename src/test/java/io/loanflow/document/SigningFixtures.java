package io.loanflow.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Evidence of signings, made by the real chain, kept in memory. */
public final class SigningFixtures {

    public static final long SIGNING = 12;
    public static final String DRAWN =
            "M 10 60 C 30 10 50 10 60 60 C 70 90 20 90 40 50 L 90 40 Q 110 20 130 60 C 150 90 170 20 190 50 L 240 45";

    private final List<Evidence> rows = new ArrayList<>();
    private final EvidenceChain chain = new EvidenceChain(new Memory(), ticking());
    private final Document document;

    private SigningFixtures(Document document) {
        this.document = document;
    }

    /** People who sign one after the other, the last one by drawing. */
    public static List<Evidence> of(Document document, String... names) {
        var signing = new SigningFixtures(document);
        signing.add(Evidence.Kind.STARTED, null, Map.of("name", "Brenda Bdm"));
        IntStream.range(0, names.length).forEach(index -> signing.signed(index + 1L, names[index], index));
        signing.add(Evidence.Kind.COMPLETED, null, Map.of());
        return signing.rows;
    }

    private void signed(long signer, String name, int index) {
        boolean login = index % 2 == 0;
        var by = new SignedBy(
                name,
                login ? SignedBy.PASSWORD : SignedBy.LINK,
                login ? "U7K2M9QX" : null,
                "signer" + signer + "@example.com",
                login ? "203.0.113.17" : "2001:db8:85a3::8a2e:370:7334",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36");
        add(Evidence.Kind.ASKED, signer, Map.of("name", name, "email", "signer" + signer + "@example.com"));
        add(Evidence.Kind.OPENED, signer, by.facts());
        var signature = index == 1 ? new Signature(Signature.DRAWN, DRAWN) : new Signature(Signature.TYPED, name);
        add(Evidence.Kind.SIGNED, signer, by.facts(signature));
    }

    private void add(Evidence.Kind kind, @org.jspecify.annotations.Nullable Long signer, Map<String, String> facts) {
        chain.append(SIGNING, document.id(), document.content().sha256(), kind, signer, facts);
    }

    private static Clock ticking() {
        var start = Instant.now();
        return new Clock() {
            private int ticks;

            @Override
            public ZoneId getZone() {
                return ZoneId.of("Australia/Sydney");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return start.minus(Duration.ofHours(2)).plusSeconds(61L * ticks++);
            }
        };
    }

    private final class Memory implements EvidenceLog {

        @Override
        public void lock(long signingId) {}

        @Override
        public void add(Evidence row) {
            rows.add(row);
        }

        @Override
        public Optional<Evidence> last(long signingId) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
        }

        @Override
        public List<Evidence> of(long signingId) {
            return rows;
        }

        @Override
        public List<Evidence> ofDocument(long documentId) {
            return rows;
        }
    }
}
