package io.loanflow.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.document.Contents;
import io.loanflow.document.Document;
import io.loanflow.document.Signature;
import io.loanflow.document.SigningAnswers;
import io.loanflow.document.StoredContent;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.web.OpenTo;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page calls on which people sign who have no log-in. The secret part of their link says who they are. */
@Hidden
@RestController
@RequestMapping("/sign")
class SignController {

    private final SigningAnswers answers;
    private final Contents contents;
    private final InputReader inputs;
    private final String lender;

    SignController(
            SigningAnswers answers,
            Contents contents,
            InputReader inputs,
            @Value("${loanflow.lender.name:Loanflow}") String lender) {
        this.answers = answers;
        this.contents = contents;
        this.inputs = inputs;
        this.lender = lender;
    }

    record Details(Shown document, String lender, Self signer, List<Other> others, Instant expiresAt) {}

    record Shown(
            String title,
            String documentType,
            String fileName,
            int version,
            long size,
            String sha256,
            String application) {}

    record Self(String name, @Nullable String emailMasked) {}

    record Other(String name, String state) {}

    /** @param othersToSign how many have still to sign */
    record Answered(
            String status, int othersToSign, @Nullable String copy) {}

    /** @param sha256 of the version that the signer was shown */
    record Signed(
            @NotNull(message = "is needed") @Size(max = 200, message = "has at most {max} characters") @Nullable
            String name,

            @NotNull(message = "is needed") @Valid @Nullable Signature signature,
            @Nullable String sha256) {}

    @GetMapping("/{token}/details")
    @OpenTo(OpenTo.Rows.ANYONE)
    ResponseEntity<Details> details(@PathVariable String token) {
        var met = answers.open(token);
        var document = met.document();
        var details = new Details(
                new Shown(
                        document.title(),
                        document.type(),
                        document.fileName(),
                        document.version(),
                        document.content().size(),
                        document.content().sha256(),
                        document.reference()),
                lender,
                new Self(met.signer().name(), masked(met.signer().email())),
                met.signing().signers().stream()
                        .filter(signer -> signer.id() != met.signer().id())
                        .map(signer -> new Other(signer.name(), signer.state()))
                        .toList(),
                met.signing().expiresAt());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(details);
    }

    @GetMapping("/{token}/content")
    @OpenTo(OpenTo.Rows.ANYONE)
    ResponseEntity<InputStreamResource> content(@PathVariable String token) {
        var document = answers.byLink(token).document();
        return bytes(document, document.content(), "inline");
    }

    @PostMapping("/{token}")
    @OpenTo(OpenTo.Rows.ANYONE)
    @ResponseStatus(HttpStatus.CREATED)
    Answered sign(@PathVariable String token, @RequestBody JsonNode sent) {
        var met = answers.byLink(token);
        var signed = inputs.read(sent, Signed.class);
        if (signed.sha256() != null
                && !signed.sha256().equals(met.document().content().sha256())) {
            throw Problem.conflict(
                    "What you were shown is not what is to be signed now. Load the page again.", Map.of());
        }
        answers.give(token, SigningController.signed(new SigningController.Signed(signed.name(), signed.signature())));
        return answered(met, answers.pathToCopy(met.signer().id()));
    }

    @PostMapping("/{token}/refusal")
    @OpenTo(OpenTo.Rows.ANYONE)
    Answered refuse(@PathVariable String token, @RequestBody JsonNode sent) {
        var met = answers.byLink(token);
        answers.give(token, SigningController.refused(inputs.read(sent, SigningController.Refused.class)));
        return answered(met, null);
    }

    private Answered answered(SigningAnswers.ByLink met, @Nullable String copy) {
        return new Answered(
                answers.status(met.document().id()),
                answers.outstanding(met.document().id()),
                copy);
    }

    @GetMapping("/copies/{token}")
    @OpenTo(OpenTo.Rows.ANYONE)
    ResponseEntity<InputStreamResource> copy(@PathVariable String token) {
        var document = answers.copy(token);
        var signed = document.signed();
        if (signed == null) {
            throw Problem.conflict("Not everybody has signed yet.", Map.of("status", document.status()));
        }
        return bytes(document, signed, "attachment");
    }

    private ResponseEntity<InputStreamResource> bytes(Document document, StoredContent content, String disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(content.size())
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .header(
                        "Content-Disposition",
                        ContentDisposition.builder(disposition)
                                .filename(document.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(() -> contents.open(content.sha256())));
    }

    private static @Nullable String masked(@Nullable String email) {
        return email == null ? null : email.replaceFirst("^(.).*(@.*)$", "$1***$2");
    }
}
