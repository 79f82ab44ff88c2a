package io.loanflow.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.document.Signature;
import io.loanflow.document.SigningAnswers;
import io.loanflow.document.SigningInputs;
import io.loanflow.document.SigningRequests;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends documents for signing, and takes the answers of signers who are logged in. */
@RestController
@RequestMapping("/api/documents/{id}")
@Tag(name = "Documents")
class SigningController {

    private final SigningRequests requests;
    private final SigningAnswers answers;
    private final SigningResources resources;
    private final InputReader inputs;
    private final CurrentUser currentUser;

    SigningController(
            SigningRequests requests,
            SigningAnswers answers,
            SigningResources resources,
            InputReader inputs,
            CurrentUser currentUser) {
        this.requests = requests;
        this.answers = answers;
        this.resources = resources;
        this.inputs = inputs;
        this.currentUser = currentUser;
    }

    record Signed(
            @NotNull(message = "is needed") @Size(max = 200, message = "has at most {max} characters") @Nullable
            String name,

            @NotNull(message = "is needed") @Valid @Nullable Signature signature) {}

    record Refused(
            @Size(max = 4000, message = "has at most {max} characters") @Nullable
            String reason) {}

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/signing")
    @Operation(summary = "Who has to sign, who has, and the evidence")
    @Refuses(404)
    SigningResource read(@PathVariable long id) {
        return resources.of(id, currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd", "broker"})
    @PostMapping("/signing")
    @Operation(summary = "Send a document for signing")
    @Refuses({403, 404, 409, 422})
    @ResponseStatus(HttpStatus.CREATED)
    SigningResource start(@PathVariable long id) {
        requests.request(id, currentUser.get());
        return read(id);
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/signatures")
    @Operation(summary = "Sign, when it is your turn")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Signed.class)))
    SigningResource sign(@PathVariable long id, @RequestBody JsonNode sent) {
        answers.give(id, currentUser.get(), () -> signed(inputs.read(sent, Signed.class)));
        return read(id);
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/refusal")
    @Operation(summary = "Refuse to sign, when it is your turn")
    @Refuses({403, 404, 409, 422})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Refused.class)))
    SigningResource refuse(@PathVariable long id, @RequestBody JsonNode sent) {
        answers.give(id, currentUser.get(), () -> refused(inputs.read(sent, Refused.class)));
        return read(id);
    }

    static Map<String, String> signed(Signed signed) {
        var signature = java.util.Objects.requireNonNull(signed.signature()).require("/signature");
        return Map.of(
                SigningInputs.DECISION,
                SigningInputs.SIGN,
                SigningInputs.NAME,
                java.util.Objects.requireNonNull(signed.name()),
                SigningInputs.KIND,
                signature.kind(),
                SigningInputs.VALUE,
                signature.value());
    }

    static Map<String, String> refused(Refused refused) {
        return Map.of(
                SigningInputs.DECISION,
                SigningInputs.REFUSE,
                SigningInputs.REASON,
                refused.reason() == null ? "" : refused.reason());
    }
}
