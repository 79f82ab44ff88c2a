package io.loanflow.workflow.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that never asks the engine for more than {@link #MOST} rows. */
class PagedRequest extends HttpServletRequestWrapper {

    static final int MOST = 2000;

    private static final String SIZE = "maxResults";

    PagedRequest(HttpServletRequest request) {
        super(request);
    }

    /** @throws Problem 400 when more rows are asked for */
    static HttpServletRequest of(HttpServletRequest request) {
        var asked = request.getParameter(SIZE);
        if (asked == null && Call.of(request).path().startsWith("/metrics")) {
            return request;
        }
        if (asked == null) {
            return new PagedRequest(request);
        }
        if (!asked.matches("\\d{1,9}") || Integer.parseInt(asked) > MOST) {
            throw Problem.badInput("/" + SIZE, "out_of_range", SIZE + " is from 0 to " + MOST + ".");
        }
        return request;
    }

    @Override
    public String getQueryString() {
        String given = super.getQueryString();
        var size = SIZE + "=" + MOST;
        return given == null || given.isEmpty() ? size : given + "&" + size;
    }
}
