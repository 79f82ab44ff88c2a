package io.loanflow.document.web;

import java.util.List;

/** A short list, whole. */
record Items<T>(List<T> items) {}
