package io.loanflow.document.web;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The parts of an upload; reading them takes it in, up to the limit. */
final class UploadParts {

    private final DataSize largest;

    UploadParts(long largest) {
        this.largest = DataSize.ofBytes(largest);
    }

    /** @throws Problem 415 when the request is no upload, 413 when it is too large, 400 when it cannot be read */
    Collection<Part> of(HttpServletRequest request) {
        var upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload == null || !isForm(request)) {
            throw Problem.of(
                    415,
                    "Unsupported Media Type",
                    List.of(new Violation("", "wrong_kind", "An upload is sent as multipart/form-data.")));
        }
        try {
            upload.getMultiFileMap();
            return request.getParts();
        } catch (MultipartException | IOException | ServletException unreadable) {
            throw refusal(unreadable);
        }
    }

    private Problem refusal(Exception unreadable) {
        for (@Nullable Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileCountLimitExceededException) {
                return Problem.badInput("", "too_many_parts", "The upload has far too many parts.");
            }
            if (cause instanceof InvalidFileNameException) {
                return Problem.of(
                        422,
                        "The file is not taken",
                        List.of(new Violation("/file", "bad_name", "A file name has no control characters.")));
            }
            if (cause instanceof SizeException) {
                return Problem.of(
                        413,
                        "Too large",
                        List.of(new Violation(
                                "/file", "too_large", "A file has at most " + largest.toMegabytes() + " MB.")));
            }
        }
        return Problem.badInput("", "malformed_upload", "The upload is not well-formed multipart.");
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data");
    }
}
