/** What the tests of all features share: the database, the processes of the application, the coverage by layer. */
package io.loanflow.testing;
