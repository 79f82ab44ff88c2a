package io.loanflow.architecture.violations.stages.application;

class KnowsAStage {

    static final String STAGE = "processing";
}
