package io.loanflow.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that the caller can do something about; every door turns it into an RFC 9457 problem answer. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extras;

    private Problem(int status, String title, String detail, List<Violation> violations, Map<String, ?> extras) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.violations = List.copyOf(violations);
        this.extras = new LinkedHashMap<>(extras);
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of(), Map.of());
    }

    /** A refusal of any status whose reasons have codes and pointers. */
    public static Problem of(int status, String title, List<Violation> violations) {
        return new Problem(status, title, sentence(violations), violations, Map.of());
    }

    /** 400: the request itself is wrong; all violations at once. */
    public static Problem badInput(List<Violation> violations) {
        return new Problem(400, "The request is not valid", sentence(violations), violations, Map.of());
    }

    public static Problem badInput(String pointer, String code, String detail) {
        return badInput(List.of(new Violation(pointer, code, detail)));
    }

    /** 401: nobody is logged in, or not any more. */
    public static Problem unauthorized(String detail) {
        return of(401, "Log-in needed", detail);
    }

    /** 403: logged in, but this is for others. */
    public static Problem forbidden(String detail) {
        return of(403, "Not allowed", detail);
    }

    /** 404: absent, or not this caller's to know of. */
    public static Problem notFound(String what) {
        return of(404, "Not found", "There is no " + what + " that you may see.");
    }

    /** 409: it does not fit the present state; {@code extras} say what that is. */
    public static Problem conflict(String detail, Map<String, ?> extras) {
        return new Problem(409, "Not possible now", detail, List.of(), extras);
    }

    /** 410: what was asked for was there and is no more, for good. */
    public static Problem gone(String detail) {
        return of(410, "Gone", detail);
    }

    /** 412: the caller's version is not the present one. */
    public static Problem preconditionFailed(String detail) {
        return of(412, "Changed in the meantime", detail);
    }

    /** 422: the gate of a stage transition is closed, with every reason. */
    public static Problem gateClosed(List<Violation> violations) {
        return new Problem(422, "The gate is closed", sentence(violations), violations, Map.of());
    }

    /** 422: what was asked for needs values that are not there, each named. */
    public static Problem incomplete(List<Violation> violations) {
        return new Problem(422, "Values are missing", sentence(violations), violations, Map.of());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extras() {
        return extras;
    }

    private static String sentence(List<Violation> violations) {
        return violations.size() == 1
                ? violations.get(0).detail()
                : violations.size() + " things are wrong; each is named under violations.";
    }
}
