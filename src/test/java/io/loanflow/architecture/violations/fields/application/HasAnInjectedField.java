package io.loanflow.architecture.violations.fields.application;

import org.springframework.beans.factory.annotation.Autowired;

class HasAnInjectedField {

    @Autowired
    Runnable service;
}
