package io.loanflow.document.seal;

import io.loanflow.document.Document;
import io.loanflow.document.Evidence;
import io.loanflow.document.SealCheck;
import io.loanflow.document.SealStatement;
import io.loanflow.document.SealedCopy;
import io.loanflow.document.Seals;
import io.loanflow.document.Unsealable;
import io.loanflow.platform.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;

/** Seals as PAdES baseline signatures over the original and the certificate page. */
@Service
class PadesSeals implements Seals {

    /** What may be added to an original, and so how far back a seal is looked for. */
    static final int MOST_ADDED = 8 * 1024 * 1024;

    private final LenderKey lender;
    private final TimeStamps timeStamps;
    private final Clock clock;
    private final BinderProcess binder = new BinderProcess();

    PadesSeals(LenderKey lender, TimeStamps timeStamps, Clock clock) {
        this.lender = lender;
        this.timeStamps = timeStamps;
        this.clock = clock;
    }

    @Override
    public SealedCopy seal(Document document, InputStream original, List<Evidence> evidence) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!LenderKey.coveredBy(lender.certificate(), now)) {
            throw new IllegalStateException("The lender's certificate is not valid now: renew loanflow.seal.keystore");
        }
        try (var scratch = Scratch.make()) {
            var order = new BinderOrder(
                    scratch.file("original.pdf"),
                    scratch.file("certificate.pdf"),
                    scratch.file("evidence.json"),
                    scratch.file("bound.pdf"),
                    lender.name(),
                    SealStatement.of(evidence).text(),
                    now);
            Files.copy(original, order.original());
            var certificate = new Certificate(lender.name(), clock.getZone());
            CertificatePage.print(certificate.of(document, evidence), order.certificate());
            Files.write(order.evidence(), EvidenceFile.of(document, evidence));
            return signed(bound(document, scratch, order), order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What we have made ourselves can be read here; what people handed in is read where it can break nothing. */
    private Gap bound(Document document, Scratch scratch, BinderOrder order) throws IOException {
        if (!document.generated()) {
            return binder.bind(scratch.folder(), order);
        }
        try {
            return Gap.of(Binder.bind(order), Files.size(order.bound()));
        } catch (BinderRefusal refused) {
            throw new Unsealable("The document cannot be sealed: " + refused.getMessage() + ".");
        }
    }

    private SealedCopy signed(Gap gap, BinderOrder order) throws IOException {
        long original = Files.size(order.original());
        if (Files.mismatch(order.original(), order.bound()) != original || gap.from() < original) {
            throw new Unsealable("The document cannot be sealed: something would have to change in it.");
        }
        if (Files.size(order.bound()) - original > MOST_ADDED) {
            throw new Unsealable("The certificate of the document is too large.");
        }
        gap.fill(
                order.bound(),
                timeStamps.stamp(new Signer(lender).sign(order.bound(), gap)).getEncoded());
        var sealed = TemporaryFiles.create(".sealed");
        return new SealedCopy(Files.move(order.bound(), sealed, StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public SealCheck check(InputStream sealed) {
        try (var scratch = Scratch.make()) {
            var file = scratch.file("sealed.pdf");
            Files.copy(sealed, file);
            return new SealReader(lender).check(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
