package io.loanflow.servicing.web;

import java.util.List;

/** A short list, whole. */
record Items<T>(List<T> items) {}
