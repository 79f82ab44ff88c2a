package io.loanflow.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A submitted task form, on its way as the completion of its task. The engine's own submission would write a field that the
 * form also shows over the copy that goes with the task, and the next step would not see it.
 */
class CompletedForm extends HttpServletRequestWrapper {

    private static final Pattern SUBMISSION = Pattern.compile("/submit-form/?$");
    private static final String COMPLETION = "/complete";

    CompletedForm(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getPathInfo() {
        var path = super.getPathInfo();
        return path == null ? null : completion(path);
    }

    @Override
    public String getRequestURI() {
        return completion(super.getRequestURI());
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(completion(super.getRequestURL().toString()));
    }

    private static String completion(String path) {
        return SUBMISSION.matcher(path).replaceFirst(COMPLETION);
    }
}
