package io.loanflow.modelling;

/** A group of rules that every process has to keep. */
interface ProcessRule {

    void check(CheckedProcess process, CheckedModels models, Findings findings);
}
