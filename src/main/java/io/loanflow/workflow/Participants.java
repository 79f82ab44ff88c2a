package io.loanflow.workflow;

import java.util.Set;

/** Who plays which role in an application. The feature that holds the application implements it. */
public interface Participants {

    /** Ids of the users who play one of the roles now ({@code broker}, {@code bdm}); empty when nobody does. */
    Set<String> users(String reference, Set<String> roles);
}
