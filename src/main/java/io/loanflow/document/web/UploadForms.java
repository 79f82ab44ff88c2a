package io.loanflow.document.web;

import io.loanflow.document.CheckedUpload;
import io.loanflow.document.Upload;
import io.loanflow.document.UploadCheck;
import io.loanflow.platform.Problem;
import io.loanflow.platform.TemporaryFiles;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads uploads: one part {@code file}, and fields that are held to what a record says, as in JSON. */
@Component
class UploadForms {

    static final String FILE = "file";

    private final InputReader inputs;
    private final UploadCheck check;
    private final UploadParts parts;

    UploadForms(InputReader inputs, UploadCheck check, MultipartConfigElement limits) {
        this.inputs = inputs;
        this.check = check;
        this.parts = new UploadParts(limits.getMaxFileSize());
    }

    /**
     * @throws Problem 415 when it is no upload, 413 when it is too large, 400 with everything that is wrong in the fields and
     *     the file, or what {@link UploadCheck#check} refuses
     */
    <T> UploadForm<T> read(HttpServletRequest request, Class<T> type) {
        var violations = new ArrayList<Violation>();
        var all = parts.of(request);
        var reading = inputs.tryRead(FormFields.read(all, violations), type);
        violations.addAll(reading.violations());
        var file = file(all, violations);
        var checked = file == null ? null : checked(file, violations);
        if (checked == null || reading.value() == null || !violations.isEmpty()) {
            if (checked != null) {
                delete(checked.bytes());
            }
            throw Problem.badInput(violations);
        }
        return new UploadForm<>(reading.value(), checked);
    }

    private static @Nullable Part file(Collection<Part> all, List<Violation> violations) {
        var files = all.stream().filter(part -> part.getName().equals(FILE)).toList();
        if (files.size() > 1) {
            violations.add(new Violation("/file", "duplicate_field", "One file at a time."));
        } else if (files.isEmpty() || files.get(0).getSubmittedFileName() == null) {
            violations.add(new Violation("/file", "missing", "A file is needed, as a part with a file name."));
        } else {
            return files.get(0);
        }
        return null;
    }

    /** What is wrong with the file is told together with what is wrong with the fields. */
    private @Nullable CheckedUpload checked(Part part, List<Violation> violations) {
        var bytes = moved(part);
        boolean good = false;
        try {
            var checked = check.check(new Upload(name(part), part.getContentType(), bytes));
            good = true;
            return checked;
        } catch (Problem refused) {
            if (violations.isEmpty() || refused.violations().isEmpty()) {
                throw refused;
            }
            violations.addAll(refused.violations());
            return null;
        } finally {
            if (!good) {
                delete(bytes);
            }
        }
    }

    /** Browsers escape no backslash, so what follows one may be all that a parser leaves of a path. */
    private static @Nullable String name(Part part) {
        var header = part.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return header.matches(".*\\\\[^\"\\\\].*")
                ? "\\"
                : ContentDisposition.parse(header).getFilename();
    }

    private static Path moved(Part part) {
        try {
            var file = TemporaryFiles.create(".upload");
            part.write(file.toString());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
