package io.loanflow.application;

import java.util.List;

/** The kept assessments. */
public interface AssessmentLog {

    void keep(String reference, Assessments.Kept assessment);

    /** Oldest first. */
    List<Assessments.Kept> of(String reference);
}
