package io.loanflow.platform.web;

import io.loanflow.platform.DataFault;
import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns whatever goes wrong in a controller into a problem answer that a person understands. It takes everything, so whoever
 * knows one kind of fault better comes before it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Pattern SECRET = Pattern.compile("/[\\w-]{40,}");

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Problem problem, HttpServletRequest request) {
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return refused(
                Problem.badInput(
                        "/" + e.getName(), "wrong_type", "'" + e.getValue() + "' is not a valid " + e.getName() + "."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return refused(
                Problem.badInput("/" + e.getParameterName(), "missing", e.getParameterName() + " is needed."), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return refused(Problem.badInput(JsonViolations.of(e)), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> collided(ConcurrencyFailureException e, HttpServletRequest request) {
        return refused(
                Problem.conflict("Somebody else changed this at the same moment. Read it again and retry.", Map.of()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unstorable(DataIntegrityViolationException e, HttpServletRequest request) {
        LOG.info("The database refuses a value of {} {}", request.getMethod(), request.getRequestURI());
        return refused(DataFault.problem(e), request);
    }

    /** A header with characters that no header has. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> rejected(RequestRejectedException e, HttpServletRequest request) {
        return refused(
                Problem.badInput("", "malformed_header", "A header or parameter has characters that may not be in it."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> malformed(MultipartException e, HttpServletRequest request) {
        return refused(Problem.badInput("", "malformed_upload", "The upload is not well-formed multipart."), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> nothing(NoResourceFoundException e, HttpServletRequest request) {
        return refused(Problem.of(404, "Not found", "There is nothing at " + request.getRequestURI() + "."), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> anythingElse(
            Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        if (response.isCommitted()) {
            // in the midst of a download: cut it off, so that nobody takes what follows for its rest
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            return answer(known, request);
        }
        LOG.error("Request {} {} failed", request.getMethod(), withoutSecrets(request.getRequestURI()), e);
        return refused(
                Problem.of(500, "Something broke on our side", "The fault is logged. Nothing was changed."), request);
    }

    /** Links by mail carry their secret in the path. */
    private static String withoutSecrets(String path) {
        return SECRET.matcher(path).replaceAll("/***");
    }

    private static ResponseEntity<Map<String, Object>> answer(ErrorResponse known, HttpServletRequest request) {
        var status = HttpStatus.resolve(known.getStatusCode().value());
        var title = status == null ? "Refused" : status.getReasonPhrase();
        var detail = known.getBody().getDetail();
        var problem = Problem.of(known.getStatusCode().value(), title, detail == null ? title + "." : detail);
        return answer(problem, known.getHeaders(), request);
    }

    private static ResponseEntity<Map<String, Object>> answer(
            Problem problem, HttpHeaders headers, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.body(problem, request.getRequestURI()));
    }
}
