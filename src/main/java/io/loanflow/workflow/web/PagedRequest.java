package io.loanflow.workflow.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that never asks the engine for more than {@link #MOST} rows. */
class PagedRequest extends HttpServletRequestWrapper {

    static final int MOST = 2000;

    private static final String FIRST = "firstResult";
    private static final String SIZE = "maxResults";
    private static final int FARTHEST = 999_999_999;

    PagedRequest(HttpServletRequest request) {
        super(request);
    }

    /** @throws Problem 400 when more rows are asked for, or rows before the first */
    static HttpServletRequest of(HttpServletRequest request) {
        check(request, FIRST, FARTHEST);
        check(request, SIZE, MOST);
        var asked = request.getParameter(SIZE);
        if (asked == null && Call.of(request).path().startsWith("/metrics")) {
            return request;
        }
        return asked == null ? new PagedRequest(request) : request;
    }

    private static void check(HttpServletRequest request, String name, int most) {
        var asked = request.getParameter(name);
        if (asked != null && (!asked.matches("\\d{1,9}") || Integer.parseInt(asked) > most)) {
            throw Problem.badInput("/" + name, "out_of_range", name + " is from 0 to " + most + ".");
        }
    }

    @Override
    public String getQueryString() {
        String given = super.getQueryString();
        var size = SIZE + "=" + MOST;
        return given == null || given.isEmpty() ? size : given + "&" + size;
    }
}
