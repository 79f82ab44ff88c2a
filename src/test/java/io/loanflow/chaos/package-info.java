/** What must hold when the application is killed in the middle of its work. */
package io.loanflow.chaos;
