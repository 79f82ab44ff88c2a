package io.loanflow.document;

import io.loanflow.platform.Violation;
import java.util.List;

/** A document of an approval could not be sent for signing by itself: the BDM has to do something about it. */
public record SigningBlocked(Document document, List<Violation> reasons) {}
