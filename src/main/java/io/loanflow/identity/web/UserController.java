package io.loanflow.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.GroupClaims;
import io.loanflow.identity.OwnData;
import io.loanflow.identity.Profile;
import io.loanflow.identity.Profiles;
import io.loanflow.identity.UserData;
import io.loanflow.identity.UserFilter;
import io.loanflow.identity.UserRemoval;
import io.loanflow.identity.Users;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users: admins write, staff read, everybody meets themselves. */
@RestController
@Tag(name = "Users")
@RequestMapping("/api/users")
class UserController {

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "a.id",
            "email", "lower(a.email)",
            "first_name", "lower(a.first_name)",
            "last_name", "lower(a.last_name)",
            "active", "a.active",
            "created_at", "a.created_at");

    private final Profiles profiles;
    private final Users users;
    private final UserRemoval removal;
    private final GroupClaims claims;
    private final CurrentUser currentUser;

    UserController(Profiles profiles, Users users, UserRemoval removal, GroupClaims claims, CurrentUser currentUser) {
        this.profiles = profiles;
        this.users = users;
        this.removal = removal;
        this.claims = claims;
        this.currentUser = currentUser;
    }

    @GetMapping
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "Users")
    @Refuses(400)
    Page<Profile> list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "group", required = false) @Nullable String group,
            @RequestParam(name = "active", required = false) @Nullable Boolean active,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        var asked = PageRequest.of(page, size, sort, SORTABLE, "lower(a.email)");
        return profiles.list(currentUser.get(), new UserFilter(search, group, active), asked);
    }

    @PostMapping
    @Keyless
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(summary = "Create a user; one without a password is sent a link for choosing it")
    @Refuses(409)
    @ApiResponse(
            responseCode = "201",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = UserData.class)))
    ResponseEntity<Profile> create(@RequestBody JsonNode user) {
        var created = users.create(user);
        return tagged(ResponseEntity.created(URI.create("/api/users/" + created.id())), created);
    }

    @GetMapping("/{id}")
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "Read a user")
    @Refuses(404)
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    ResponseEntity<Profile> read(@PathVariable("id") String id) {
        return tagged(ResponseEntity.ok(), profiles.find(currentUser.get(), id));
    }

    @PatchMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.VISIBLE, groups = "admin")
    @Operation(summary = "Change a user by a JSON merge patch")
    @Refuses({403, 404, 409, 412})
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = UserData.class)))
    ResponseEntity<Profile> change(
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var admin = admin(id);
        return tagged(
                ResponseEntity.ok(), users.change(admin, id, patch, version -> EntityTag.matches(ifMatch, version)));
    }

    @DeleteMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.VISIBLE, groups = "admin")
    @Operation(summary = "Delete a user whom nothing needs")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("id") String id) {
        admin(id);
        removal.delete(id);
    }

    @GetMapping("/me")
    @OpenTo(OpenTo.Rows.OWN)
    @Operation(summary = "The caller")
    Profile me() {
        var caller = currentUser.get();
        return profiles.find(caller, caller.userId());
    }

    @PatchMapping("/me")
    @OpenTo(OpenTo.Rows.OWN)
    @Operation(summary = "Change the caller's names or phone by a JSON merge patch; nothing else of them")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = OwnData.class)))
    Profile changeMe(@RequestBody JsonNode patch) {
        var id = currentUser.get().userId();
        claims.note(patch, id);
        return users.changeOwn(id, patch);
    }

    /** 404 for whoever may not know of the user, then 403 for whoever may not write. */
    private Viewer admin(String id) {
        var caller = currentUser.get();
        profiles.find(caller, id);
        if (!caller.in("admin")) {
            throw Problem.forbidden("Users are changed by admins.");
        }
        return caller;
    }

    private static ResponseEntity<Profile> tagged(ResponseEntity.BodyBuilder answer, Profile user) {
        return answer.eTag(EntityTag.of(user.version())).body(user);
    }
}
