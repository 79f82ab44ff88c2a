package io.loanflow.document;

import io.loanflow.platform.input.OneOf;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The types that a document can have: those that {@link UploadData} lists. */
public final class DocumentTypes {

    public static final List<String> ALL = List.of(listed().value());

    private DocumentTypes() {}

    private static OneOf listed() {
        return Arrays.stream(UploadData.class.getRecordComponents())
                .map(component -> component.getAnnotation(OneOf.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
