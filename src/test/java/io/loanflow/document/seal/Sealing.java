package io.loanflow.document.seal;

import io.loanflow.document.Document;
import io.loanflow.document.Evidence;
import io.loanflow.document.Papers;
import io.loanflow.document.SealCheck;
import io.loanflow.document.Seals;
import io.loanflow.document.SigningFixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lender at work, without Spring. */
public final class Sealing {

    private final Seals seals;

    Sealing(LenderKey lender) {
        this(lender, null);
    }

    Sealing(LenderKey lender, @Nullable URI timestamps) {
        this.seals = new PadesSeals(
                lender,
                new TimeStamps(new SealSettings(null, null, null, timestamps)),
                Clock.system(ZoneId.of("Australia/Sydney")));
    }

    /** With the lender's key of the tests. */
    public static Sealing ours() {
        return new Sealing(Lenders.OURS);
    }

    public byte[] seal(byte[] original, String... names) {
        return seal(original, SigningFixtures.of(Papers.document(original), names));
    }

    /** As a document that the application has made itself. */
    public byte[] sealGenerated(byte[] original, String... names) {
        var document = Papers.document(original.length, Papers.sha256(original), true);
        return seal(document, original, SigningFixtures.of(document, names));
    }

    byte[] seal(byte[] original, List<Evidence> evidence) {
        return seal(Papers.document(original), original, evidence);
    }

    private byte[] seal(Document document, byte[] original, List<Evidence> evidence) {
        try (var sealed = seals.seal(document, new ByteArrayInputStream(original), evidence);
                var bytes = sealed.open()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SealCheck check(byte[] sealed) {
        return seals.check(new ByteArrayInputStream(sealed));
    }
}
