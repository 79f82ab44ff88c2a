package io.loanflow.workflow;

import io.loanflow.platform.DataFault;
import io.loanflow.platform.Problem;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** What went wrong inside the engine while it served one request at its own doors, remembered in that thread. */
public final class EngineFault {

    private static final ThreadLocal<Optional<Problem>> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<Throwable> FAILED = new ThreadLocal<>();

    private EngineFault() {}

    /** From here on faults of this thread are remembered. */
    public static void watch() {
        CURRENT.set(Optional.empty());
        FAILED.remove();
    }

    /** The last fault since {@link #watch()}, as the problem to answer with; ends the watch. */
    public static Optional<Problem> take() {
        var fault = CURRENT.get();
        CURRENT.remove();
        return fault == null ? Optional.empty() : fault;
    }

    /** Whether anything has failed inside the engine since the last {@link #watch()}; if not, it was never asked. */
    public static boolean failed() {
        return FAILED.get() != null;
    }

    /** What failed there last. */
    public static Optional<Throwable> cause() {
        return Optional.ofNullable(FAILED.get());
    }

    /** Called by the engine for whatever a command throws; ignored when nobody watches. */
    public static void remember(Throwable thrown) {
        if (CURRENT.get() != null) {
            FAILED.set(thrown);
            CURRENT.set(Optional.ofNullable(problem(thrown)));
        }
    }

    /** The refusal of ours that the engine has wrapped. */
    public static Optional<Problem> ours(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** What to answer to a fault of the engine; empty when it is a fault of ours. */
    public static Optional<Problem> asProblem(Throwable thrown) {
        return Optional.ofNullable(problem(thrown));
    }

    private static @Nullable Problem problem(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem ours) {
                return ours;
            }
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return Problem.conflict(
                        "Somebody else changed this at the same moment. Read it again and retry.", Map.of());
            }
            if (cause instanceof NullValueException || cause instanceof NotFoundException) {
                return Problem.notFound("such task or process");
            }
            if (cause instanceof MismatchingMessageCorrelationException) {
                return Problem.conflict("Nothing here waits for this message now.", Map.of());
            }
            if (cause instanceof BadUserRequestException || cause instanceof NotValidException) {
                return Problem.badInput(
                        "", "not_valid", "The engine does not take this request: a value is not valid.");
            }
            if (DataFault.is(cause)) {
                return DataFault.problem(cause);
            }
            if (cause instanceof AuthorizationException) {
                return Problem.forbidden("Your groups do not allow this.");
            }
        }
        return null;
    }
}
